"""The functions of a template, worked out: Ref, GetAtt, Sub, If and their kin."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any, Protocol

from rehearsal.cloud.cloudformation.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud.cloudformation.template import Node


class NoValue:
    """What ``AWS::NoValue`` stands for: the property is not there at all."""


class Scope(Protocol):
    """What the names in a template mean in one stack at one time."""

    def reference(self, name: str) -> Any:  # noqa: ANN401 - a string, a list or NoValue
        """Return what ``Ref`` gives for a parameter, a pseudo parameter or a resource."""

    def attribute(self, name: str, attribute: str) -> str:
        """Return what ``GetAtt`` gives for a resource."""

    def condition(self, name: str) -> bool:
        """Return whether a condition holds."""

    def mapping(self, name: str) -> dict[str, Any]:
        """Return one of the mappings."""

    def zones(self, region: str) -> list[str]:
        """Return the Availability Zones of a region; of the stack's own if it is empty."""

    def parameter_of_store(self, name: str) -> str:
        """Return a value from Parameter Store, for ``{{resolve:ssm:name}}``."""


DYNAMIC_REFERENCE = re.compile(r"\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}")


def evaluate(node: Node, scope: Scope) -> Any:  # noqa: ANN401 - as varied as a template
    """Work out a piece of a template.

    Raises:
        ValidationError: If a function is used in a way that CloudFormation refuses.

    """
    if isinstance(node, list):
        values = [evaluate(each, scope) for each in node]
        return [value for value in values if value is not NoValue]
    if isinstance(node, str):
        return DYNAMIC_REFERENCE.sub(lambda found: scope.parameter_of_store(found[1]), node)
    if not isinstance(node, dict):
        return node
    if len(node) == 1:
        ((name, argument),) = node.items()
        if name in FUNCTIONS:
            return FUNCTIONS[name](argument, scope)
        if name.startswith("Fn::"):
            raise ValidationError(f"Template error: {name} is not a function that is rehearsed")
    pairs = {key: evaluate(value, scope) for key, value in node.items()}
    return {key: value for key, value in pairs.items() if value is not NoValue}


def holds(node: Node, scope: Scope) -> bool:
    """Work out a condition: Equals, Not, And, Or, Contains (in rules), or the name of another one."""
    ((name, argument),) = node.items()
    if name == "Condition":
        return scope.condition(argument)
    if name == "Fn::Equals":
        left, right = (evaluate(each, scope) for each in argument)
        return _text(left) == _text(right)
    if name == "Fn::Not":
        return not holds(argument[0], scope)
    if name == "Fn::Contains":
        values, wanted = (evaluate(each, scope) for each in argument)
        return _text(wanted) in map(_text, values)
    if name in ("Fn::And", "Fn::Or"):
        return (all if name == "Fn::And" else any)(holds(each, scope) for each in argument)
    raise ValidationError(f"Template error: {name} cannot be used in a condition")


def _text(value: object) -> str:
    """Write a value as CloudFormation does where it needs a string."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _ref(argument: Node, scope: Scope) -> Any:  # noqa: ANN401 - a string or a list
    return scope.reference(argument)


def _get_att(argument: Node, scope: Scope) -> str:
    name, attribute = argument.split(".", 1) if isinstance(argument, str) else argument
    return scope.attribute(name, evaluate(attribute, scope))


def _sub(argument: Node, scope: Scope) -> str:
    text, given = (argument, {}) if isinstance(argument, str) else argument

    def replaced(found: re.Match[str]) -> str:
        name = found[1].strip()
        if name.startswith("!"):
            return "${" + name[1:] + "}"
        if name in given:
            return _text(evaluate(given[name], scope))
        resource, dot, attribute = name.partition(".")
        return _text(scope.attribute(resource, attribute) if dot else scope.reference(name))

    return str(evaluate(re.sub(r"\$\{([^}]*)\}", replaced, text), scope))


def _if(argument: Node, scope: Scope) -> Any:  # noqa: ANN401 - as varied as a template
    condition, then, otherwise = argument
    return evaluate(then if scope.condition(condition) else otherwise, scope)


def _join(argument: Node, scope: Scope) -> str:
    separator, values = argument
    return str(separator).join(_text(each) for each in evaluate(values, scope))


def _split(argument: Node, scope: Scope) -> list[str]:
    separator, text = argument
    return str(evaluate(text, scope)).split(separator)


def _select(argument: Node, scope: Scope) -> Any:  # noqa: ANN401 - an item of any list
    index, values = evaluate(argument[0], scope), evaluate(argument[1], scope)
    try:
        return values[int(index)]
    except (IndexError, ValueError) as error:
        raise ValidationError(f"Template error: Fn::Select cannot select nonexistent value at index {index}") from error


def _find_in_map(argument: Node, scope: Scope) -> Any:  # noqa: ANN401 - a string or a list
    name, top, second = (evaluate(each, scope) for each in argument[:3])
    try:
        return scope.mapping(name)[_text(top)][_text(second)]
    except KeyError as error:
        place = f"{name}::{top}::{second}"
        raise ValidationError(f"Template error: Unable to get mapping for {place}") from error


def _get_azs(argument: Node, scope: Scope) -> list[str]:
    return scope.zones(evaluate(argument, scope))


def _base64(argument: Node, scope: Scope) -> str:
    return base64.b64encode(_text(evaluate(argument, scope)).encode()).decode()


def _to_json(argument: Node, scope: Scope) -> str:
    return json.dumps(evaluate(argument, scope))


FUNCTIONS: dict[str, Callable[[Node, Scope], Any]] = {
    "Ref": _ref,
    "Fn::GetAtt": _get_att,
    "Fn::Sub": _sub,
    "Fn::If": _if,
    "Fn::Join": _join,
    "Fn::Split": _split,
    "Fn::Select": _select,
    "Fn::FindInMap": _find_in_map,
    "Fn::GetAZs": _get_azs,
    "Fn::Base64": _base64,
    "Fn::ToJsonString": _to_json,
}
