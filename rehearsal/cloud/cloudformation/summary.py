"""What CloudFormation tells about a template before anybody deploys it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rehearsal.cloud.cloudformation.checks import needed_capability

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.template import Node, Template

LIMITS = ("AllowedPattern", "AllowedValues", "ConstraintDescription", "MaxLength", "MaxValue", "MinLength", "MinValue")


def summary_of(template: Template) -> dict[str, Any]:
    """Return what GetTemplateSummary and ValidateTemplate have in common, and more."""
    shown: dict[str, Any] = {
        "Parameters": [_parameter(key, facts) for key, facts in template.parameters.items()],
        "ResourceTypes": [resource["Type"] for resource in template.resources.values()],
        "Version": template.body.get("AWSTemplateFormatVersion", "2010-09-09"),
        "Capabilities": [],
    }
    if template.description:
        shown["Description"] = template.description
    if template.section("Metadata"):
        shown["Metadata"] = json.dumps(template.section("Metadata"), ensure_ascii=False)
    capability = needed_capability(template)
    if capability:
        iam = sorted({each["Type"] for each in template.resources.values() if each["Type"].startswith("AWS::IAM::")})
        shown["Capabilities"] = [capability]
        shown["CapabilitiesReason"] = f"The following resource(s) require capabilities: [{', '.join(iam)}]"
    return shown


def _parameter(key: str, facts: Node) -> dict[str, Any]:
    shown = {
        "ParameterKey": key,
        "ParameterType": facts["Type"],
        "NoEcho": str(facts.get("NoEcho", False)).lower() == "true",
        "ParameterConstraints": {name: _plain(facts[name]) for name in LIMITS if name in facts},
    }
    if "Default" in facts:
        shown["DefaultValue"] = str(facts["Default"])
    if "Description" in facts:
        shown["Description"] = facts["Description"]
    return shown


def _plain(value: Node) -> list[str] | str:
    return [str(each) for each in value] if isinstance(value, list) else str(value)
