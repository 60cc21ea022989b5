"""The template keeps every rule, and every rule notices a template that breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.template import breakage, costs, portability, safety, wording
from tests.template.document import TEMPLATE, Template, the_template

if TYPE_CHECKING:
    from pathlib import Path

    from tests.template.findings import Rule

RULES = {rule.__name__: rule for rule in (*safety.RULES, *costs.RULES, *portability.RULES, *wording.RULES)}
LARGEST_BODY = 51_200  # bytes: what CloudFormation takes in one request, without a bucket


def problems(rule: Rule, template: Template) -> list[str]:
    return [f"{template.name}:{template.line(finding.place)}: {finding.message}" for finding in rule(template)]


def kept() -> list[str]:
    """Name the rules that the template keeps: one that it breaks itself is one failure, not one for each file."""
    return [name for name, rule in RULES.items() if not problems(rule, the_template())]


@pytest.mark.parametrize("name", RULES)
def test_the_template_keeps_the_rule(name: str) -> None:
    found = problems(RULES[name], the_template())
    assert not found, "\n".join(found)


@pytest.mark.parametrize("file", breakage.files(), ids=lambda file: file.stem)
def test_a_broken_template_is_noticed_by_its_rule_alone(file: Path) -> None:
    broken = breakage.read(file)
    template = broken.apply(the_template())
    noticed = {name: found for name in {broken.rule, *kept()} if (found := problems(RULES[name], template))}
    assert set(noticed) == {broken.rule}, noticed
    lines = [template.text.splitlines()[template.line(finding.place) - 1] for finding in RULES[broken.rule](template)]
    assert any(broken.points_at in line for line in lines), lines


def test_every_rule_has_a_template_that_breaks_it() -> None:
    assert {breakage.read(file).rule for file in breakage.files()} == set(RULES)


def test_the_template_fits_into_one_request() -> None:
    assert TEMPLATE.stat().st_size < LARGEST_BODY
