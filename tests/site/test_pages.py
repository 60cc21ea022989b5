"""Every page: headings that can be linked to, nothing fetched from elsewhere, small, links that lead somewhere."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from tests.site.conftest import Site

SOURCES = sorted((ROOT / "docs").glob("*.rst"))
UNDERLINE = re.compile(r"^([=\-~])\1{2,}$")
LANGUAGES = ("zh_CN", "en")
FETCHED = re.compile(r'<(?:script|link|img|source|iframe)\b[^>]*?\b(?:src|href)="(https?:)?//([^"/]+)')
MAXIMUM = 60 * 1024
"""Bytes of a page, gzipped, with its styles and scripts, without its pictures and without the search's index."""


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_heading_has_a_label(source: Path) -> None:
    """A heading in Chinese has no anchor of its own that would stay; the label gives it one."""
    lines = source.read_text("utf-8").splitlines()
    faults = [
        f"docs/{source.name}:{number}: the heading '{lines[number - 1]}' has no label; write '.. _its-name:' above it"
        for number, line in enumerate(lines)
        if UNDERLINE.match(line) and not re.match(r"\.\. _[a-z0-9-]+:$", lines[number - 3])
    ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_fetches_nothing_from_elsewhere(site: Site, language: str) -> None:
    faults = [
        f"{page.name} fetches from {found[1]}"
        for page in site.pages(language)
        for found in FETCHED.findall(page.read_text("utf-8"))
    ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_light(site: Site, language: str) -> None:
    for page in site.pages(language):
        text = page.read_text("utf-8")
        parts = {page, *(local(page, found) for found in re.findall(r'(?:src|href)="([^"]+\.(?:css|js))[^"]*"', text))}
        weight = sum(len(gzip.compress(part.read_bytes())) for part in parts if part.name != "searchindex.js")
        assert weight <= MAXIMUM, f"{page.name} weighs {weight} bytes"


def local(page: Path, address: str) -> Path:
    """The file behind a relative address."""
    return (page.parent / address).resolve()


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_within_the_site_lead_somewhere(site: Site, language: str) -> None:
    faults = []
    for page in site.pages(language):
        for address in re.findall(r'<a\b[^>]*?\bhref="([^"]+)"', page.read_text("utf-8")):
            file, _, anchor = address.partition("#")
            if re.match(r"[a-z]+:", address):
                continue
            file = file.partition("?")[0]
            target = local(page, file) if file else page
            if not target.is_file():
                faults.append(f"{language}/{page.name} links to {address}, which is not there")
            elif anchor and target.suffix == ".html" and f'id="{anchor}"' not in target.read_text("utf-8"):
                faults.append(f"{language}/{page.name} links to {address}, which has no such anchor")

    assert not faults, "\n".join(faults)


def test_languages_have_the_same_pages_and_anchors(site: Site) -> None:
    anchor = re.compile(r'\bid="([a-z][a-z0-9-]*)"')
    for page in site.pages("zh_CN"):
        if page.name == "404.html":  # one for both languages
            continue
        twin = site.folder / "en" / page.name
        assert twin.is_file(), f"{page.name} has no English page"
        ours, theirs = (set(anchor.findall(each.read_text("utf-8"))) for each in (page, twin))
        assert ours == theirs, f"{page.name}: anchors differ: {sorted(ours ^ theirs)}"


@pytest.mark.parametrize("picture", sorted((ROOT / "docs/_static/images").glob("*")), ids=lambda picture: picture.name)
def test_picture_is_used_and_has_its_twin(picture: Path) -> None:
    name = picture.name.replace(".en.", ".")
    twin = picture.with_name(name if ".en." in picture.name else name.replace(".", ".en."))

    assert twin.is_file(), f"{picture.name} has no {twin.name}"
    shown = (f"/_static/images/{name}", f".. picture:: {Path(name).stem}\n")
    pages = [source.read_text("utf-8") for source in SOURCES]
    assert any(how in page for page in pages for how in shown), f"no page shows {name}"
