"""Reading a template: YAML with CloudFormation's short tags, or JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import yaml

from rehearsal.cloud.cloudformation.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = Any
"""A piece of a template: a mapping, a list, or a plain value."""


@dataclass(frozen=True)
class Template:
    """A template as it was written, and its sections."""

    text: str
    body: dict[str, Node]

    @classmethod
    def read(cls, text: str) -> Template:
        """Read a template.

        Raises:
            ValidationError: If it is not well-formed, or is not a mapping.

        """
        body = _read_json(text) if text.lstrip().startswith("{") else _read_yaml(text)
        if not isinstance(body, dict):
            raise ValidationError("Template format error: unsupported structure.")
        return cls(text, body)

    def section(self, name: str) -> dict[str, Node]:
        """Return a section such as ``Parameters``; empty if the template has none."""
        return self.body.get(name) or {}

    @property
    def resources(self) -> dict[str, Node]:
        """The resources by logical id."""
        return self.section("Resources")

    @property
    def parameters(self) -> dict[str, Node]:
        """The declarations of the parameters by name."""
        return self.section("Parameters")

    @property
    def outputs(self) -> dict[str, Node]:
        """The outputs by key."""
        return self.section("Outputs")

    @property
    def description(self) -> str | None:
        """The description, if there is one."""
        return self.body.get("Description")


class _Loader(yaml.SafeLoader):
    """YAML as CloudFormation reads it: ``!Tag value`` for functions, and no dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - an attribute of PyYAML's class, which has this type
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _function(loader: _Loader, tag: str, node: yaml.Node) -> dict[str, Node]:
    """Write ``!Sub x`` out as ``{"Fn::Sub": x}``."""
    value: Node
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(cast("yaml.MappingNode", node), deep=True)
    if tag == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {tag if tag in ("Ref", "Condition") else f"Fn::{tag}": value}


_Loader.add_multi_constructor("!", _function)


def _read_yaml(text: str) -> Node:
    try:
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise ValidationError(f"Template format error: YAML not well-formed.{place}") from error
    except yaml.YAMLError as error:
        raise ValidationError("Template format error: YAML not well-formed.") from error


def _read_json(text: str) -> Node:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ValidationError(f"Template format error: JSON not well-formed. ({place})") from error


def references(node: Node) -> Iterator[tuple[str, str | None]]:
    """Yield what a piece of a template refers to: ``(name, None)`` for a Ref, ``(name, attribute)`` for a GetAtt."""
    if isinstance(node, list):
        for each in node:
            yield from references(each)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key == "Ref":
            yield str(value), None
        elif key == "Fn::GetAtt":
            name, _, attribute = value.partition(".") if isinstance(value, str) else (value[0], ".", value[1])
            yield name, str(attribute)
        elif key == "Fn::Sub":
            yield from _references_of_sub(value)
        else:
            yield from references(value)


def _references_of_sub(value: Node) -> Iterator[tuple[str, str | None]]:
    text, given = (value, {}) if isinstance(value, str) else value
    yield from references(given)
    for name in substitutions(text):
        if name not in given:
            name, dot, attribute = name.partition(".")
            yield name, attribute if dot else None


def substitutions(text: str) -> list[str]:
    """Return the names inside ``${…}`` of a Sub, leaving out the escaped ``${!…}``."""
    parts = text.split("${")[1:]
    return [part.partition("}")[0].strip() for part in parts if not part.startswith("!")]
