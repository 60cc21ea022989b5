"""Tables and values made from the CloudFormation template itself, so that a page cannot say otherwise.

``.. template-parameters::``, ``.. template-resources::`` and ``.. template-outputs::`` are tables;
``:default:`MonthlyBudget``` is the default of a parameter, and ``:default:`Alert``` the spend, in CNY, that sends the
first e-mail.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole
from tables import literal, paragraph, table

from walkthrough.template import Template, load, split

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class TemplateTable(SphinxDirective):
    """A table of one part of the template."""

    headers: dict[str, tuple[str, ...]]

    def run(self) -> list[nodes.Node]:
        """Make the table; the page is read again when the template changes."""
        template: Template = self.config.guide_template
        self.env.note_dependency(str(template.path))
        rows = self.rows(template, self.config.language)
        return [table(self.headers[self.config.language], rows, classes=["cards"])]

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
                nodes.container("", nodes.paragraph("", "", nodes.strong(text=template.labels[name])), literal(name)),
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
