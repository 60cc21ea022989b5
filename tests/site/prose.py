"""Every sentence that a reader reads, in its language, with the file and line where a writer can change it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TEMPLATE = ROOT / "cloudformation" / "deep-learning.template.yaml"
HAN = re.compile(r"[\u3400-\u9fff]")
# Stands for a part of a sentence that is not the writer's: code, a label of a screen, a value.
GIVEN = "X1"
# Stands before and after words that are marked, such as those of a link; the guide sets them off with spaces.
EDGE = "\u2060"

TITLED = re.compile(r":(?:doc|ref):`([^`<]+?) <[^`>]*>`")
ROLE = re.compile(r":[\w-]+:`[^`]*`")
LITERAL = re.compile(r"``.+?``(?!`)|(?<!`)`(?!`)[^`]+`(?![`_])")
LINK = re.compile(r"`([^`<]+?) <[^`>]*>`__?|\[([^]]+)\]\([^)]*\)")
STRONG = re.compile(r"\*\*([^*]+)\*\*")
ADDRESS = re.compile(r"\b(?:https?|github|[\w.+-]+@[\w-]+\.)[:\w./#?=&%~-]+")
VERBATIM = re.compile(r"( *)\.\. (?:code-block|literalinclude|script|terminal|toctree)::")
OPTION = re.compile(r" *:(alt|caption|description|unrehearsed): (.+)")
NOT_PROSE = re.compile(r" *(?:\.\. |:[\w-]+:(?:$| )(?!`)|[=~-]{3,}$)")
BULLET = re.compile(r"^ *(?:(?:#\.|\d+\.|[-*]|\* -) +)*")
FACT = re.compile(r'\b(zh|en) = "((?:[^"\\]|\\.)*)"')
BILINGUAL = re.compile(r"\s*# (zh|en): (.+)|.*\"((?:[^\"\\]|\\.)+)\".*# (zh|en)$")
CODES = {"zh": "zh_CN", "en": "en"}


@dataclass(frozen=True)
class Line:
    """A line of prose.

    :ivar place: file and line, to begin a message with
    :ivar language: of :attr:`text`
    :ivar text: as it is read, without markup; :data:`GIVEN` for what the writer did not word
    """

    place: str
    language: str
    text: str


def plain(text: str) -> str:
    """A text without its markup."""
    text = LITERAL.sub(GIVEN, ROLE.sub(GIVEN, TITLED.sub(rf"{EDGE}\1{EDGE}", text)))
    text = LINK.sub(lambda match: f"{EDGE}{match[1] or match[2]}{EDGE}", text)
    return ADDRESS.sub(GIVEN, STRONG.sub(rf"{EDGE}\1{EDGE}", text)).strip()


def place(path: Path, number: int) -> str:
    """Where a line stands, for a message."""
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name}:{number}"


def page(path: Path) -> Iterator[Line]:
    """The Chinese of a page: its sentences, headings, alternative texts and description."""
    verbatim: int | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        indent = len(line) - len(line.lstrip())
        if verbatim is not None and (not line.strip() or indent > verbatim):
            if not (option := OPTION.fullmatch(line)):
                continue
        else:
            option = OPTION.fullmatch(line)
            verbatim = len(block[1]) if (block := VERBATIM.match(line)) else None
        if option:
            yield Line(place(path, number), "zh_CN", plain(option[2]))
        elif line.strip() and verbatim is None and not NOT_PROSE.match(line):
            yield Line(place(path, number), "zh_CN", plain(BULLET.sub("", line)))


def catalogue(path: Path, language: str) -> Iterator[Line]:
    """The translations of a catalogue; each is one line, as ``make translate`` writes them."""
    header = True
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        header = header and line != ""
        if line.startswith("msgstr ") and not header:
            text = re.sub(r"\\(.)", r"\1", line.removeprefix("msgstr ")[1:-1])
            yield Line(place(path, number), language, plain(text))


def readme(path: Path) -> Iterator[Line]:
    """Both halves of the README, without its code."""
    language, code = "zh_CN", False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line == "---":
            language = "en"
        code ^= line.startswith("```")
        if line.strip("-` ") and not code and not line.startswith("```"):
            yield Line(place(path, number), language, plain(BULLET.sub("", line.lstrip("# "))))


def template(path: Path) -> Iterator[Line]:
    """What the console shows of a template: a line of English that ends in a slash, then one of Chinese."""
    before = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.endswith(" /"):
            yield Line(place(path, number), "en", plain(line.removesuffix(" /")))
        elif before.endswith(" /"):
            yield Line(place(path, number), "zh_CN", plain(line))
        elif label := re.search(r"\{default: (.+) / (.+)\}", line):
            yield Line(place(path, number), "en", label[1])
            yield Line(place(path, number), "zh_CN", label[2])
        before = line


def pairs(path: Path) -> Iterator[Line]:
    """What data and programs say in both languages."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        for mark, text in FACT.findall(line) if path.suffix == ".toml" else []:
            yield Line(place(path, number), CODES[mark], plain(text))
        if path.suffix != ".toml" and (match := BILINGUAL.fullmatch(line)):
            variable = re.compile(r"\$\{?\w+\}?|\$\d|\{[^}]*\}|%\w")
            yield Line(
                place(path, number), CODES[match[1] or match[4]], plain(variable.sub(GIVEN, match[2] or match[3]))
            )


@cache
def prose() -> tuple[Line, ...]:
    """All of it."""
    lines: list[Line] = []
    for path in sorted(DOCS.glob("*.rst")):
        lines += page(path)
    for path in sorted((DOCS / "locale" / "en" / "LC_MESSAGES").glob("*.po")):
        lines += catalogue(path, "en")
    lines += catalogue(DOCS / "locale" / "zh_CN" / "LC_MESSAGES" / "sphinx.po", "zh_CN")
    lines += readme(ROOT / "README.md")
    for path in [DOCS / "facts.toml", *sorted((ROOT / "scripts").glob("*.*")), TEMPLATE]:
        lines += pairs(path)
    lines += template(TEMPLATE)
    return tuple(line for line in lines if line.text)


def of(language: str) -> list[Line]:
    """The lines of a language."""
    return [line for line in prose() if line.language == language]
