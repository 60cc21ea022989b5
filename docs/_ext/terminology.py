"""The words of the guide, from ``docs/TERMINOLOGY``, which explains itself.

Tests keep writers to them; the search takes from them what else a reader may type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sphinx.errors import ConfigError

LIST = Path(__file__).parents[1] / "TERMINOLOGY"


class BadTerm(ConfigError):  # noqa: N818  # a word of the domain
    """A line of the list that cannot be read; the message names it and says how to write it."""


@dataclass
class Term:
    """A thing and its names.

    :ivar chinese: how it is written in Chinese
    :ivar english: how it may be written in English
    :ivar wrong: what must not be written for it, and why
    :ivar fine: where a wrong word means something else
    :ivar searched: what readers type besides
    """

    chinese: str
    english: list[str]
    line: int
    wrong: dict[str, str] = field(default_factory=dict)
    fine: list[str] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)

    def written(self, language: str) -> list[str]:
        """Its names on the pages of a language."""
        return [self.chinese] if language == "zh_CN" else self.english

    def others(self, language: str) -> list[str]:
        """What a reader may type who does not know that name."""
        other = self.written("en" if language == "zh_CN" else "zh_CN")
        return [name for name in [*other, *self.wrong, *self.searched] if name not in self.written(language)]


def split(names: str) -> list[str]:
    """Names of a list, with commas of either language between them."""
    return [name.strip() for name in re.split(r"[,，、]", names) if name.strip()]


@cache
def terms(path: Path = LIST) -> tuple[Term, ...]:
    """The list.

    :raises BadTerm: when a line is none of what the head of the list describes, or a term stands there twice
    """
    found: dict[str, Term] = {}
    term: Term | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        place = f"docs/{path.name}:{number}"
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            chinese, equals, english = (part.strip() for part in line.partition("="))
            if not (chinese and equals and english):
                raise BadTerm(f"{place}: '{line}' is no term; write 中文 = English.")
            if chinese in found:
                raise BadTerm(f"{place}: '{chinese}' is in line {found[chinese].line} already; put them together.")
            term = found[chinese] = Term(chinese, [] if english == "—" else split(english), number)
            continue
        kind, _, names = line.strip().partition(" ")
        if term is None or kind not in {"not", "but", "also"}:
            raise BadTerm(f"{place}: '{line.strip()}' must begin with not, but or also, below a term.")
        if kind == "not":
            names, colon, why = names.partition(":")
            if not (colon and why.strip()):
                raise BadTerm(f"{place}: say after a colon why '{names.strip()}' must not be written.")
            term.wrong |= dict.fromkeys(split(names), why.strip())
        else:
            (term.fine if kind == "but" else term.searched).extend(split(names))
    return tuple(found.values())
