"""What a template allows as values of its parameters.

GetTemplateSummary tells of AllowedValues alone; the console says the rest beside the field as well.
"""

from __future__ import annotations

from typing import Any

import yaml

CONSTRAINTS = (
    "AllowedPattern",
    "AllowedValues",
    "ConstraintDescription",
    "MaxLength",
    "MaxValue",
    "MinLength",
    "MinValue",
)


class _Loader(yaml.SafeLoader):
    """YAML in which CloudFormation's functions, ``!Ref x`` and the like, mean nothing."""


_Loader.add_multi_constructor("!", lambda *_: None)


def constraints_of(template: str) -> dict[str, dict[str, Any]]:
    """Return the constraints of each parameter of a template that CloudFormation has read already; all as texts."""
    declared = yaml.load(template, _Loader).get("Parameters") or {}
    return {
        key: {name: _plain(facts[name]) for name in CONSTRAINTS if name in facts} for key, facts in declared.items()
    }


def _plain(value: object) -> list[str] | str:
    return [str(each) for each in value] if isinstance(value, list) else str(value)
