"""``sphinx-build -b pdf``: the guide as one PDF, printed by Chromium.

One page of HTML holds the whole guide, each page of the site as a chapter, behind a cover and a table of contents. It
is printed twice: the first print tells on which page each chapter begins, the second says so in the table of contents.
"""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from books import about, name
from docutils import nodes
from languages import LANGUAGES
from sphinx import addnodes
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf
    from sphinx.application import Sphinx

PAPER: dict[str, Any] = {"prefer_css_page_size": True, "outline": True, "tagged": True, "print_background": True}
# The numbers of pages go where the addresses of their chapters are.
FILL = """numbers => document.querySelectorAll('.book-contents a').forEach(link => {
  link.querySelector('.number').textContent = numbers[decodeURIComponent(link.hash.slice(1))] })"""
# Pictures that load late would be missing.
LOAD = """() => Promise.all(Array.from(document.images, picture => {
  picture.loading = 'eager'; return picture.decode() }))"""
HEADINGS = "() => Array.from(document.querySelectorAll('h1, h2, h3'), heading => heading.textContent.trim())"


@dataclass
class Entry:
    """A line of the table of contents: where it leads, what it says, and the lines under it."""

    anchor: str
    title: str
    under: list[Entry] = field(default_factory=list)


class PdfBuilder(SingleFileHTMLBuilder):
    """All pages as chapters of one HTML page, and that printed."""

    name = "pdf"
    epilog = "The PDF is in %(outdir)s."
    html_scaled_image_link = False  # to a file that nobody would have

    def init(self) -> None:
        """Leave out the link to itself after each heading: nobody can hover over paper."""
        self.config.html_permalinks = False
        super().init()

    def assemble_doctree(self) -> nodes.document:
        """The whole guide: the front page, then each other page as a chapter of the same level."""
        tree = super().assemble_doctree()
        front = tree.next_node(nodes.section)
        chapters = list(tree.findall(addnodes.start_of_file))
        for chapter in chapters:
            chapter.parent.remove(chapter)
        tree.extend(chapters)
        for link in tree.findall(nodes.reference):
            # Sphinx writes '#document-deploy#create-stack'; in one page a label is enough.
            link["refuri"] = re.sub("^#.*#", "#", link.get("refuri", ""))
        self.contents = [
            self.entry(section) for section in [front, *(each.next_node(nodes.section) for each in chapters)]
        ]
        self.about = about(tree)
        return tree

    def entry(self, section: nodes.Node | None) -> Entry:
        """A chapter and the sections directly in it."""
        assert isinstance(section, nodes.section)
        inner = [child for child in section.children if isinstance(child, nodes.section)]
        return Entry(self.label(section), title(section), [Entry(self.label(each), title(each)) for each in inner])

    def label(self, section: nodes.section) -> str:
        """The label before a heading; ids that are made from its text are not the only ones in a whole book."""
        labels = {anchor for _, anchor in self.env.domains.standard_domain.anonlabels.values()}
        ids: list[str] = section["ids"]
        return next(anchor for anchor in ids if anchor in labels)

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """Write the one page, with a template of its own: no navigation, no scripts."""
        language = next(each for each in LANGUAGES if each.code == self.config.language)
        context = addctx | {"contents": self.contents, "guide_about": self.about, "guide_language": language}
        super().handle_page(pagename, context, "book/pdf.html", **kwargs)

    def write_additional_files(self) -> None:
        """A book has no pages besides."""

    def finish(self) -> None:
        """Copy what the page needs, then print it."""
        super().finish()
        target = Path(self.outdir) / f"{name(self.config.language)}.pdf"
        print_book(Path(self.outdir) / f"{self.config.root_doc}.html", target, self.config.author)


def title(section: nodes.section) -> str:
    """What the heading of a section says."""
    heading = section.next_node(nodes.title)
    assert heading is not None
    return heading.astext()


def print_book(source: Path, target: Path, author: str) -> None:
    """Print a page with a table of contents as a PDF whose bookmarks are shown when it is opened."""
    logging.getLogger("pikepdf").setLevel(logging.WARNING)  # else it says that it is there
    import pikepdf  # only here, as what imports a browser: building the site must not need them
    from searchable import Characters, mend

    from walkthrough.browser import launched

    with launched() as chromium:
        page = chromium.new_page()
        page.goto(source.resolve().as_uri())
        page.evaluate(LOAD)
        with pikepdf.open(io.BytesIO(page.pdf(**PAPER))) as draft:
            page.evaluate(FILL, numbers(draft))
        final = page.pdf(**PAPER)
        headings = page.evaluate(HEADINGS)
        characters = Characters(page)
    with pikepdf.open(io.BytesIO(final)) as book:
        mend(book, characters)
        # Chromium 156 writes the first heading of a page twice over.
        for mark, heading in zip(bookmarks(book.Root.Outlines), headings, strict=True):
            mark.Title = heading
        book.docinfo["/Author"] = author
        book.Root.PageMode = pikepdf.Name.UseOutlines
        # What Chromium writes one by one, together: a third less.
        book.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, min_version="1.7")


def bookmarks(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The bookmarks under another, in reading order, each followed by its own."""
    mark = parent.get("/First")
    while mark is not None:
        yield mark
        yield from bookmarks(mark)
        mark = mark.get("/Next")


def numbers(draft: pikepdf.Pdf) -> dict[str, int]:
    """The number of the page on which each place of the book is."""
    pages: dict[object, int] = {page.objgen: number for number, page in enumerate(draft.pages, 1)}
    return {place.lstrip("/"): pages[there[0].objgen] for place, there in draft.Root.Dests.items()}


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the builder; what prints is loaded only when a PDF is built."""
    app.setup_extension("books")
    app.add_builder(PdfBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
