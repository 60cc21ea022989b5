"""The sections of a finished page: what a reader of the page reads, heading by heading.

The search is made from the finished pages, not from the sources: so it knows what scripts and the tables made from data
say, in the page's language, and does not depend on which pages Sphinx wrote anew this time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
BLOCKS = frozenset(
    {"dd", "div", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "li", "p", "pre", "td", "th", "tr"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
# Not text of the section: buttons, marks that are the same everywhere, what only repeats another page.
SILENT_TAGS = frozenset({"button", "figcaption", "nav", "noscript", "script", "style", "svg"})
SILENT_CLASSES = frozenset({"headerlink", "labels", "machine", "no-search"})


@dataclass
class Section:
    """A heading and what stands below it, up to the next heading.

    :ivar anchor: the ``id`` that leads here; empty for the top of a page
    :ivar level: 1 for the heading of the page
    :ivar text: sentences, cells and sessions, a line each
    :ivar code: whole programs, a line each
    :ivar aside: what is there without being seen: alternative texts, labels of the console in the other language
    """

    anchor: str
    level: int = 0
    title: str = ""
    text: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)


class SectionReader(HTMLParser):
    """Reads a page; afterwards :attr:`sections` has its sections in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = []
        self._open: list[Section] = []
        self._tags: list[tuple[str, str]] = []  # the open tags, each with the part that it belongs to
        self._line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        given = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self._end_line()
        if tag == "section" and given.get("id"):
            self._open.append(Section(given["id"], level=len(self._open) + 1))
            self.sections.append(self._open[-1])
        if tag == "img" and self._open and given.get("alt"):
            self._open[-1].aside.append(given["alt"])
        if tag not in VOID:
            self._tags.append((tag, self._part(tag, set(given.get("class", "").split()))))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it that nobody closed."""
        if tag in BLOCKS or tag == "section":
            self._end_line()
        while self._tags and self._tags.pop()[0] != tag:
            pass
        if tag == "section" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Read a text to where it belongs."""
        part = self._tags[-1][1] if self._tags else ""
        if not self._open or part == "silent":
            return
        section = self._open[-1]
        if part == "title":
            section.title += data
        elif part == "aside":
            section.aside.append(data.strip(" ()"))
        elif any(tag == "pre" for tag, _ in self._tags):
            first, *others = data.split("\n")
            self._line += first
            for line in others:
                self._end_line()
                self._line = line
        else:
            self._line += data

    def _part(self, tag: str, classes: set[str]) -> str:
        outer = self._tags[-1][1] if self._tags else ""
        if outer == "silent" or tag in SILENT_TAGS or classes & SILENT_CLASSES:
            return "silent"
        if outer in {"aside", "title"}:
            return outer
        if tag in HEADINGS:
            return "title"
        if "visually-hidden" in classes:
            return "aside"
        if tag == "div" and "session" not in classes and any(name.startswith("highlight-") for name in classes):
            return "code"
        return outer

    def _end_line(self) -> None:
        line, self._line = re.sub(r"\s+", " ", self._line).strip(), ""
        if line and self._open:
            part = self._tags[-1][1] if self._tags else ""
            (self._open[-1].code if part == "code" else self._open[-1].text).append(line)


def sections(html: str) -> list[Section]:
    """The sections of a page; none for a page without headings in ``<section>``."""
    reader = SectionReader()
    start = html.find("<article")
    reader.feed(html[start : html.find("</article>", start)] if start >= 0 else html)
    reader.close()
    return reader.sections
