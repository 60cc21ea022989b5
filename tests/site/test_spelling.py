"""English is spelt right: by the dictionary of Hunspell, the project's own words, and a list of common misspellings."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from functools import cache
from pathlib import Path

import pytest
import spylls.hunspell
from spylls.hunspell import Dictionary

from tests.site.prose import DOCS, GIVEN, Line, of, prose

WORDS = DOCS / "WORDS"
WORD = re.compile(r"(?<![\w@$/.=-])[A-Za-z]+(?:['’][a-z]+)?(?![\w@/=]|\.\w|-\d)")


@cache
def dictionary() -> Dictionary:
    """American English; the British that differs is among :func:`own`."""
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):  # spylls leaves its files open
        return Dictionary.from_files(str(Path(spylls.hunspell.__file__).parent / "data" / "en" / "en_US"))


@cache
def own() -> frozenset[str]:
    """The words of ``docs/WORDS``."""
    lines = WORDS.read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def known(word: str) -> bool:
    """Whether a word is English or ours (which may begin a sentence), or is made of such words, as PowerShell is."""
    if dictionary().lookup(word) or word in own() or (word[0].isupper() and word[0].lower() + word[1:] in own()):
        return True
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", word)
    return len(parts) > 1 and all(known(part) for part in parts)


def words(line: Line) -> list[str]:
    """The words of a line; what has a digit in it is a code or a measure."""
    return WORD.findall(re.sub(r"[\w-]*\d[\w-]*", GIVEN, line.text))


def misspelt(line: Line) -> list[str]:
    """What nobody knows in a line."""
    return [
        f"{line.place}: '{word}' is in no dictionary; did you mean "
        f"{' or '.join(list(dictionary().suggest(word))[:3]) or 'something else'}? "
        "If it is a name or an abbreviation, add it to docs/WORDS; if it is typed, mark it as code."
        for word in words(line)
        if not known(word)
    ]


def test_words_are_in_a_dictionary() -> None:
    """Also the English words of Chinese sentences."""
    assert len(of("en")) > 400, "the reader of prose has lost most of the guide; see tests/site/prose.py"

    faults = [fault for line in prose() for fault in misspelt(line)]

    assert not faults, "\n".join(faults)


def common_misspellings(lines: list[Line]) -> list[str]:
    """What codespell finds, at its place: it knows what was meant."""
    done = subprocess.run(
        [sys.executable, "-m", "codespell_lib", "--builtin", "clear,rare,usage", "-"],
        input="\n".join(line.text for line in lines),
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    found = re.findall(r"^(\d+): .*\n\t(.+ ==> .+)$", done.stdout, re.MULTILINE)
    return [f"{lines[int(number) - 1].place}: {what} (codespell)" for number, what in found]


def test_no_common_misspelling() -> None:
    faults = common_misspellings(of("en"))

    assert not faults, "\n".join(faults)


def test_own_words_are_needed() -> None:
    """A word that nobody writes any more, or that the dictionary has, is one more that could be written by mistake."""
    written = {word for line in prose() for word in words(line)}
    lower = {word[0].lower() + word[1:] for word in written}

    unused = sorted(word for word in own() if word not in written | lower)
    known_anyway = sorted(word for word in own() if dictionary().lookup(word))

    assert not unused, f"docs/WORDS: nobody writes {', '.join(unused)}; take them out"
    assert not known_anyway, f"docs/WORDS: the dictionary has {', '.join(known_anyway)}; take them out"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The instnace stops.", "did you mean instance"),
        ("Open Jupiterr now.", "'Jupiterr' is in no dictionary"),
        ("jupyter is a name.", "'jupyter' is in no dictionary"),
        ("The colour is green.", "did you mean color"),
    ],
)
def test_misspelling_is_told(text: str, told: str) -> None:
    faults = misspelt(Line("docs/locale/en/LC_MESSAGES/deploy.po:7", "en", text))

    assert any(told in fault for fault in faults), faults
    assert faults[0].startswith("docs/locale/en/LC_MESSAGES/deploy.po:7: ")


def test_common_misspelling_is_told_at_its_place() -> None:
    lines = [Line("docs/a.po:1", "en", "All is well."), Line("docs/b.po:2", "en", "You recieve an e-mail.")]

    assert common_misspellings(lines) == ["docs/b.po:2: recieve ==> receive (codespell)"]


@pytest.mark.parametrize(
    "text", ["g5.xlarge costs CNY 9.51.", "Practise it; don't pay.", "See you@example.com and SHA-256."]
)
def test_right_word_is_let_be(text: str) -> None:
    assert misspelt(Line("docs/deploy.rst:7", "en", text)) == []
