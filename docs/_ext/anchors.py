"""A heading has the anchor that its label says, and no other.

docutils makes a second one out of the words of the heading (``#ubuntu``, ``#id2``) and puts it first, so that the link
beside the heading would die with the next change of its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def keep_labels(app: Sphinx, doctree: nodes.document) -> None:
    """Drop each anchor of a heading that no label asked for."""
    labels = {doctree.nameids[name] for name, explicit in doctree.nametypes.items() if explicit}
    for section in doctree.findall(nodes.section):
        section["ids"] = [anchor for anchor in section["ids"] if anchor in labels] or section["ids"]


def setup(app: Sphinx) -> dict[str, bool]:
    """Before Sphinx collects the table of contents, which remembers the first anchor."""
    app.connect("doctree-read", keep_labels, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
