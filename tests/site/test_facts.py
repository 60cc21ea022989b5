"""Facts: each has its date and source, none is past its review, and none is typed into prose."""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path

import pytest

from walkthrough.steps import ROOT

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
from facts import BadFact, Fact, load

FACTS = load(ROOT / "docs" / "facts.toml")
PROSE = [*sorted((ROOT / "docs").glob("*.rst")), *sorted((ROOT / "docs/locale/en/LC_MESSAGES").glob("*.po"))]
# Values that say nothing by themselves: a word such as "595" is looked for, a small number is not.
DISTINCT = re.compile(r"\d+\.\d{2,}|\d{3,}|L-[0-9A-F]{8}|/[a-z0-9/._-]+|~/\S+|\d{4}-\d{2}(-\d{2})?")
ROLES_AND_BLOCKS = re.compile(r":fact:`[^`]*`|:open:`[^`]*`|``[^`]*``")


@pytest.mark.parametrize("case", sorted((Path(__file__).parent / "facts").glob("*.toml")), ids=lambda case: case.stem)
def test_bad_fact_is_told(case: Path) -> None:
    """Each file holds one mistake; its first line is what the writer must be told."""
    wanted = case.read_text("utf-8").splitlines()[0].removeprefix("# ")

    with pytest.raises(BadFact, match=re.escape(wanted)):
        load(case)


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.key)
def test_fact_is_not_past_its_review(fact: Fact) -> None:
    today = datetime.datetime.now(tz=datetime.UTC).date()

    assert today < fact.review, (
        f"docs/facts.toml: {fact.key} was to be looked at again by {fact.review}. "
        f"See {fact.source}; then correct the value and its date, and move 'review'."
    )


def test_fact_is_quoted_not_typed() -> None:
    """A price, a quota code, a version in prose would stay when the fact changes."""
    values = {
        str(fact): fact.key for fact in FACTS.values() if DISTINCT.fullmatch(str(fact)) and fact.key != "month.hours"
    }
    faults = []
    for path in PROSE:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            plain = ROLES_AND_BLOCKS.sub("", line)
            if line.lstrip().startswith(("$ ", "..")) or line.endswith(("  # zh", "  # en")) or "http" in line:
                continue  # commands, what they print, and addresses: walking them proves them
            faults += [
                f"{path.relative_to(ROOT)}:{number}: '{value}' is typed here; write :fact:`{key}`"
                for value, key in values.items()
                if re.search(rf"(?<![\w.]){re.escape(value)}(?![\w.])", plain)
            ]

    assert not faults, "\n".join(faults)


def test_default_image_is_the_fact() -> None:
    template = (ROOT / "cloudformation" / "deep-learning.template.yaml").read_text("utf-8")

    assert f"Default: {FACTS['image.parameter']}\n" in template


def test_every_fact_is_used() -> None:
    """A fact that no page shows grows old unseen; tables use the groups of machines."""
    pages = "".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.rst"))
    in_tables = {"price", "offering", "machine", "month"}

    unused = [key for key in FACTS if f":fact:`{key}`" not in pages and key.partition(".")[0] not in in_tables]

    assert set(unused) <= {"image.parameter", "quota.g", "quota.p"}, unused
