"""Chinese can be found: the index cuts a text as the browser cuts a query."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from walkthrough.steps import ROOT

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
from chinese_search import ChineseSearch

if TYPE_CHECKING:
    from tests.site.conftest import Site

CUTS = {
    "配额": ["配额"],
    "会话管理器": ["会话", "话管", "管理", "理器"],
    "用 SSH 登录": ["SSH", "用", "登录"],
    "VcpuLimitExceeded": ["VcpuLimitExceeded"],
    "": [],
}


@pytest.mark.parametrize("text", CUTS)
def test_text_is_cut_into_pairs(text: str) -> None:
    assert sorted(ChineseSearch({}).split(text)) == sorted(CUTS[text])


def index_of(site: Site) -> dict[str, Any]:
    """The index that the search page loads."""
    text = site.read("zh_CN", "searchindex.js")
    found: dict[str, Any] = json.loads(text.removeprefix("Search.setIndex(").rstrip().removesuffix(")"))
    return found


@pytest.mark.parametrize(("word", "page"), [("隧道", "jupyter"), ("配额", "preparation"), ("邮箱", "billing-alert")])
def test_word_is_in_the_index_of_its_page(site: Site, word: str, page: str) -> None:
    index = index_of(site)
    found: list[int] = []
    for terms in (index["terms"], index["titleterms"]):
        pages = terms.get(word, [])
        found += pages if isinstance(pages, list) else [pages]

    assert page in {index["docnames"][number] for number in found}
