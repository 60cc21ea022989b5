"""One thing has one name: ``docs/TERMINOLOGY`` is kept to in both languages, and by the translation."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import polib
import pytest

from tests.site.prose import DOCS, HAN, ROOT, Line, of, place, plain

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
from terminology import BadTerm, Term, terms

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("zh_CN", "en")
CATALOGUES = sorted((DOCS / "locale" / "en" / "LC_MESSAGES").glob("*.po"))


def guide(line: Line) -> bool:
    """Whether the list holds for a line.

    Programs and the template are let be in English: they say "region" and "the parameter email" in output that pages
    quote and pictures show, without capitals or marks.
    """
    return line.language == "zh_CN" or not line.place.startswith(("scripts/", "cloudformation/"))


def wrong_words(line: Line) -> list[str]:
    """What a line calls by a name that it must not have, and what to write."""
    faults = []
    for term in terms():
        text = line.text
        for fine in [*term.fine, *term.written(line.language)]:
            text = text.replace(fine, "\0" * len(fine))
        for word, why in term.wrong.items():
            if bool(HAN.search(word)) == (line.language == "zh_CN") and pattern(word).search(text):
                right = " / ".join(term.written(line.language)) or "it right"
                faults.append(f"{line.place}: write '{right}', not '{word}': {why} (docs/TERMINOLOGY:{term.line})")
    return faults


def pattern(word: str) -> re.Pattern[str]:
    """Where a word is written: Chinese anywhere, English as a whole word, also at the beginning of a sentence."""
    if HAN.search(word):
        return re.compile(re.escape(word))
    first = f"[{word[0]}{word[0].upper()}]" if word[0].isalpha() else re.escape(word[0])
    return re.compile(rf"(?<![\w./-]){first}{re.escape(word[1:])}(?:s|es)?(?![\w/-]|\.\w)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_the_list_forbids(language: str) -> None:
    faults = [fault for line in of(language) if guide(line) for fault in wrong_words(line)]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translation_has_the_english_of_each_term(path: Path) -> None:
    """Where the Chinese names a thing, the English does, by the name of the list."""
    faults = [
        f"{place(path, (entry.linenum or 0) + 1)}: the Chinese has '{term.chinese}', so the English must have "
        f"'{' or '.join(term.english)}' (docs/TERMINOLOGY:{term.line}): {entry.msgstr}"
        for entry in polib.pofile(str(path))
        for term in unnamed(plain(entry.msgid), entry.msgstr)
    ]

    assert not faults, "\n".join(faults)


def unnamed(chinese: str, english: str) -> list[Term]:
    """The terms of a sentence that its translation does not name."""
    found = []
    for term in sorted(terms(), key=lambda term: -len(term.chinese)):
        if term.chinese in chinese:
            chinese = chinese.replace(term.chinese, " ")
            if term.english and not any(root(name) in english.lower().replace("-", " ") for name in names(term)):
                found.append(term)
    return found


def names(term: Term) -> list[str]:
    """The English names of a term, as words without hyphens."""
    return [name.replace("-", " ") for name in term.english]


def root(name: str) -> str:
    """What the forms of an English name have in common: "stopped", "charges", "bodies"."""
    return re.sub(r"(?<=\w{3})[ey]$", "", name.lower())


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("zh_CN", "请登陆控制台。", "write '登录', not '登陆'"),
        ("zh_CN", "换一个镜像。", "write '映像', not '镜像'"),
        ("zh_CN", "你的账户。", "write '您', not '你'"),
        ("en", "Choose a region.", "write 'Region', not 'region'"),
        ("en", "Your email arrives.", "write 'e-mail / mailbox', not 'email'"),
        ("en", "The session manager opens.", "write 'Session Manager', not 'session manager'"),
        ("en", "Virtual machines are called instances.", "write 'instance', not 'virtual machine'"),
    ],
)
def test_wrong_word_is_told(language: str, text: str, told: str) -> None:
    faults = wrong_words(Line("docs/deploy.rst:7", language, text))

    assert len(faults) == 1
    assert faults[0].startswith("docs/deploy.rst:7: ")
    assert told in faults[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh_CN", "可以使用国内镜像。"),
        ("zh_CN", "设一个密码短语。"),
        ("en", "In the Region, open Session Manager."),
        ("en", "A pre-region name, my.email.example, and regional prices."),
    ],
)
def test_right_word_is_let_be(language: str, text: str) -> None:
    assert wrong_words(Line("docs/deploy.rst:7", language, text)) == []


def test_term_that_is_not_translated_is_told() -> None:
    assert [term.chinese for term in unnamed("删除堆栈。", "Delete it.")] == ["堆栈"]
    assert unnamed("删除堆栈。", "Deleting the stack.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("实例 instance", "TERMINOLOGY:1: '实例 instance' is no term; write 中文 = English."),
        ("实例 = instance\n实例 = machine", "TERMINOLOGY:2: '实例' is in line 1 already"),
        ("实例 = instance\n    not 主机", "TERMINOLOGY:2: say after a colon why '主机' must not be written."),
        ("实例 = instance\n    never 主机", "TERMINOLOGY:2: 'never 主机' must begin with not, but or also"),
        ("    not 主机: 因为", "TERMINOLOGY:1: "),
    ],
)
def test_line_that_cannot_be_read_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "TERMINOLOGY"
    path.write_text(text, "utf-8")

    with pytest.raises(BadTerm, match=re.escape(told)):
        terms(path)
