"""``.. before-you-start::``: what a page needs, how long it takes, what one has after it, and the choice of a way.

Below it stands the choice among the ways and systems of the page; ``_static/ways.js`` makes it work.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx_tabs.tabs import SphinxTabsTab
from translated_tabs import CHOICES, NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

WORDS = {
    "needs": {"zh_CN": "开始之前", "en": "Before you start"},
    "minutes": {"zh_CN": "需要多久", "en": "How long"},
    "result": {"zh_CN": "完成之后", "en": "When you are done"},
}
ESTIMATE = {
    "zh_CN": "大约 {minutes} 分钟，是我们的估计。",
    "en": "About {minutes} minutes; this is an estimate of ours.",
}


class choosers(nodes.General, nodes.Element):  # noqa: N801  # doctree nodes are lower case
    """Where the reader chooses: ``offers`` maps a choice to its values and their labels."""


class BeforeYouStart(SphinxDirective):
    """``:minutes:`` and two fields, ``:needs:`` and ``:result:``; a third, ``:waiting:``, goes on about the time."""

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"minutes": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Make the list; its texts are translated as those of any paragraph."""
        if "minutes" not in self.options:
            raise self.error("Say how long the page takes, in minutes: ':minutes: 10' below the directive.")
        fields = self.fields()
        minutes = self.options["minutes"]
        self.env.metadata[self.env.docname]["minutes"] = str(minutes)
        time = nodes.paragraph(text=ESTIMATE[self.config.language].format(minutes=minutes))
        bodies = {"needs": fields["needs"], "minutes": [time, *fields.get("waiting", [])], "result": fields["result"]}
        items = [
            nodes.definition_list_item(
                "", nodes.term(text=WORDS[name][self.config.language]), nodes.definition("", *body)
            )
            for name, body in bodies.items()
        ]
        # The search passes it over: it repeats what sections say.
        return [nodes.container("", nodes.definition_list("", *items), choosers(), classes=["before", "no-search"])]

    def fields(self) -> dict[str, list[nodes.Node]]:
        """The fields of the content, by name."""
        parsed = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, parsed)
        found = {field[0].astext(): list(field[1].children) for field in parsed.findall(nodes.field)}
        unknown = found.keys() - {"needs", "result", "waiting"}
        missing = [name for name in ("needs", "result") if not found.get(name)]
        if unknown or missing or len(parsed) != 1:
            raise self.error(
                "Write the two fields ':needs:' and ':result:', each with a text, and ':waiting:' where the time "
                f"depends on others; {'missing: ' + ', '.join(missing) if missing else 'nothing else belongs here'}."
            )
        return found


def offer(app: Sphinx, doctree: nodes.document) -> None:
    """Offer what the tabs of the page offer, by the labels of the tabs, in the order of :data:`CHOICES`."""
    values = [value for _, value in CHOICES.values()]
    offers: dict[str, dict[str, str]] = {choice: {} for choice in NAMES}
    for tab in sorted(doctree.findall(SphinxTabsTab), key=lambda tab: values.index(tab["data-value"])):
        offers[tab["data-choice"]].setdefault(tab["data-value"], tab.astext())
    for node in list(doctree.findall(choosers)):
        node["offers"] = {choice: labels for choice, labels in offers.items() if len(labels) > 1}
        node["language"] = app.config.language
        if not node["offers"]:
            node.parent.remove(node)


def visit_choosers(translator: HTML5Translator, node: choosers) -> None:
    """Radio buttons on the site; elsewhere nothing can be chosen, and every way is shown."""
    if translator.builder.name != "html":
        raise nodes.SkipNode
    translator.body.append('<div class="choosers">')
    for choice, labels in node["offers"].items():
        buttons = "".join(
            f'<label><input type="radio" name="{choice}" value="{value}"{" checked" if first else ""}>'
            f"<span>{html.escape(label)}</span></label>"
            for first, (value, label) in zip([True, False, False], labels.items(), strict=False)
        )
        legend = html.escape(NAMES[choice][node["language"]])
        translator.body.append(f'<fieldset class="chooser"><legend>{legend}</legend>{buttons}</fieldset>')


def depart_choosers(translator: HTML5Translator, node: choosers) -> None:
    """Close what was opened."""
    translator.body.append("</div>")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive; the tabs must have been named before they are offered."""
    app.setup_extension("translated_tabs")
    app.add_node(choosers, html=(visit_choosers, depart_choosers))
    app.add_directive("before-you-start", BeforeYouStart)
    app.connect("doctree-read", offer, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
