"""Each page of the guide says what it needs, how long it takes and what one has after it, and where one is."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tests.site.small import build
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Site

FRONT = (ROOT / "docs" / "index.rst").read_text("utf-8")
GUIDE = re.findall(
    r"^   \S.* <([a-z0-9-]+)>$", FRONT[FRONT.index(":caption: 指南") : FRONT.index(":caption: 参考")], re.M
)
LANGUAGES = ("zh_CN", "en")
TERMS = {"zh_CN": ("开始之前", "需要多久", "完成之后"), "en": ("Before you start", "How long", "When you are done")}
ESTIMATE = {"zh_CN": r"大约 (\d+) 分钟，是我们的估计", "en": r"About (\d+) minutes; this is an estimate of ours"}


@pytest.mark.parametrize("page", GUIDE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_says_what_comes(site: Site, page: str, language: str) -> None:
    text = site.read(language, f"{page}.html")
    start = text.find('<div class="before no-search')

    assert text.find("</h1>") < start < text.find("<h2"), (
        f"docs/{page}.rst: write '.. before-you-start::' below the title"
    )
    box = text[start : text.index("</dl>", start)]
    assert [term for term in TERMS[language] if f"<dt>{term}</dt>" not in box] == []
    assert re.search(ESTIMATE[language], box)


def test_front_page_says_as_long_as_the_pages(site: Site) -> None:
    minutes = [int(re.findall(ESTIMATE["zh_CN"], site.read("zh_CN", f"{page}.html"))[0]) for page in GUIDE]

    assert "大约一小时" in site.read("zh_CN", "index.html")
    assert 50 <= sum(minutes) <= 75, (
        f"the pages say {sum(minutes)} minutes ({minutes}), docs/index.rst says an hour: correct one of them"
    )


class Line(HTMLParser):
    """The progress line of a page: each name with its address, and which of them is the page's."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.pages: list[str] = []
        self.here: list[int] = []
        found = re.search(r'<nav class="progress".*?</nav>', text, re.DOTALL)
        self.markup = found[0] if found else ""
        self.feed(self.markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link."""
        if tag == "a":
            if ("aria-current", "page") in attrs:
                self.here.append(len(self.pages))
            self.pages.append(str(dict(attrs)["href"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_says_where_one_is(site: Site, language: str) -> None:
    for place, page in enumerate(GUIDE):
        line = Line(site.read(language, f"{page}.html"))

        assert "<ol>" in line.markup, f"{page} has no progress line"
        assert line.here == [place]
        assert [link for at, link in enumerate(line.pages) if at != place] == [
            f"{other}.html" for other in GUIDE if other != page
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_next_leads_through_the_guide_and_ends_there(site: Site, language: str) -> None:
    way = ["index", *GUIDE]
    links = {
        page: re.findall(r'<a class="next-page" href="([^"]+)"', site.read(language, f"{page}.html")) for page in way
    }

    assert links == {page: [f"{after}.html"] for page, after in zip(way, GUIDE, strict=False)} | {way[-1]: []}


EXTENSIONS = ["before_you_start", "walkthrough.directives"]
GOOD = ".. before-you-start::\n   :minutes: 10\n\n   :needs: An account.\n   :result: A parameter.\n"
MISTAKES = {
    "no minutes": (GOOD.replace("   :minutes: 10\n", ""), "Say how long the page takes"),
    "minutes in words": (GOOD.replace("10", "ten"), "invalid option value"),
    "no result": (GOOD.replace("   :result: A parameter.\n", ""), "missing: result"),
    "an empty need": (GOOD.replace(" An account.", ""), "missing: needs"),
    "another field": (f"{GOOD}   :price: 5\n", "nothing else belongs here"),
    "a paragraph": (f"{GOOD}\n   And more.\n", "nothing else belongs here"),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_author_is_told(tmp_path: Path, text: str, said: str) -> None:
    small = build(tmp_path, {"index": text}, EXTENSIONS, "en")

    assert "index.rst:6: ERROR" in small.complaints
    assert said in small.complaints


def test_waiting_goes_on_about_the_time(tmp_path: Path) -> None:
    small = build(tmp_path, {"index": f"{GOOD}   :waiting: Others decide.\n"}, EXTENSIONS, "en")

    assert small.complaints == ""
    assert "About 10 minutes; this is an estimate of ours. Others decide." in small.text("index")
