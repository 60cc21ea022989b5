"""Checks and steps belong together."""

from __future__ import annotations

from walkthrough.checks import CHECKS
from walkthrough.guide import read_guide


def test_every_check_is_of_a_step() -> None:
    """The reverse, a step without a check, is told by the page's own item."""
    orphans = [name for name in CHECKS if name not in read_guide("zh_CN").steps]

    assert not orphans, f"walkthrough/checks/ checks steps that the guide does not have: {', '.join(orphans)}"
