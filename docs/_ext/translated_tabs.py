"""Tabs whose labels are translated, and which say their name where there is no tab strip (print, no JavaScript).

sphinx-tabs 3.5 extracts a tab's label for translators and then never shows the translation, because the label's node
lacks what Sphinx's translation pass looks for: where it stands and how it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_tabs.tabs import GroupTabDirective, SphinxTabsPanel, SphinxTabsTab, TabsDirective

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


class TranslatedTabs(TabsDirective):  # type: ignore[misc]  # sphinx-tabs has no types
    """A group of tabs; once it is read, its labels can be translated."""

    def run(self) -> list[nodes.Node]:
        """Read the tabs, then tell each label where it stands."""
        found: list[nodes.Node] = super().run()
        for group in found:
            for label in group.findall(SphinxTabsTab):
                label.source, label.line = self.get_source_info()
                label.rawsource = label.astext()
        return found


class WrittenTab(GroupTabDirective):  # type: ignore[misc]
    """A tab whose panel remembers the label as it is written in the source: the walk knows a way by it."""

    def run(self) -> list[nodes.Element]:
        """Read the tab and note its label."""
        written = self.content[0]
        self.content_offset += 1  # the label's line, which sphinx-tabs forgets; else lines inside are told one too low
        found: list[nodes.Element] = super().run()
        for panel in found:
            panel["written"] = written
        return found


def name_panels(app: Sphinx, doctree: nodes.document) -> None:
    """Give each panel its (translated) label as ``data-label``, which the style sheet shows in print."""
    labels = {label["aria-controls"]: label.astext() for label in doctree.findall(SphinxTabsTab)}
    for label in doctree.findall(SphinxTabsTab):
        label.attributes.pop("translated", None)
    for panel in doctree.findall(SphinxTabsPanel):
        panel["data-label"] = labels[panel["ids"][0]]


def setup(app: Sphinx) -> dict[str, bool]:
    """Put the two directives in the place of sphinx-tabs' own."""
    app.setup_extension("sphinx_tabs.tabs")
    app.add_directive("tabs", TranslatedTabs, override=True)
    app.add_directive("group-tab", WrittenTab, override=True)
    app.connect("doctree-read", name_panels)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
