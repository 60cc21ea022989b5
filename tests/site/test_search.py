"""The search finds what readers type. Queries and the place that must come first are in ``tests/site/search/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.site.hosting import hosted, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.site.conftest import Site

FOLDERS = {"zh_CN": "", "en": "en/"}
NOTHING = {
    "zh_CN": ("没有找到“区块链挖矿”", "可以这样试试", "到英文页面中搜索"),
    "en": ("Nothing found", "What to try", "Chinese"),
}


class SearchPage:
    """The search page of a language, in a browser."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def look_for(self, query: str) -> list[str]:
        """Places that were found, as ``page#section``, best first."""
        self.page.goto(f"{self.address}?q={quote(query)}")
        return self.places()

    def places(self) -> list[str]:
        """The places that are shown now."""
        links: list[str] = self.page.locator("#guide-results > li > a").evaluate_all(
            "all => all.map(link => link.getAttribute('href').replace('.html', ''))"
        )
        return links

    def excerpts(self) -> list[str]:
        """The excerpts that are shown now."""
        return self.page.locator("#guide-results .context").all_inner_texts()

    def said(self) -> str:
        """What the page says about the search."""
        return self.page.locator("#guide-found").inner_text()


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with hosted(site.folder) as address:
        yield address


@pytest.fixture(scope="module", params=FOLDERS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def search(address: str, language: str) -> Iterator[SearchPage]:
    with reading() as page:
        yield SearchPage(page, f"{address}/{FOLDERS[language]}search.html")


def queries(language: str) -> list[tuple[int, str, str]]:
    """Line, query and place of each line of a file of queries."""
    path = Path(__file__).parent / "search" / f"{language}.txt"
    lines = [(number, *line.rpartition("->")) for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)]
    return [
        (number, query.strip(), place.strip()) for number, query, arrow, place in lines if arrow and query[0] != "#"
    ]


def test_best_place_comes_first(search: SearchPage, language: str) -> None:
    wanted = queries(language)
    assert len(wanted) >= 30

    faults = []
    for number, query, place in wanted:
        found = search.look_for(query)
        if found[:1] != [place]:
            instead = ", ".join(found[:3]) or "nothing"
            faults.append(f"tests/site/search/{language}.txt:{number}: '{query}' must lead to {place}, not {instead}")

    assert not faults, "\n".join([*faults, "Correct the page's words, docs/TERMINOLOGY, or the weights in search.js."])


def test_place_that_was_found_is_there(search: SearchPage, language: str) -> None:
    """A result leads to a section, by an anchor that the page has, and the section has the word."""
    search.look_for("VcpuLimitExceeded")
    search.page.locator("#guide-results > li > a").first.click()

    assert search.page.url.endswith("deploy.html#deploy-stack")
    assert "VcpuLimitExceeded" in search.page.locator(":target").inner_text()


def test_excerpt_is_whole_sentences_with_the_word(search: SearchPage, language: str) -> None:
    """An excerpt begins and ends where a sentence does, and marks what was looked for."""
    word = {"zh_CN": "配额", "en": "quota"}[language]
    search.look_for(word)
    lines = {line for _, texts in text_of_index(search) for line in texts.split("\n")}

    for excerpt in search.excerpts():
        inner = excerpt.removeprefix("… ").removesuffix(" …")
        line = next((line for line in lines if inner in line), None)
        assert line is not None, f"'{excerpt}' is in no section"
        assert line.startswith(inner) or line[: line.index(inner)].rstrip()[-1] in "。！？；”）.!?", excerpt
        assert line.endswith(inner) or inner[-1] in "。！？；”）.!?", excerpt
    assert word in search.page.locator("#guide-results mark").first.inner_text().lower()


def text_of_index(search: SearchPage) -> list[tuple[str, str]]:
    """Page and text of each section, as the search page has them."""
    found: list[tuple[str, str]] = search.page.evaluate(
        "window.guideIndex.sections.map(([page, , , ...texts]) => [page, texts.join('\\n')])"
    )
    return found


def test_nothing_found_says_what_to_try(search: SearchPage, language: str) -> None:
    said, *hints = NOTHING[language]

    assert search.look_for("区块链挖矿") == []
    assert said in search.said()
    for hint in hints:
        assert hint in search.page.locator("#guide-hints").inner_text()


def test_what_to_try_finds_something(search: SearchPage, language: str) -> None:
    search.look_for("区块链挖矿")
    links: list[str] = search.page.locator("#guide-hints a[href^='?']").evaluate_all("all => all.map(a => a.href)")

    assert links
    for link in links:
        search.page.goto(link)
        assert search.places(), link


def test_the_other_language_is_asked_the_same(search: SearchPage, language: str) -> None:
    search.look_for("区块链挖矿")
    search.page.locator("#guide-elsewhere").click()

    expect(search.page.locator("#guide-query")).to_have_value("区块链挖矿")
    assert search.page.locator("html").get_attribute("lang") == {"zh_CN": "en", "en": "zh-CN"}[language]


def test_part_of_a_query_is_said_to_be_a_part(search: SearchPage, language: str) -> None:
    """A word that the guide has, and one that it does not have."""
    found = search.look_for("aws blockchain")

    assert found
    assert "aws blockchain" in search.said()


def test_typing_finds_without_a_button(search: SearchPage, language: str) -> None:
    search.page.goto(search.address)
    search.page.locator("#guide-query").press_sequentially("ssh-keygen")
    search.page.wait_for_url("**?q=ssh-keygen")

    assert search.places()[0] == "connect#make-key"


def test_box_of_any_page_leads_to_the_search(search: SearchPage, language: str) -> None:
    search.page.goto(search.address.replace("search.html", "deploy.html"))
    box = search.page.locator(".sidebar-search")
    box.fill("隧道")
    box.press("Enter")

    assert search.places()[0] == "jupyter#open-tunnel"


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", "(", "[", "\\", "*", "$ ", "a" * 500, "。", " ", "%E9", "-"]
)
def test_odd_query_breaks_nothing(search: SearchPage, language: str, query: str) -> None:
    search.look_for(query)

    assert search.page.locator("#guide-query").input_value() == query


def test_from_a_folder_it_works_as_well(site: Site, language: str) -> None:
    """No server: a reader opened the file."""
    with reading() as page:
        search = SearchPage(page, (site.folder / FOLDERS[language] / "search.html").as_uri())

        assert search.look_for("ssh-keygen")[0] == "connect#make-key"
        assert search.excerpts()


def test_without_scripts_the_pages_are_listed(site: Site, language: str) -> None:
    page = site.read(language, "search.html")
    listed = page[page.index('id="guide-pages"') :]

    assert "<noscript>" in page
    for name in ("index", "preparation", "deploy", "clean-up", "facts"):
        assert f'href="{name}.html"' in listed
