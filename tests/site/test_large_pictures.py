"""Pictures say their size beforehand, come when they are looked at, and open large for finger, mouse and keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.readers import Readers, readers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site.conftest import Site

LANGUAGES = ("zh_CN", "en")


@pytest.fixture(scope="module")
def readers(site: Site) -> Iterator[Readers]:
    with readers_of(site.folder) as readers:
        yield readers


@pytest.mark.parametrize("language", LANGUAGES)
def test_size_is_known_and_only_the_first_comes_at_once(site: Site, language: str) -> None:
    for page in site.pages(language):
        article = page.read_text("utf-8").partition("<article")[2]
        pictures = re.findall(r"<img\b[^>]*>", article)
        for place, picture in enumerate(pictures):
            assert re.search(r'\bwidth="\d+"', picture), f"{page.name}: {picture} does not say its width"
            assert re.search(r'\bheight="\d+"', picture), f"{page.name}: {picture} does not say its height"
            assert ('loading="lazy"' in picture) == (place > 0), f"{page.name}: {picture}"


def test_picture_is_as_large_as_it_says_and_sharp(readers: Readers) -> None:
    page = readers.new()
    page.goto("deploy.html")
    for picture in page.locator("article .picture img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        told, drawn, pixels = picture.evaluate(
            "e => [e.getAttribute('width') / e.getAttribute('height'), e.width / e.height, e.naturalWidth / e.width]"
        )

        assert told == pytest.approx(drawn, rel=0.02)
        assert pixels >= 2, "the picture is not sharp where a pixel of CSS is two of the screen"


@pytest.mark.parametrize("close", ["Escape", "button", "beside"])
def test_picture_opens_large_and_focus_returns(readers: Readers, close: str) -> None:
    page = readers.new()
    page.goto("en/billing-alert.html")
    link = page.get_by_role("link", name="Enlarge the picture: ").first
    small = link.locator("img").bounding_box()
    link.focus()
    page.keyboard.press("Enter")

    dialog = page.get_by_role("dialog", name="Systems Manager")
    expect(dialog).to_be_visible()
    large = dialog.locator("img").bounding_box()
    assert small is not None
    assert large is not None
    assert large["width"] > small["width"] * 1.3
    page.keyboard.press("Tab")
    assert dialog.evaluate("e => e.contains(document.activeElement)"), "focus left for the page behind the dialog"
    if close == "Escape":
        page.keyboard.press("Escape")
    elif close == "button":
        dialog.get_by_role("button", name="Close").click()
    else:
        page.mouse.click(20, 700)
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    assert page.url.endswith("billing-alert.html")


def test_picture_opens_on_a_tap_at_a_size_that_can_be_read(readers: Readers) -> None:
    page = readers.new(width=390, has_touch=True, is_mobile=True)
    page.goto("billing-alert.html")
    page.locator("a.enlarge").first.tap()
    picture = page.get_by_role("dialog").locator("img")

    expect(picture).to_be_visible()
    assert picture.evaluate("e => e.getBoundingClientRect().width") == 860, "a pixel of the console is not one of CSS"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page behind became wider"
    page.get_by_role("button", name="关闭").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_without_scripts_a_picture_is_a_link_to_itself(readers: Readers) -> None:
    page = readers.new(java_script_enabled=False)
    page.goto("billing-alert.html")
    page.locator("a.enlarge").first.click()

    assert page.url.endswith("_images/systems-manager-menu.png")
