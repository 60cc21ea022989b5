"""Tables and values made from the CloudFormation template itself, so that a page cannot say otherwise.

``.. template-parameters::``, ``.. template-resources::`` and ``.. template-outputs::`` are tables;
``:default:`MonthlyBudget``` is the default of a parameter, and ``:default:`Alert``` the spend, in CNY, that sends the
first e-mail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from tables import literal, paragraph, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PURPOSE = re.compile(r"\s*#\s*(zh|en):\s*(.+)")
LANGUAGES = {"zh": "zh_CN", "en": "en"}
# Where the Chinese of a bilingual text begins; the template writes English first.
CHINESE = re.compile(r"\s*/?\s*(?=[\u4e00-\u9fff])")


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
    english, *chinese = CHINESE.split(text.strip(), maxsplit=1)
    return {"en": english, "zh_CN": chinese[0] if chinese else english}


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
        return f"{self.alert:,.0f}" if name == "Alert" else str(self.parameters[name]["Default"])

    @property
    def alert(self) -> float:
        """The spend of a month, in CNY, that sends the first e-mail."""
        return float(self.default("MonthlyBudget")) * float(self.default("AlertPercentage")) / 100


def load(path: Path) -> Template:
    """Read a template and the comments above its resources."""
    text = path.read_text("utf-8")
    document = yaml.load(text, _Loader)  # noqa: S506  # a SafeLoader
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


class TemplateTable(SphinxDirective):
    """A table of one part of the template."""

    headers: dict[str, tuple[str, ...]]

    def run(self) -> list[nodes.Node]:
        """Make the table; the page is read again when the template changes."""
        template: Template = self.config.guide_template
        self.env.note_dependency(str(template.path))
        return [table(self.headers[self.config.language], self.rows(template, self.config.language))]

    def rows(self, template: Template, language: str) -> list[list[nodes.Node]]:
        """The rows, in the order of the template."""
        raise NotImplementedError


class Parameters(TemplateTable):
    """What one can choose: the label in the console, the default, what it means."""

    headers = {  # noqa: RUF012
        "zh_CN": ("参数", "默认值", "说明"),
        "en": ("Parameter", "Default", "What it means"),
    }

    def rows(self, template: Template, language: str) -> list[list[nodes.Node]]:
        """A row a parameter."""
        return [
            [
                nodes.paragraph("", "", nodes.strong(text=template.labels[name])),
                literal(str(declaration["Default"])) if declaration["Default"] != "" else paragraph("—"),
                paragraph(split(declaration["Description"])[language]),
            ]
            for name, declaration in template.parameters.items()
        ]


class Resources(TemplateTable):
    """What the stack creates."""

    headers = {  # noqa: RUF012
        "zh_CN": ("资源", "类型", "用途"),
        "en": ("Resource", "Type", "Purpose"),
    }

    def rows(self, template: Template, language: str) -> list[list[nodes.Node]]:
        """A row a resource, with what the comment above it says."""
        return [
            [literal(name), literal(declaration["Type"]), paragraph(template.purposes[name][language])]
            for name, declaration in template.resources.items()
        ]


class Outputs(TemplateTable):
    """What the stack tells its reader."""

    headers = {"zh_CN": ("输出", "说明"), "en": ("Output", "What it is")}  # noqa: RUF012

    def rows(self, template: Template, language: str) -> list[list[nodes.Node]]:
        """A row an output."""
        return [
            [literal(name), paragraph(split(declaration["Description"])[language])]
            for name, declaration in template.outputs.items()
        ]


class DefaultRole(SphinxRole):
    """``:default:`VolumeSize```: the default of a parameter of the template."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Show it, or say which parameters there are."""
        template: Template = self.config.guide_template
        self.env.note_dependency(str(template.path))
        try:
            return [nodes.inline(text=template.default(self.text))], []
        except KeyError:
            known = ", ".join([*template.parameters, "Alert"])
            message = self.inliner.reporter.error(
                f"The template has no parameter '{self.text}'; it has: {known}.", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]


def read(app: Sphinx, config: Any) -> None:  # noqa: ANN401
    """Read the template before the first page."""
    config.guide_template = load(Path(config.guide_root) / "cloudformation" / "deep-learning.template.yaml")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the tables and the role."""
    app.add_config_value("guide_template", None, "")
    app.connect("config-inited", read)
    app.add_directive("template-parameters", Parameters)
    app.add_directive("template-resources", Resources)
    app.add_directive("template-outputs", Outputs)
    app.add_role("default", DefaultRole())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
