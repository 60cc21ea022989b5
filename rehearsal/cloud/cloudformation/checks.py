"""What CloudFormation refuses by looking at a template alone, before anything is made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rehearsal.cloud.cloudformation.errors import InsufficientCapabilities, ValidationError
from rehearsal.cloud.cloudformation.order import depends_on, in_order
from rehearsal.cloud.cloudformation.template import Template, references
from rehearsal.cloud.resources import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rehearsal.cloud.cloudformation.template import Node

LONGEST = 51_200
"""Bytes of a template that is sent along with a call."""
OBJECTS = {"Conditions", "Mappings", "Metadata", "Outputs", "Parameters", "Resources", "Rules"}
"""Sections that are objects."""
SECTIONS = OBJECTS | {"AWSTemplateFormatVersion", "Description", "Transform"}
PSEUDO_PARAMETERS = {
    f"AWS::{name}"
    for name in (
        "AccountId",
        "NoValue",
        "NotificationARNs",
        "Partition",
        "Region",
        "StackId",
        "StackName",
        "URLSuffix",
    )
}
RESOURCE_KEYS = {
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Metadata",
    "Properties",
    "Type",
    "UpdatePolicy",
    "UpdateReplacePolicy",
}
NAMED_BY_THE_TEMPLATE = {"GroupName", "InstanceProfileName", "ManagedPolicyName", "RoleName", "UserName"}
"""Properties of IAM resources that need the stronger acknowledgement."""


def check_stack_name(name: str) -> None:
    """Check the name of a stack.

    Raises:
        ValidationError: If it has other than letters, digits and hyphens, starts with no letter, or is too long.

    """
    if not re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9]{0,127}", name):
        raise ValidationError(
            f"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: "
            "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
        )


def check_length(text: str) -> None:
    """Check the length of a template.

    Raises:
        ValidationError: If it is longer than :data:`LONGEST`.

    """
    if len(text.encode()) > LONGEST:
        raise ValidationError(
            "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
            f"Member must have length less than or equal to {LONGEST}"
        )


def check_template(template: Template) -> None:
    """Check what can be said of a template without an account.

    Raises:
        ValidationError: In CloudFormation's words, for the first thing that is wrong.

    """
    for complaint in (_sections, _parameters, _resources, _types, _names, _attributes, _conditions):
        complaint(template)
    in_order(template)


def needed_capability(template: Template) -> str | None:
    """Return the acknowledgement that a template needs, if any."""
    iam = [each for each in template.resources.values() if each["Type"].startswith("AWS::IAM::")]
    if any(NAMED_BY_THE_TEMPLATE & each.get("Properties", {}).keys() for each in iam):
        return "CAPABILITY_NAMED_IAM"
    return "CAPABILITY_IAM" if iam else None


def check_capabilities(template: Template, given: list[str]) -> None:
    """Check that whoever deploys has acknowledged what the template makes.

    Raises:
        InsufficientCapabilities: If not.

    """
    needed = needed_capability(template)
    if needed and not {needed, "CAPABILITY_NAMED_IAM"} & set(given):
        raise InsufficientCapabilities(f"Requires capabilities : [{needed}]")


def _sections(template: Template) -> None:
    if template.body.get("AWSTemplateFormatVersion", "2010-09-09") != "2010-09-09":
        raise ValidationError("Template format error: unsupported value for AWSTemplateFormatVersion.")
    unknown = sorted(template.body.keys() - SECTIONS)
    if unknown:
        raise ValidationError(f"Invalid template property or properties [{', '.join(unknown)}]")
    shapeless = sorted(name for name in OBJECTS if not isinstance(template.section(name), dict))
    if shapeless:
        raise ValidationError(f"Template format error: the {shapeless[0]} section must be an object.")
    if "Transform" in template.body:
        raise ValidationError("Template format error: transforms are not rehearsed; AWS itself has them.")
    if not template.resources:
        raise ValidationError("Template format error: At least one Resources member must be defined.")


def _resources(template: Template) -> None:
    for name, resource in template.resources.items():
        if not re.fullmatch(r"[a-zA-Z0-9]+", name):
            raise ValidationError(f"Template format error: Resource name {name} is non alphanumeric.")
        if not isinstance(resource, dict) or "Type" not in resource:
            raise ValidationError(
                f"Template format error: [/Resources/{name}] Every Resources object must contain a Type member."
            )
        unknown = sorted(resource.keys() - RESOURCE_KEYS)
        if unknown:
            raise ValidationError(f"Invalid template resource property '{unknown[0]}'")


def _parameters(template: Template) -> None:
    for name, facts in template.parameters.items():
        if not isinstance(facts, dict) or "Type" not in facts:
            raise ValidationError(
                f"Template format error: [/Parameters/{name}] Every Parameters object must contain a Type member."
            )


def _types(template: Template) -> None:
    unknown = sorted({resource["Type"] for resource in template.resources.values()} - TYPES.keys())
    if unknown:
        raise ValidationError(
            f"Template format error: Unrecognized resource types: [{', '.join(unknown)}] "
            f"(if AWS has them, the rehearsal does not: it knows {len(TYPES)} types)"
        )


def _names(template: Template) -> None:
    known = template.resources.keys() | template.parameters.keys() | PSEUDO_PARAMETERS
    for block, node in (("Resources", _properties(template)), ("Outputs", template.outputs)):
        unknown = {name for name, _ in references(node)} - known
        if block == "Resources":
            unknown |= {name for each in template.resources.values() for name in depends_on(each)} - known
        if unknown:
            raise ValidationError(
                f"Template format error: Unresolved resource dependencies [{', '.join(sorted(unknown))}] "
                f"in the {block} block of the template"
            )


def _properties(template: Template) -> list[Node]:
    return [resource.get("Properties", {}) for resource in template.resources.values()]


def _attributes(template: Template) -> None:
    for name, attribute in references([_properties(template), template.outputs]):
        if attribute is None:
            continue
        if name not in template.resources:
            raise ValidationError(f"Template error: instance of Fn::GetAtt references undefined resource {name}")
        kind = TYPES[template.resources[name]["Type"]]
        if attribute not in kind.ATTRIBUTES:
            raise ValidationError(
                f"Template error: resource {name} does not support attribute type {attribute} in Fn::GetAtt"
            )


def _conditions(template: Template) -> None:
    known = template.section("Conditions").keys()
    used = set(_conditions_of_ifs(template.body))
    used |= {each["Condition"] for each in template.resources.values() if "Condition" in each}
    used |= {each["Condition"] for each in template.outputs.values() if "Condition" in each}
    for name in sorted(used - known):
        raise ValidationError(f"Template format error: Unresolved condition dependency {name}")


def _conditions_of_ifs(node: Node) -> Iterator[str]:
    if isinstance(node, dict):
        if "Fn::If" in node:
            yield node["Fn::If"][0]
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _conditions_of_ifs(each)
