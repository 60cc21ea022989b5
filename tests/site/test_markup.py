"""What the markup of a page must have: each id once, headings in order, alternative texts, links that say where."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Site

SOURCES = sorted((ROOT / "docs").glob("*.rst"))
LANGUAGES = ("zh_CN", "en")
PICTURE = re.compile(r"^\s*\.\. (?:picture|figure|image):: ")
GENERIC = {"这里", "此处", "点击这里", "链接", "更多", "here", "click here", "this", "link", "more", "this page"}


class Markup(HTMLParser):
    """The ids, headings, pictures and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.headings: list[int] = []
        self.without_alt: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._link: list[str] | None = None
        self._address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids[given["id"]] += 1
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "img" and not given.get("alt", "").strip():
            self.without_alt.append(given.get("src", "?"))
        if tag == "img" and self._link is not None:
            self._link.append(given.get("alt", ""))
        if tag == "a" and given.get("href"):
            self._link, self._address = [given.get("aria-label", "")], given["href"]

    def handle_data(self, data: str) -> None:
        """Note the words of a link."""
        if self._link is not None:
            self._link.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note a link when it ends."""
        if tag == "a" and self._link is not None:
            self.links.append((self._address, " ".join("".join(self._link).split())))
            self._link = None


def markup(page: Path) -> Markup:
    """Read a page."""
    found = Markup()
    found.feed(page.read_text("utf-8"))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_id_is_there_once(site: Site, language: str) -> None:
    faults = [
        f"docs/{page.stem}.rst ({language}): {count} elements have the id '{name}'; give one of them another label"
        for page in site.pages(language)
        for name, count in markup(page).ids.items()
        if count > 1
    ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_has_one_first_heading_and_leaves_no_level_out(site: Site, language: str) -> None:
    faults = []
    for page in site.pages(language):
        levels = markup(page).headings
        if levels.count(1) != 1:
            faults.append(f"docs/{page.stem}.rst ({language}): {levels.count(1)} headings of the first level; keep one")
        faults += [
            f"docs/{page.stem}.rst ({language}): a heading of level {before} is followed by one of level {after}"
            for before, after in pairwise(levels)
            if after > before + 1
        ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_heading_is_linked_to_by_its_label(site: Site, language: str) -> None:
    """The address beside a heading is the one that a writer chose, not one made of its words."""
    for source in SOURCES:
        page = site.read(language, f"{source.stem}.html")
        labels = set(re.findall(r"^\.\. _([a-z0-9-]+):$", source.read_text("utf-8"), re.MULTILINE))
        linked = re.findall(r'<h[1-6]>.*?<a class="headerlink" href="#([^"]+)"', page)
        made = [anchor for anchor in re.findall(r'<section id="([^"]+)"', page) + linked if anchor not in labels]

        assert not made, f"docs/{source.name} ({language}): {', '.join(made)} is no label of the page"
        assert len(linked) >= len(re.findall(r"<h[1-3]>", page))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_picture_has_an_alternative_text(source: Path) -> None:
    lines = source.read_text("utf-8").splitlines()
    faults = []
    for number, line in enumerate(lines, start=1):
        if PICTURE.match(line):
            indent = len(line) - len(line.lstrip())
            options = []
            for option in lines[number:]:
                if not option.strip() or len(option) - len(option.lstrip()) <= indent:
                    break
                options.append(option.strip())
            if not any(re.match(r":alt: \S", option) for option in options):
                faults.append(
                    f"docs/{source.name}:{number}: write ':alt: ' and what the picture shows, below this line"
                )

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_has_an_alternative_text_in_the_language(site: Site, language: str) -> None:
    faults = [
        f"docs/{page.stem}.rst ({language}): the picture {picture} has no text; write or translate its ':alt:'"
        for page in site.pages(language)
        for picture in markup(page).without_alt
    ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_link_says_where_it_leads(site: Site, language: str) -> None:
    faults = [
        f"docs/{page.stem}.rst ({language}): the link to {address} is called '{words}'; name what is there"
        for page in site.pages(language)
        for address, words in markup(page).links
        if not words or words.lower() in GENERIC
    ]

    assert not faults, "\n".join(faults)
