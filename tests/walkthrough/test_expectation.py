"""Outputs held against what a page shows; each case is a file: expected, output, and the mismatch if there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from walkthrough.expectation import Mismatch, compare

CASES = sorted((Path(__file__).parent / "expectations").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_output_against_page(case: Path) -> None:
    expected, output, wanted = case.read_text("utf-8").split("=====\n")

    mismatch = compare(tuple(expected.splitlines()), output)

    assert mismatch == (Mismatch(*wanted.split("\n")[:2]) if wanted else None)
