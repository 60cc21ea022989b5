"""Each mistake of an author is told, with its line, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from walkthrough.guide import read_guide
from walkthrough.wellformed import problems

MISTAKES = Path(__file__).parent / "mistakes"
CASES = sorted(path.stem for path in MISTAKES.glob("*-*.rst"))


@pytest.mark.parametrize("case", CASES)
def test_author_is_told(case: str) -> None:
    text = (MISTAKES / f"{case}.rst").read_text("utf-8")
    expected = re.findall(r"^\.\. (\d+): (.+)$", text, re.MULTILINE)
    guide = read_guide("zh_CN", MISTAKES)

    told = list(problems(guide.pages[case], guide))

    assert expected, f"{case}.rst does not say what its author must be told"
    for line, sentence in expected:
        place = f"tests/walkthrough/mistakes/{case}.rst:{line}: "
        assert any(place in problem and sentence in problem for problem in told), "\n".join([place + sentence, *told])
    assert len(told) == len(expected), "\n".join(told)


def test_page_without_mistakes_is_well_formed() -> None:
    guide = read_guide("zh_CN", MISTAKES)

    assert list(problems(guide.pages["index"], guide)) == []
