"""The tree of pages in the sidebar: what is on the way to a page and beside it, not all there is.

Sphinx resolves the whole tree again for each page, and furo writes all of it into each, so the time of a build and the
weight of a page grow with the guide: with a hundred copies of it nine tenths of the build. Here a page costs what its
own branch has; for a guide as flat as this one the result is the same, letter by letter.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from sphinx import addnodes

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

ADDRESS = re.compile(r"https?:|mailto:")


class Tree:
    """The tree as one page shows it."""

    def __init__(self, builder: StandaloneHTMLBuilder, page: str) -> None:
        self.builder = builder
        self.env = builder.env
        self.page = page
        self.path = self.way_to(page)

    def way_to(self, page: str) -> set[str]:
        """The page and those that lead to it; the front page leads to all."""
        path: set[str] = set()
        while page not in path:
            path.add(page)
            page = min(self.env.files_to_rebuild.get(page, {page}))
        return path

    def html(self, **options: object) -> str:
        """The tree, as furo expects it from Sphinx's ``toctree()``; ``options`` are those that furo asks for."""
        return "".join(self.part(toctree) for toctree in self.toctrees(self.env.config.root_doc))

    def toctrees(self, page: str) -> list[addnodes.toctree]:
        """The ``.. toctree::`` of a page."""
        return list(self.env.tocs[page].findall(addnodes.toctree))

    def part(self, toctree: addnodes.toctree) -> str:
        """One ``.. toctree::`` of the front page, under its caption."""
        caption = toctree.get("caption")
        line = '<p class="caption" role="heading"><span class="caption-text">{}</span></p>\n'
        return (line.format(escape(caption)) if caption else "") + self.entries(toctree, 1) + "\n"

    def entries(self, toctree: addnodes.toctree, level: int) -> str:
        """The pages of one ``.. toctree::``; those on the way to this page with what is under them."""
        items = "".join(self.entry(title, page, level) for title, page in toctree["entries"])
        current = ' class="current"' if self.path & {page for _, page in toctree["entries"]} else ""
        return f"<ul{current}>\n{items}</ul>"

    def entry(self, title: str | None, page: str, level: int) -> str:
        """A page, or an address."""
        if ADDRESS.match(page):
            return self.item("", "reference external", page, escape(title or page), level)
        label = escape(title) if title else heading(self.builder, page)
        if page not in self.path:
            return self.item("", "reference internal", self.builder.get_relative_uri(self.page, page), label, level)
        address = "#" if page == self.page else self.builder.get_relative_uri(self.page, page)
        under = "\n".join(self.entries(toctree, level + 1) for toctree in self.toctrees(page))
        return self.item(" current", "current reference internal", address, label, level, under)

    def item(self, current: str, kind: str, address: str, label: str, level: int, under: str = "") -> str:
        """One line of the tree."""
        link = f'<a class="{kind}" href="{escape(address)}">{label}</a>'
        return f'<li class="toctree-l{level}{current}">{link}{under}</li>\n'


@cache
def heading(builder: StandaloneHTMLBuilder, page: str) -> str:
    """What a page is called, as HTML; worked out once, and not once for each page that links to it."""
    return builder.render_partial(builder.env.titles[page])["title"]


def show(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Take the place of Sphinx's ``toctree()`` before furo asks it."""
    if app.builder.name == "html":
        context["toctree"] = Tree(app.builder, page).html  # type: ignore[arg-type]  # its name says which it is


def setup(app: Sphinx) -> dict[str, bool]:
    """Before furo, which is called at 500."""
    app.connect("html-page-context", show, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
