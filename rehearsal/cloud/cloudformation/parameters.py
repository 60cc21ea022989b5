"""The values of a stack's parameters: what was given, what is allowed, and what Parameter Store says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rehearsal.cloud.cloudformation.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud.cloudformation.account import Account
    from rehearsal.cloud.cloudformation.template import Node, Template

STORED = re.compile(r"AWS::SSM::Parameter::Value<(.+)>")
"""The types whose value is the name of a parameter in Parameter Store."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of one stack."""

    key: str
    given: str
    """What the reader gave, or the default: for a stored type, a name in Parameter Store."""
    value: Any
    """What ``Ref`` gives: a string or a list."""
    stored: bool = False
    secret: bool = False

    def described(self) -> dict[str, str]:
        """Return it as DescribeStacks shows it: the name of a stored one, and what it was resolved to."""
        shown = {"ParameterKey": self.key, "ParameterValue": "****" if self.secret else self.given}
        if self.stored:
            shown["ResolvedValue"] = ",".join(self.value) if isinstance(self.value, list) else self.value
        return shown


def resolve(template: Template, given: dict[str, str], account: Account) -> dict[str, Parameter]:
    """Check the given values against the declarations, and look up the stored ones.

    Raises:
        ValidationError: If a parameter is unknown, is missing, or has a value that is not allowed.

    """
    declared = template.parameters
    unknown = [key for key in given if key not in declared]
    if unknown:
        raise ValidationError(f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    missing = [key for key, facts in declared.items() if key not in given and "Default" not in facts]
    if missing:
        raise ValidationError(f"Parameters: [{', '.join(missing)}] must have values")
    texts = {key: str(given.get(key, facts.get("Default"))) for key, facts in declared.items()}
    for key, facts in declared.items():
        check(key, texts[key], facts)
    _check_stored(declared, texts, account)
    return {key: _resolved(key, texts[key], facts, account) for key, facts in declared.items()}


def _check_stored(declared: dict[str, Node], texts: dict[str, str], account: Account) -> None:
    """Look for all stored parameters at once, as CloudFormation does: one message names all that are missing."""
    names = [texts[key] for key, facts in declared.items() if STORED.fullmatch(facts["Type"])]
    kinds = {name: account.stored_type(name) for name in names}
    absent = [name for name, kind in kinds.items() if kind is None]
    if absent:
        names_of_absent = ", ".join(absent)
        raise ValidationError(f"Unable to fetch parameters [{names_of_absent}] from parameter store for this account.")
    secret = [name for name, kind in kinds.items() if kind == "SecureString"]
    if secret:
        names_of_secret = ", ".join(secret)
        raise ValidationError(
            f"Parameters [{names_of_secret}] referenced by template have types not supported by CloudFormation."
        )


def _resolved(key: str, text: str, facts: Node, account: Account) -> Parameter:
    stored = STORED.fullmatch(facts["Type"])
    kind = stored[1] if stored else facts["Type"]
    value: Any = account.stored_value(text) if stored else text
    if kind.startswith("List<") or kind == "CommaDelimitedList":
        value = [item.strip() for item in value.split(",")]
    _check_exists(key, kind, value, account)
    return Parameter(key, text, value, bool(stored), str(facts.get("NoEcho", False)).lower() == "true")


def _check_exists(key: str, kind: str, value: Any, account: Account) -> None:  # noqa: ANN401 - a string or a list
    exists = {
        "AWS::EC2::Image::Id": account.image_exists,
        "AWS::EC2::AvailabilityZone::Name": account.zone_exists,
    }.get(kind)
    if exists and not exists(value):
        raise ValidationError(
            f"Parameter validation failed: parameter value {value} for parameter name {key} does not exist"
        )


def check(key: str, text: str, facts: Node) -> None:
    """Check one value against its declaration; for a stored type that is the name, not what is stored.

    Raises:
        ValidationError: If the value is not allowed.

    """
    for constraint, allows in CONSTRAINTS.items():
        if constraint in facts and not allows(text, facts[constraint]):
            described = facts.get("ConstraintDescription")
            reason = f"failed to satisfy constraint: {described}" if described else MEANING[constraint](facts)
            raise ValidationError(f"Parameter '{key}' {reason}")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


CONSTRAINTS: dict[str, Callable[[str, Any], bool]] = {
    "Type": lambda text, kind: kind != "Number" or _is_number(text),
    "AllowedValues": lambda text, allowed: text in map(str, allowed),
    "AllowedPattern": lambda text, pattern: re.fullmatch(pattern, text) is not None,
    "MinValue": lambda text, least: _is_number(text) and float(text) >= float(least),
    "MaxValue": lambda text, most: _is_number(text) and float(text) <= float(most),
    "MinLength": lambda text, least: len(text) >= int(least),
    "MaxLength": lambda text, most: len(text) <= int(most),
}
MEANING: dict[str, Callable[[Node], str]] = {
    "Type": lambda _: "must be a number",
    "AllowedValues": lambda facts: f"must be one of AllowedValues: [{', '.join(map(str, facts['AllowedValues']))}]",
    "AllowedPattern": lambda facts: f"must match pattern {facts['AllowedPattern']}",
    "MinValue": lambda facts: f"must be a number not less than {facts['MinValue']}",
    "MaxValue": lambda facts: f"must be a number not greater than {facts['MaxValue']}",
    "MinLength": lambda facts: f"must contain at least {facts['MinLength']} characters",
    "MaxLength": lambda facts: f"must contain at most {facts['MaxLength']} characters",
}
