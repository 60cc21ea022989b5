"""The CloudFormation template as Python data whose every part knows its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "cloudformation" / "deep-learning.template.yaml"

Place = tuple[str | int, ...]
"""The way from the top of the template to one of its parts: keys, and positions in lists."""


class _Loader(yaml.SafeLoader):
    """Reads the short forms of CloudFormation's functions as their long forms: ``!Ref Vpc`` as ``{Ref: Vpc}``."""


def _long_name(tag: str) -> str:
    name = tag.removeprefix("!")
    return name if name in ("Ref", "Condition") else f"Fn::{name}"


def _function(loader: _Loader, _: str, node: yaml.Node) -> dict[str, Any]:
    name = _long_name(node.tag)
    if isinstance(node, yaml.ScalarNode):
        text = str(loader.construct_scalar(node))
        return {name: text.split(".", 1) if name == "Fn::GetAtt" else text}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    raise yaml.constructor.ConstructorError(None, None, f"{node.tag} has no mapping form here", node.start_mark)


_Loader.add_multi_constructor("!", _function)


@dataclass(frozen=True)
class Resource:
    """One resource of the template."""

    name: str
    type: str
    properties: dict[str, Any]

    @property
    def place(self) -> Place:
        """Where its properties are."""
        return ("Resources", self.name, "Properties")


class Template:
    """A template: its text, its data in long form, and the line of each part.

    :param text: the YAML text
    :param name: what a message calls the file
    :raises yaml.YAMLError: when the text is no YAML
    """

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        loader = _Loader(text)
        self._root = loader.get_single_node()
        self.data: dict[str, Any] = loader.construct_document(self._root)

    def resources(self, kind: str = "") -> Iterator[Resource]:
        """Yield the resources of one type such as ``AWS::EC2::Instance``, or all of them."""
        for name, resource in self.data["Resources"].items():
            if kind in ("", resource["Type"]):
                yield Resource(name, resource["Type"], resource.get("Properties", {}))

    def line(self, place: Place) -> int:
        """Find the line, from 1, of a part, or of the last part on the way to it that exists."""
        node, line = self._root, 1
        for step in place:
            if node is not None and step == _long_name(node.tag):
                continue  # a short form: the function and what it is applied to are one node
            found = _inside(node, step)
            if found is None:
                break
            node, line = found
        return line

    def comments_above(self, place: Place) -> list[str]:
        """Collect the comment lines directly above a part, from top to bottom, without their ``#``."""
        lines = self.text.splitlines()[: self.line(place) - 1]
        comments: list[str] = []
        while lines and lines[-1].lstrip().startswith("#"):
            comments.insert(0, lines.pop().lstrip().removeprefix("#").strip())
        return comments


def _inside(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, int] | None:
    """Go one step further into a node: the part that is there, and its line."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        part = node.value[step]
        return part, part.start_mark.line + 1
    return None


def texts(part: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:  # noqa: ANN401  # any part of a template
    """Every text in a part of a template, keys too, with its place."""
    if isinstance(part, str):
        yield place, part
    elif isinstance(part, list):
        for position, item in enumerate(part):
            yield from texts(item, (*place, position))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield (*place, key), str(key)
            yield from texts(value, (*place, key))


@cache
def the_template() -> Template:
    """Read the template that readers deploy."""
    return Template(TEMPLATE.read_text("utf-8"), str(TEMPLATE.relative_to(ROOT)))
