"""``.. unverified-labels::``: the labels of the guide that nobody has seen in the real console."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective
from tables import paragraph, table

from walkthrough.labels import CATALOGUE, catalogue

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

CONTROL = re.compile(r":(?:click|choose|enter|open|see|tick|upload):`([^`]+)`")
HEADER = {"zh_CN": "中文控制台", "en": "English console"}


class UnverifiedLabels(SphinxDirective):
    """A row a label that a page asks the reader to find, in the order of the catalogue."""

    def run(self) -> list[nodes.Node]:
        """Make the table; the page is read again when the catalogue changes."""
        self.env.note_dependency(str(CATALOGUE))
        pages = [path.read_text("utf-8") for path in sorted(Path(self.env.srcdir).glob("*.rst"))]
        asked = {text for page in pages for text in CONTROL.findall(page)}
        unseen = [label.text for label in catalogue() if label.doubtful and label.text["zh_CN"] in asked]
        texts = dict.fromkeys(text[self.config.language] for text in unseen)
        return [table([HEADER[self.config.language]], [(paragraph(text),) for text in texts], classes=["labels"])]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("unverified-labels", UnverifiedLabels)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
