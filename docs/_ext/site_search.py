"""A search that finds what readers of this guide type: parts of Chinese compounds, labels, error texts, commands.

Sphinx 9.0's own Chinese search finds nothing at all (sphinx#14229), knows pages but not sections, and has no place for
``Permission denied (publickey)``. The guide is small enough to do better: the page ``search.html`` loads the whole
text, section by section, and ``search.js`` looks for what was typed, as it was typed. It works from a folder as well as
from a server.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sections import Section, sections
from sphinx.locale import _
from terminology import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

INDEX = "searchindex.js"


def search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page that shows what was found; without JavaScript it is a list of the pages."""
    if app.builder.name != "html":
        return
    titles = [(page, app.env.titles[page].astext()) for page in reading_order(app)]
    yield "search", {"title": _("Search"), "guide_pages": titles}, "search.html"


def reading_order(app: Sphinx) -> list[str]:
    """The pages as the table of contents has them."""
    home = app.config.root_doc
    return [home, *(page for page in app.env.toctree_includes.get(home, []) if page in app.env.found_docs)]


def write_index(app: Sphinx, failure: Exception | None) -> None:
    """Write the text of all pages, once they are finished."""
    if failure or app.builder.name != "html":
        return
    out = Path(app.outdir)
    pages = {page: sections((out / f"{page}.html").read_text("utf-8")) for page in reading_order(app)}
    index = {
        "sections": [
            [page, entry.anchor if entry.level > 1 else "", trail(found, number), *texts(entry)]
            for page, found in pages.items()
            for number, entry in enumerate(found)
        ],
        "terms": [[term.written(app.config.language), term.others(app.config.language)] for term in terms()],
    }
    packed = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (out / INDEX).write_text(f"window.guideIndex={packed};\n", "utf-8")


def trail(found: list[Section], number: int) -> list[str]:
    """The headings that lead to a section, from that of the page to its own."""
    trail = [found[number]]
    for entry in reversed(found[:number]):
        if entry.level < trail[0].level:
            trail.insert(0, entry)
    return [" ".join(entry.title.split()) for entry in trail]


def texts(entry: Section) -> tuple[str, str, str]:
    """Text, programs and asides of a section, each as one text of lines."""
    return "\n".join(entry.text), "\n".join(entry.code), "\n".join(dict.fromkeys(entry.aside))


def instead(app: Sphinx) -> None:
    """Keep Sphinx from building the index that nothing would load; and read the terms, in case they cannot be read."""
    terms()
    if app.builder.name == "html":
        app.builder.search = False  # type: ignore[attr-defined]  # an attribute of the builders of HTML


def setup(app: Sphinx) -> dict[str, bool]:
    """The index is made last of all, from pages in which every word is in its language."""
    app.connect("builder-inited", instead)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", write_index, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
