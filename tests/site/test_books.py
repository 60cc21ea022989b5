"""The PDF and the EPUB: all of the guide is in them, as text, and one finds one's way."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from tests.site.conftest import FOLDERS, Site, sphinx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf.generic import Destination

pytestmark = pytest.mark.xdist_group("books")

A4 = (210, 297)
MM = 72 / 25.4
MAXIMUM = 4_000_000
"""Bytes of a book: what somebody on a train would still load."""
GUIDE = ["preparation", "billing-alert", "deploy", "connect", "jupyter", "stop-start", "clean-up"]
CHAPTERS = ["index", *GUIDE, "p3", "facts"]
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass
class Books:
    """Both books in one language, and the pages of the site in the same language to compare them with."""

    language: str
    pdf: Path
    epub: Path
    pages: list[BeautifulSoup] = field(repr=False)

    @cached_property
    def printed(self) -> list[str]:
        """The text of each page of the PDF, as one would copy it, without spaces."""
        return [squeezed(page.extract_text()) for page in PdfReader(self.pdf).pages]

    @cached_property
    def written(self) -> str:
        """The site's pages, with what only search engines and screen readers get, without spaces."""
        return squeezed("".join(str(page) for page in self.pages))


@pytest.fixture(scope="session", params=FOLDERS)
def books(request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Printed and packed as the Makefile does."""
    language: str = request.param
    folder = tmp_path_factory.mktemp("books")
    for kind in ("pdf", "epub"):
        sphinx(kind, language, folder / kind, site.folder.parent / "doctrees" / language)
    pages = [BeautifulSoup(site.read(language, f"{page}.html"), "html.parser") for page in CHAPTERS]
    (pdf,), (epub,) = (list((folder / kind).glob(f"*.{kind}")) for kind in ("pdf", "epub"))
    return Books(language, pdf, epub, pages)


def squeezed(text: str) -> str:
    """A text without the spaces and line ends that setting it has made."""
    return re.sub(r"\s", "", text)


def headings(page: BeautifulSoup) -> Iterator[str]:
    """The headings of a page, without the link after each."""
    for heading in page.select("article h1, article h2, article h3"):
        yield squeezed(heading.get_text()).rstrip("¶")


def bookmarks(outline: list[Any]) -> Iterator[Destination]:
    """All bookmarks in order, whatever their depth."""
    for mark in outline:
        if isinstance(mark, list):
            yield from bookmarks(mark)
        else:
            yield mark


def panels(books: Books) -> list[tuple[str, str]]:
    """Each way on each page: its name, and its first sentence."""
    found = [panel for page in books.pages for panel in page.select(".sphinx-tabs-panel")]
    for label in (label for panel in found for label in panel.select(".elsewhere")):
        label.string = f" ({label.get_text().strip(' ()')})"  # the brackets are the style sheet's
    return [(str(panel["data-label"]), squeezed(panel.select("p")[0].get_text())) for panel in found]


def test_every_page_of_the_site_is_in_the_books(site: Site) -> None:
    pages = {page.stem for page in site.pages("zh_CN")}
    assert pages - set(CHAPTERS) <= {"404", "search"}, "name the new page in CHAPTERS of test_books.py"


def test_bookmarks_are_the_headings_of_all_pages(books: Books) -> None:
    marks = [squeezed(str(mark.title)) for mark in bookmarks(PdfReader(books.pdf).outline)]
    expected = [heading for page in books.pages for heading in headings(page)]

    assert marks[1:] == expected, "the bookmarks after that of the table of contents are not the guide's headings"


def test_table_of_contents_names_the_page_of_each_chapter(books: Books) -> None:
    reader = PdfReader(books.pdf)
    contents = "".join(books.printed[1:4])
    chapters = {next(headings(page)) for page in books.pages}
    for mark in bookmarks(reader.outline):
        number = (reader.get_destination_page_number(mark) or 0) + 1
        if squeezed(str(mark.title)) in chapters:
            line = f"{squeezed(str(mark.title))}{number}"
            assert line in contents, f"'{mark.title}' is on page {number}; the table of contents says something else"


def test_every_way_is_printed_under_its_name(books: Books) -> None:
    text = "".join(books.printed)
    number = r"(?:\d+\.)?"  # of the first item of a list
    missing = [
        f"{name}: {begin}"
        for name, begin in panels(books)
        if not re.search(re.escape(squeezed(name)) + number + re.escape(begin), text)
    ]

    assert not missing, f"{len(missing)} ways are not in the PDF, such as {missing[:3]}"


def test_chinese_is_printed_with_the_characters_that_were_written(books: Books) -> None:
    """The radical ⽤ looks like 用, and no search for 用 finds it; see docs/_ext/searchable.py."""
    chinese = set(re.findall(r"[\u2e80-\u9fff\uf900-\ufaff]", "".join(books.printed)))
    strange = chinese - set(books.written) - set("目录")

    assert not strange, f"in the PDF and nowhere on the site: {', '.join(f'{c} U+{ord(c):X}' for c in sorted(strange))}"


def test_paper_is_a4_and_no_page_is_empty(books: Books) -> None:
    for number, page in enumerate(PdfReader(books.pdf).pages, 1):
        size = (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM))
        assert size == A4, f"page {number} is {size} mm"
        assert books.printed[number - 1] != str(number), f"page {number} is empty"


def test_links_of_the_pdf_lead_out_or_to_a_place_in_it(books: Books) -> None:
    reader = PdfReader(books.pdf)
    for number, page in enumerate(reader.pages, 1):
        for note in page.get("/Annots") or []:
            link = note.get_object()
            if "/A" in link:
                address = str(link["/A"].get("/URI", ""))
                assert address.startswith(("https://", "http://127.0.0.1")), f"page {number} links to {address}"
            else:
                place = str(link["/Dest"])
                assert place in reader.named_destinations, f"page {number} links to {place}, which is nowhere"


def test_books_are_not_too_big(books: Books) -> None:
    for book in (books.pdf, books.epub):
        assert book.stat().st_size < MAXIMUM, f"{book.name} has {book.stat().st_size} bytes"


def test_epub_says_what_it_is(books: Books) -> None:
    with zipfile.ZipFile(books.epub) as book:
        first = book.infolist()[0]
        package = ET.fromstring(book.read("content.opf"))

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert package.findtext(f".//{DC}language") == books.language.replace("_", "-")
    assert package.findtext(f".//{DC}title") == next(books.pages[0].select_one("h1").strings)  # type: ignore[union-attr]
    assert len(package.findtext(f".//{DC}description") or "") > 20
    assert any("cover-image" in item.get("properties", "") for item in package.iter(f"{OPF}item")) or any(
        meta.get("name") == "cover" for meta in package.iter(f"{OPF}meta")
    )


def test_epub_has_all_pages_and_what_they_show(books: Books) -> None:
    with zipfile.ZipFile(books.epub) as book:
        package = ET.fromstring(book.read("content.opf"))
        listed = {item.get("id"): unquote(item.get("href") or "") for item in package.iter(f"{OPF}item")}
        assert set(listed.values()) <= set(book.namelist())
        spine = [listed[ref.get("idref")] for ref in package.iter(f"{OPF}itemref")]
        assert [page.removesuffix(".xhtml") for page in spine if not page.startswith(("epub-", "nav"))] == CHAPTERS
        pages = {page: ET.fromstring(book.read(page)) for page in spine}
    for page, root in pages.items():
        for shown in root.iter(f"{XHTML}img"):
            assert shown.get("src") in listed.values(), f"{page} shows {shown.get('src')}, which is not packed"
        for link in root.iter(f"{XHTML}a"):
            address, anchor = urldefrag(link.get("href") or "")
            if "://" not in address:
                there = pages[address] if address else root
                assert not anchor or there.find(f".//*[@id='{anchor}']") is not None, (
                    f"{page} links to {link.get('href')}"
                )


def test_epub_hides_no_way(books: Books) -> None:
    with zipfile.ZipFile(books.epub) as book:
        text = {page: book.read(f"{page}.xhtml").decode() for page in CHAPTERS}
    joined = squeezed("".join(BeautifulSoup(page, "html.parser").get_text() for page in text.values()))

    tabbed = [page for page, source in text.items() if re.search(r"<button|[^-]\bhidden=|role=\"tab", source)]
    assert not tabbed, f"tabs, which no book can switch, are left on {', '.join(tabbed)}; see docs/_ext/books.py"
    missing = [name for name, _ in panels(books) if squeezed(name) not in joined]
    assert not missing, f"not in the EPUB: {missing[:3]}"


def test_site_offers_both_books(books: Books, site: Site, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    for book in (books.pdf, books.epub):
        (shelf / book.suffix[1:] / books.language).mkdir(parents=True)
        (shelf / book.suffix[1:] / books.language / book.name).write_bytes(book.read_bytes())
    doctrees = site.folder.parent / "doctrees" / books.language
    sphinx("html", books.language, tmp_path / "html", doctrees, f"guide_books={shelf}")

    page = BeautifulSoup((tmp_path / "html" / "deploy.html").read_text("utf-8"), "html.parser")
    offered = {str(link["href"]) for link in page.select(".guide-books a")}
    assert offered == {books.pdf.name, books.epub.name}
    assert all((tmp_path / "html" / file).is_file() for file in offered)


def test_site_without_books_offers_none(site: Site) -> None:
    assert "guide-books" not in site.read("zh_CN", "deploy.html")


def test_missing_book_says_what_makes_it(site: Site, tmp_path: Path) -> None:
    doctrees = site.folder.parent / "doctrees" / "zh_CN"
    with pytest.raises(pytest.fail.Exception, match="'make pdf' makes it"):
        sphinx("html", "zh_CN", tmp_path / "html", doctrees, f"guide_books={tmp_path}")
