"""The verbs: what a reader does with a control, written as the label that the reader sees.

``点击 :click:`创建参数```, ``在 :enter:`名称` 中输入 :value:`email```. A list item holds one verb, and a ``:value:``
where the verb needs one.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from walkthrough.labels import elsewhere
from walkthrough.nodes import control, value

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


@dataclass(frozen=True)
class Verb:
    """A thing to do.

    :ivar on_screen: its text is a label of a screen, so that each language has its own
    :ivar takes_value: whether a ``:value:`` must follow ("must"), may follow ("may") or must not ("no")
    """

    on_screen: bool
    takes_value: str


VERBS = {
    "open": Verb(on_screen=True, takes_value="no"),  # a service by its name, or an address
    "click": Verb(on_screen=True, takes_value="no"),
    "choose": Verb(on_screen=True, takes_value="may"),  # an option by its name, or the value of a field
    "tick": Verb(on_screen=True, takes_value="no"),
    "enter": Verb(on_screen=True, takes_value="must"),
    "upload": Verb(on_screen=True, takes_value="must"),
    "see": Verb(on_screen=True, takes_value="may"),  # wait for it, as the reader does
    "press": Verb(on_screen=False, takes_value="no"),  # keys in a terminal
    "type": Verb(on_screen=False, takes_value="no"),  # an answer to a program's question, and Enter; code into a cell
    "paste": Verb(on_screen=False, takes_value="no"),  # what was copied before, into an editor
}


STYLED = ("html", "pdf")
"""The builders whose style sheet puts the other language's label into brackets."""


class VerbRole(SphinxRole):
    """A control, its text set in bold; an address is also a link."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Mark the text with the verb; the role's own name is the verb."""
        node = control(self.rawtext, self.text, verb=self.name, classes=["screen", f"screen-{self.name}"])
        self.set_source_info(node)
        if VERBS[self.name].on_screen:
            node["elsewhere"] = elsewhere(self.text, self.config.language)
        if self.text.startswith("https://") or self.text.startswith("http://"):
            node[:] = [nodes.reference("", self.text, refuri=self.text)]
        return [node], []


class ValueRole(SphinxRole):
    """What goes into a control, shown verbatim."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Mark the text."""
        node = value(self.rawtext, self.text, classes=["value"])
        self.set_source_info(node)
        return [node], []


def visit_control(translator: HTML5Translator, node: control) -> None:
    """A control in bold; one that is called otherwise in the other language says so on hover, on focus and on a tap."""
    attributes: dict[str, Any] = {"tabindex": "0", "data-elsewhere": ""} if node.get("elsewhere") else {}
    translator.body.append(translator.starttag(node, "strong", "", **attributes))


def depart_control(translator: HTML5Translator, node: control) -> None:
    """The other label is a text, read aloud in its language; the style sheet of the site shows it when asked."""
    other = node.get("elsewhere")
    if other:
        tag, text = other
        said = html.escape(text if translator.builder.name in STYLED else f" ({text})")
        translator.body.append(f'<span class="visually-hidden elsewhere" lang="{tag}">{said}</span>')
    translator.body.append("</strong>")


def setup(app: Sphinx) -> None:
    """Register every verb, and ``:value:``."""
    app.add_node(control, html=(visit_control, depart_control))
    for verb in VERBS:
        app.add_role(verb, VerbRole())
    app.add_role("value", ValueRole())
