"""Tabs for the ways of a step and for operating systems: translated, addressable, and named where there is no strip.

sphinx-tabs 3.5 extracts a tab's label for translators and then never shows the translation, because the label's node
lacks what Sphinx's translation pass looks for: where it stands and how it was written. Its script forgets the choice
with the window and knows one choice only, so ``_static/ways.js`` takes its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_tabs.tabs import (
    GroupTabDirective,
    SphinxTabsPanel,
    SphinxTabsTab,
    SphinxTabsTablist,
    TabsDirective,
    depart,
    visit,
)

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

CHOICES = {
    "控制台": ("way", "console"),
    "AWS CLI": ("way", "cli"),
    "Python": ("way", "python"),
    "macOS / Linux": ("os", "unix"),
    "Windows": ("os", "windows"),
}
"""By its label: what a tab chooses, and what its choice is called in addresses, as in ``?way=cli``."""
NAMES = {"way": {"zh_CN": "做法", "en": "Way"}, "os": {"zh_CN": "操作系统", "en": "Operating system"}}
"""What a strip of tabs is called, for those who do not see it."""


class TranslatedTabs(TabsDirective):  # type: ignore[misc]  # sphinx-tabs has no types
    """A group of tabs; once it is read, its labels can be translated."""

    def run(self) -> list[nodes.Node]:
        """Read the tabs, then tell each label where it stands and the strip what it chooses."""
        found: list[nodes.Node] = super().run()
        for group in found:
            for label in group.findall(SphinxTabsTab):
                label.source, label.line = self.get_source_info()
                label.rawsource = label.astext()
            panels = list(group.findall(SphinxTabsPanel))
            for strip in group.findall(SphinxTabsTablist):
                strip["aria-label"] = NAMES[panels[0]["data-choice"]][self.config.language]
        return found


class WrittenTab(GroupTabDirective):  # type: ignore[misc]
    """A tab whose panel remembers the label as it is written in the source: the walk knows a way by it."""

    def run(self) -> list[nodes.Element]:
        """Read the tab and note its label."""
        written = self.content[0]
        if written not in CHOICES:
            raise self.error(f"There is no tab '{written}'; a tab is one of: {', '.join(CHOICES)}.")
        choice, self.tab_id = CHOICES[written]
        self.content_offset += 1  # the label's line, which sphinx-tabs forgets; else lines inside are told one too low
        found: list[nodes.Element] = super().run()
        for panel in found:
            panel["written"] = written
            panel["data-choice"] = choice
        return found


def name_panels(app: Sphinx, doctree: nodes.document) -> None:
    """Give each panel its (translated) label as ``data-label``, which the style sheet shows in print."""
    labels = {label["aria-controls"]: label for label in doctree.findall(SphinxTabsTab)}
    for panel in doctree.findall(SphinxTabsPanel):
        label = labels[panel["ids"][0]]
        label.attributes.pop("translated", None)
        label["data-choice"], label["data-value"] = panel["data-choice"], label.attributes.pop("name")
        panel["data-label"] = label.astext()


def visit_panel(translator: object, node: SphinxTabsPanel) -> None:
    """A panel, without what only the walk reads."""
    kept = node.copy()
    for name in ("name", "written", "data-choice"):
        kept.attributes.pop(name, None)
    visit(translator, kept)


def setup(app: Sphinx) -> dict[str, bool]:
    """Do what sphinx-tabs' own setup does, without its script and its style sheet."""
    app.add_config_value("sphinx_tabs_valid_builders", [], "", [list])
    app.add_config_value("sphinx_tabs_disable_tab_closing", False, "html", [bool])
    app.add_node(SphinxTabsPanel, html=(visit_panel, depart))
    app.add_node(SphinxTabsTab, html=(visit, depart))
    app.add_node(SphinxTabsTablist, html=(visit, depart))
    app.add_directive("tabs", TranslatedTabs)
    app.add_directive("group-tab", WrittenTab)
    app.connect("doctree-read", name_panels)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
