"""The CloudFormation template as the guide speaks about it: parameters, labels, resources and purposes, outputs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

PURPOSE = re.compile(r"\s*#\s*(zh|en):\s*(.+)")
LANGUAGES = {"zh": "zh_CN", "en": "en"}


class _Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short functions, which are read and not resolved."""


def _function(loader: _Loader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        return {suffix: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {suffix: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)
    return {suffix: loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("!", _function)


def split(text: str) -> dict[str, str]:
    """The two languages of a bilingual text of the template, English first.

    >>> split("Disk size / 磁盘大小")
    {'en': 'Disk size', 'zh_CN': '磁盘大小'}
    """
    english, _, chinese = text.partition(" / ")
    return {"en": english, "zh_CN": chinese}


@dataclass(frozen=True)
class Template:
    """The template, as far as pages speak about it.

    :ivar parameters: name to declaration, in the order in which a reader meets them
    :ivar labels: parameter to its label in the console, English and Chinese in one text
    :ivar resources: logical id to declaration
    :ivar purposes: logical id to what the comment above it says, by language
    :ivar outputs: name to declaration
    """

    path: Path
    parameters: dict[str, Any]
    labels: dict[str, str]
    resources: dict[str, Any]
    outputs: dict[str, Any]
    purposes: dict[str, dict[str, str]] = field(default_factory=dict)

    def default(self, name: str) -> str:
        """The default of a parameter, or the worked-out ``Alert``.

        :raises KeyError: when the template has no such parameter
        """
        value = self.alert if name == "Alert" else self.parameters[name]["Default"]
        return f"{value:,.0f}" if isinstance(value, int | float) else str(value)

    @property
    def alert(self) -> float:
        """The spend of a month, in CNY, that sends the first e-mail."""
        return float(self.parameters["MonthlyBudget"]["Default"] * self.parameters["AlertPercentage"]["Default"] / 100)


def load(path: Path) -> Template:
    """Read a template and the comments above its resources."""
    text = path.read_text("utf-8")
    document = yaml.load(text, _Loader)  # a SafeLoader
    interface = document["Metadata"]["AWS::CloudFormation::Interface"]
    labels = {name: label["default"] for name, label in interface["ParameterLabels"].items()}
    purposes = _purposes(text, document["Resources"])
    return Template(path, document["Parameters"], labels, document["Resources"], document["Outputs"], purposes)


def _purposes(text: str, resources: dict[str, Any]) -> dict[str, dict[str, str]]:
    """What the comment lines directly above each resource say."""
    purposes: dict[str, dict[str, str]] = {}
    comments: dict[str, str] = {}
    for line in text[text.index("\nResources:") :].splitlines():
        if said := PURPOSE.match(line):
            comments[LANGUAGES[said[1]]] = said[2]
        elif (name := line.strip().rstrip(":")) in resources and line.startswith("  "):
            purposes.setdefault(name, comments)
            comments = {}
        elif not line.lstrip().startswith("#"):
            comments = {}
    return purposes
