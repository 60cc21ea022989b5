"""Full-text search that finds Chinese.

Sphinx 9.0's own Chinese search finds nothing at all: its page asks for a stemmer that does not exist (sphinx#14229).
Here a run of Chinese characters is indexed as its overlapping pairs, and the browser cuts the query in the same way; so
any part of a compound is found, and no dictionary is needed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HAN_RUN = re.compile(f"[{HAN}]+")
LATIN_WORD = re.compile(r"[A-Za-z0-9_]+")

# The same cut, in the browser.
SPLIT_QUERY = r"""
var splitQuery = (query) => {
  const han = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
  const run = new RegExp(`[${han}]+|[^${han}\\s\\p{P}]+`, "gu");
  const pairs = (text) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  return (query.match(run) || []).flatMap((part) =>
    new RegExp(`^[${han}]{2,}$`, "u").test(part) ? pairs(part) : part.match(/[A-Za-z0-9_]+|./gu));
};
"""


class ChineseSearch(SearchEnglish):
    """English words stemmed as English, Chinese in pairs of characters."""

    lang = "zh"
    language_name = "English"  # names the stemmer that the search page loads
    js_splitter_code = SPLIT_QUERY

    def split(self, text: str) -> list[str]:
        """Words of a text: Latin words, and each pair of neighbours in a run of Chinese (one alone stays alone)."""
        words = LATIN_WORD.findall(text)
        for run in HAN_RUN.findall(text):
            words += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
        return words

    def word_filter(self, word: str) -> bool:
        """Whether a word is worth indexing: longer than one letter, or Chinese."""
        return len(word) > 1 or HAN_RUN.fullmatch(word) is not None

    def stem(self, word: str) -> str:
        """The stem of an English word; Chinese has none."""
        return word if HAN_RUN.fullmatch(word) else super().stem(word)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register it for the language ``zh``, which is where Sphinx looks for ``zh_CN``."""
    app.add_search_language(ChineseSearch)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
