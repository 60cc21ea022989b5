"""The other language: at the same place, offered once to whom it serves, and never forced on anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.readers import Readers, readers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.site.conftest import Site


@pytest.fixture(scope="module")
def readers(site: Site) -> Iterator[Readers]:
    with readers_of(site.folder) as readers:
        yield readers


def switch(page: Page, name: str) -> None:
    """Go to the other language."""
    page.get_by_role("navigation", name="语言 / Language").get_by_role("link", name=name).click()
    page.wait_for_load_state()


@pytest.mark.parametrize(
    ("address", "anchor", "name", "there"),
    [
        ("deploy.html", "check-template", "English", "en/deploy.html#check-template"),
        ("deploy.html", "step-deploy-stack", "English", "en/deploy.html#step-deploy-stack"),
        ("en/connect.html", "allow-ssh", "简体中文", "connect.html#allow-ssh"),
    ],
)
def test_switch_keeps_page_and_place(readers: Readers, address: str, anchor: str, name: str, there: str) -> None:
    page = readers.new()
    page.goto(address)
    page.locator(f"#{anchor}").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 60)")
    switch(page, name)

    assert page.url == f"{readers.address}/{there}"
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_switch_inside_a_long_step_keeps_the_step(readers: Readers) -> None:
    page = readers.new()
    page.goto("deploy.html")
    page.locator("#step-deploy-stack").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY + 900)")
    switch(page, "English")

    assert page.url.endswith("/en/deploy.html#step-deploy-stack")


def test_switch_at_the_top_has_no_anchor(readers: Readers) -> None:
    page = readers.new()
    page.goto("deploy.html")
    switch(page, "English")

    assert page.url == f"{readers.address}/en/deploy.html"


def test_english_is_offered_to_whom_prefers_it_and_nobody_is_sent_away(readers: Readers) -> None:
    page = readers.new(locale="en-GB")
    page.goto("")
    offer = page.get_by_role("complementary", name="English")

    expect(offer).to_be_visible()
    assert page.url == f"{readers.address}/"
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    offer.get_by_role("link", name="Read this guide in English").click()
    page.wait_for_url("**/en/index.html")
    page.go_back()
    expect(page.get_by_role("complementary", name="English")).to_be_hidden()


def test_offer_that_was_declined_does_not_come_back(readers: Readers) -> None:
    page = readers.new(locale="en-US")
    page.goto("index.html")
    page.get_by_role("button", name="Dismiss").press("Enter")
    expect(page.locator(".language-offer")).to_have_count(0)
    page.reload()

    expect(page.locator(".language-offer")).to_be_hidden()


def test_who_came_from_the_english_pages_is_not_asked(readers: Readers) -> None:
    page = readers.new(locale="en-US")
    page.goto("en/index.html")
    switch(page, "简体中文")

    expect(page.locator(".language-offer")).to_be_hidden()


@pytest.mark.parametrize(("locale", "address"), [("zh-CN", "index.html"), ("ja-JP", "index.html")])
def test_nobody_else_is_asked(readers: Readers, locale: str, address: str) -> None:
    page = readers.new(locale=locale)
    page.goto(address)

    expect(page.locator(".language-offer")).to_be_hidden()


@pytest.mark.parametrize("address", ["deploy.html", "en/index.html"])
def test_offer_stands_on_the_chinese_front_page_alone(readers: Readers, address: str) -> None:
    page = readers.new(locale="en-US")
    page.goto(address)

    expect(page.locator(".language-offer")).to_have_count(0)
