"""The guide can be found: titles, descriptions, previews, sitemap, languages, and an answer for a wrong address."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests.site.cards import CARDS, kept, says, wanted
from tests.site.conftest import FOLDERS, Site, sphinx
from tests.site.hosting import hosted, reading

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://guide.example/ec2"
LANGUAGES = tuple(FOLDERS)
ADDRESSES = {"zh_CN": f"{SITE}/", "en": f"{SITE}/en/"}
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"|<meta content="([^"]*)" name="([^"]+)"')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SHORT = {"zh_CN": 20, "en": 50}
"""Characters below which a description says too little; search engines show about 80 Chinese or 160 English ones."""
LONG = {"zh_CN": 85, "en": 165}


def meta(page: Path) -> dict[str, str]:
    """What the head of a page says, by name."""
    found = META.findall(page.read_text("utf-8"))
    return {name or other: unescape(content or turned) for name, content, turned, other in found}


def title(page: Path) -> str:
    """The title of a page."""
    found = re.findall(r"<title>([^<]+)</title>", page.read_text("utf-8").split("</head>")[0])
    assert len(found) == 1, f"{page} has {len(found)} titles"
    return unescape(found[0])


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as it is built with ``GUIDE_SITE``."""
    folder = tmp_path_factory.mktemp("public")
    for language, sub in FOLDERS.items():
        sphinx("html", language, folder / "html" / sub, folder / "doctrees" / language, f"guide_site={SITE}/")
    return Site(folder / "html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_has_its_own_title_and_description(site: Site, language: str) -> None:
    seen: dict[str, str] = {}
    faults = []
    for page in site.pages(language):
        name, description = title(page), meta(page).get("description", "")
        for text in (name, description):
            if text in seen:
                faults.append(f"{page.name} and {seen[text]} both say '{text}'; give each its own")
            seen[text] = page.name
        if page.name not in {"404.html", "search.html"} and not SHORT[language] <= len(description) <= LONG[language]:
            faults.append(
                f"docs/{page.stem}.rst: the description in '.. meta::' has {len(description)} signs in {language}; "
                f"write {SHORT[language]} to {LONG[language]}, which is what search engines show: '{description}'"
            )

    assert not faults, "\n".join(faults)


def test_page_without_a_description_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.rst").write_text(".. _home:\n\n首页\n====\n\n正文。\n", "utf-8")

    with pytest.raises(pytest.fail.Exception, match=r"index\.rst: WARNING: This page has no description.*'.. meta::'"):
        sphinx("html", "zh_CN", tmp_path / "html", tmp_path / "doctrees", source=tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_preview_says_what_the_page_says(public: Site, language: str) -> None:
    for page in public.pages(language):
        if page.name in {"404.html", "search.html"}:
            continue
        said = meta(page)
        assert title(page).startswith(said["og:title"])
        assert said["og:description"] == said["description"]
        assert said["og:url"] == f"{ADDRESSES[language]}{page.name}"
        assert said["og:locale"] == {"zh_CN": "zh_CN", "en": "en_US"}[language]
        image = public.folder / said["og:image"].removeprefix(f"{SITE}/")
        with Image.open(image) as picture:
            assert picture.size == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert image.stat().st_size < 100_000


def test_cards_are_those_of_the_pages(site: Site) -> None:
    cards = wanted(site.folder)
    files = {path.name for path in CARDS.glob("*")}

    faults = [
        *(f"docs/cards/{name} is missing" for name in sorted(set(cards) - files)),
        *(f"docs/cards/{name} belongs to no page" for name in sorted(files - set(cards))),
        *(
            f"docs/cards/{name} is out of date: the page says now '{said['title']}', '{said['description']}'"
            for name, (_, said) in cards.items()
            if name in files and kept(CARDS / name) != says(said)
        ),
    ]

    assert not faults, "\n".join([*faults, "Run make cards, and look at them."])


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_address_nothing_is_made_up(site: Site, language: str) -> None:
    for page in site.pages(language):
        head = page.read_text("utf-8").split("</head>")[0]
        assert "og:url" not in head
        assert "og:image" not in head
        assert 'rel="canonical"' not in head
        assert "http://" not in head.replace("http://www.w3.org/2000/svg", "")
        assert "https://" not in head
    assert not (site.folder / "sitemap.xml").exists()
    assert not (site.folder / "cards").exists()
    assert (site.folder / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow:\n"


def test_languages_name_each_other(public: Site) -> None:
    """Each alternate exists and names the same alternates, itself among them; the canonical address is its own."""
    for language in LANGUAGES:
        for page in public.pages(language):
            if page.name in {"404.html", "search.html"}:
                assert not ALTERNATE.findall(page.read_text("utf-8"))
                continue
            alternates = dict(ALTERNATE.findall(page.read_text("utf-8")))
            own = f"{ADDRESSES[language]}{page.name}"
            assert set(alternates) == {"zh-CN", "en", "x-default"}, page
            assert alternates[{"zh_CN": "zh-CN", "en": "en"}[language]] == own
            assert f'<link rel="canonical" href="{own}">' in page.read_text("utf-8")
            for address in alternates.values():
                other = public.folder / address.removeprefix(f"{SITE}/")
                assert dict(ALTERNATE.findall(other.read_text("utf-8"))) == alternates, f"{page} and {other}"


def test_sitemap_has_all_pages_in_both_languages(public: Site) -> None:
    tree = ET.parse(public.folder / "sitemap.xml")
    listed = {}
    for entry in tree.findall("s:url", NAMESPACES):
        links = entry.findall("x:link", NAMESPACES)
        listed[entry.findtext("s:loc", "", NAMESPACES)] = {(link.get("hreflang"), link.get("href")) for link in links}

    pages = {
        f"{ADDRESSES[language]}{page.name}": set(ALTERNATE.findall(page.read_text("utf-8")))
        for language in LANGUAGES
        for page in public.pages(language)
        if page.name not in {"404.html", "search.html"}
    }
    assert listed == pages
    assert f"Sitemap: {SITE}/sitemap.xml\n" in (public.folder / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "address", ["guide.example", "/guide", "ftp://guide.example", "https://", "https://a.example/?b"]
)
def test_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"GUIDE_SITE=\S+ is no address of a site; write https://"):
        sphinx("html", "zh_CN", tmp_path / "html", tmp_path / "doctrees", f"guide_site={address}")


@pytest.mark.parametrize("path", ["nothing.html", "a/b/c/nothing", "en/nothing.html", "en/a/b/"])
def test_wrong_address_is_answered_at_any_depth(site: Site, path: str) -> None:
    with hosted(site.folder) as address, reading() as page:
        answer = page.goto(f"{address}/{path}")
        assert answer is not None
        assert answer.status == 404
        first = page.locator("h1, h2").first
        assert first.inner_text() == ("Page not found" if path.startswith("en/") else "没有这个页面")
        assert page.locator("main").evaluate("main => getComputedStyle(main).display") == "flex"

        page.get_by_role("link", name="首页").click()
        assert page.url == f"{address}/index.html"
        page.goto(f"{address}/{path}")
        page.get_by_role("link", name="home page").click()
        assert page.url == f"{address}/en/index.html"


def test_wrong_address_leads_to_the_search(site: Site) -> None:
    with hosted(site.folder) as address, reading() as page:
        page.goto(f"{address}/guide/delete-stack.htm")
        page.get_by_role("button", name="搜索").click()

        assert page.locator("#guide-results > li > a").first.get_attribute("href") == "clean-up.html#delete-stack"


def test_wrong_address_under_a_folder(public: Site) -> None:
    """The site is not at the root of its host: the links of the answer begin at its folder."""
    assert '<base href="/ec2/">' in public.read("zh_CN", "404.html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_favicon_is_there(site: Site, language: str) -> None:
    for page in site.pages(language):
        icon = re.search(r'<link rel="(?:shortcut )?icon" href="([^"]+)"', page.read_text("utf-8"))
        assert icon, page
        address = icon[1].partition("?")[0]
        assert address.startswith("data:") or (page.parent / address).is_file()
