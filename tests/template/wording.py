"""Rules about what a reader of the template meets: labels, descriptions, purposes, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.template.document import Place, Template, texts
from tests.template.findings import Finding, Rule, at

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERFACE: Place = ("Metadata", "AWS::CloudFormation::Interface")
CONSTRAINTS = ("AllowedPattern", "AllowedValues", "MinValue", "MaxValue")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SEPARATOR = " / "


def parameters_are_grouped_in_order(template: Template) -> Iterator[Finding]:
    """Show each parameter once, in the order of the template."""
    place = (*INTERFACE, "ParameterGroups")
    shown = [name for group in at(template.data, place) or [] for name in group["Parameters"]]
    if shown != list(template.data["Parameters"]):
        yield Finding(place, f"The groups show {shown}; show each parameter once, in the order of Parameters.")


def parameters_are_labelled(template: Template) -> Iterator[Finding]:
    """Label each parameter, and nothing else."""
    place = (*INTERFACE, "ParameterLabels")
    for name in set(template.data["Parameters"]) ^ set(at(template.data, place) or {}):
        yield Finding((*place, name), f"Parameters and ParameterLabels do not agree about {name}. Give it one of each.")


def constraints_are_explained(template: Template) -> Iterator[Finding]:
    """Tell whoever enters something that is not allowed what to enter instead."""
    for name, parameter in template.data["Parameters"].items():
        if any(key in parameter for key in CONSTRAINTS) and "ConstraintDescription" not in parameter:
            yield Finding(("Parameters", name), f"{name} refuses values and says nothing. Add ConstraintDescription.")


def defaults_are_allowed(template: Template) -> Iterator[Finding]:
    """Choose defaults that satisfy the constraints of their own parameter."""
    for name, parameter in template.data["Parameters"].items():
        if not _allowed(parameter["Default"], parameter):
            place = ("Parameters", name, "Default")
            yield Finding(place, f"{name} does not allow its own default {parameter['Default']!r}. Change one of them.")


def _allowed(value: Any, parameter: dict[str, Any]) -> bool:  # noqa: ANN401  # text or number
    pattern = parameter.get("AllowedPattern", "")
    return (
        bool(re.search(pattern, str(value)))
        and value in parameter.get("AllowedValues", [value])
        and parameter.get("MinValue", value) <= value <= parameter.get("MaxValue", value)
    )


def readers_are_met_in_both_languages(template: Template) -> Iterator[Finding]:
    """Write English, one `` / ``, Chinese: the console has one text for everybody."""
    for place in _read_by_people(template):
        text = str(at(template.data, place) or "")
        english, _, chinese = text.partition(SEPARATOR)
        if not english or CHINESE.search(english) or not CHINESE.match(chinese) or SEPARATOR in chinese:
            name = ".".join(map(str, place))
            yield Finding(place, f"{name} is {text!r}. Write English, then one ' / ', then a Chinese text.")


def _read_by_people(template: Template) -> Iterator[Place]:
    yield ("Description",)
    for position, _ in enumerate(at(template.data, (*INTERFACE, "ParameterGroups")) or []):
        yield (*INTERFACE, "ParameterGroups", position, "Label", "default")
    for name in at(template.data, (*INTERFACE, "ParameterLabels")) or {}:
        yield (*INTERFACE, "ParameterLabels", name, "default")
    for name, parameter in template.data["Parameters"].items():
        yield ("Parameters", name, "Description")
        if "ConstraintDescription" in parameter:
            yield ("Parameters", name, "ConstraintDescription")
    for name in template.data["Outputs"]:
        yield ("Outputs", name, "Description")


def purposes_are_given_in_both_languages(template: Template) -> Iterator[Finding]:
    """Say directly above each resource, in one sentence for ``# zh:`` and one for ``# en:``, what it is for."""
    for resource in template.resources():
        place: Place = ("Resources", resource.name)
        match template.comments_above(place):
            case [zh, en] if zh.startswith("zh: ") and CHINESE.search(zh) and en.startswith("en: "):
                pass
            case _:
                message = f"{resource.name} does not say what it is for. Put '# zh: …' and '# en: …' directly above it."
                yield Finding(place, message)


def aws_gets_ascii_only(template: Template) -> Iterator[Finding]:
    """Send ASCII: EC2 refuses other letters, and CloudFormation gives them back as question marks."""
    for section in ("Mappings", "Conditions", "Resources"):
        yield from _ascii(texts(template.data[section], (section,)))
    for name, output in template.data["Outputs"].items():
        yield from _ascii(texts(output["Value"], ("Outputs", name, "Value")))


def _ascii(found: Iterator[tuple[Place, str]]) -> Iterator[Finding]:
    for place, text in found:
        if not text.isascii():
            yield Finding(place, f"{text!r} goes to AWS and is not ASCII. Write it in English letters.")


RULES: tuple[Rule, ...] = (
    parameters_are_grouped_in_order,
    parameters_are_labelled,
    constraints_are_explained,
    defaults_are_allowed,
    readers_are_met_in_both_languages,
    purposes_are_given_in_both_languages,
    aws_gets_ascii_only,
)
