"""Rules about where else it works: in both China regions, and beside a stack of its own kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.template.document import Place, Template, texts
from tests.template.findings import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTITION = re.compile(r"arn:aws[a-z-]*:")
REGION = re.compile(r"\b(af|ap|ca|cn|eu|il|me|mx|sa|us)-(gov-|iso[a-z]*-)?[a-z]+-\d")
NAMES = {
    "AlarmName", "BudgetName", "GroupName", "InstanceProfileName", "KeyName", "LaunchTemplateName", "ManagedPolicyName",
    "PolicyName", "RoleName", "TopicName",
}  # fmt: skip


def no_partition_is_written_down(template: Template) -> Iterator[Finding]:
    """Write ``${AWS::Partition}`` and never ``aws`` or ``aws-cn``."""
    for place, text in _deployed(template):
        if PARTITION.search(text):
            yield Finding(place, f"{text!r} names a partition. Write !Sub arn:${{AWS::Partition}}:… instead.")


def no_region_is_written_down(template: Template) -> Iterator[Finding]:
    """Write ``${AWS::Region}`` and never ``cn-northwest-1``: the template serves Ningxia and Beijing."""
    for place, text in _deployed(template):
        if REGION.search(text):
            yield Finding(place, f"{text!r} names a region. Write !Sub with ${{AWS::Region}} instead.")


def _deployed(template: Template) -> Iterator[tuple[Place, str]]:
    """Yield the texts that CloudFormation acts on; descriptions may name a region as an example."""
    for section in ("Parameters", "Mappings", "Conditions", "Resources", "Outputs"):
        for place, text in texts(template.data.get(section, {}), (section,)):
            if place[-1] not in ("Description", "ConstraintDescription"):
                yield place, text


def nothing_is_named(template: Template) -> Iterator[Finding]:
    """Have no name and no export that a second stack in the account would collide with."""
    for resource in template.resources():
        for place, key in texts(resource.properties, resource.place):
            if place[-1] in NAMES and place[-1] == key:
                yield Finding(place, f"{resource.name} has a {key}: a second stack would collide. Delete that line.")
    for name, output in template.data["Outputs"].items():
        if "Export" in output:
            yield Finding(("Outputs", name, "Export"), f"{name} is exported: a second stack would collide. Delete it.")


RULES: tuple[Rule, ...] = (
    no_partition_is_written_down,
    no_region_is_written_down,
    nothing_is_named,
)
