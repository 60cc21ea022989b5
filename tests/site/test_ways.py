"""The way and the operating system that a reader has chosen hold everywhere, and can be linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.site.readers import Readers, readers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site.conftest import Site

SHIFT = """() => new Promise(done => {
  let total = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { total += entry.value }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(total), 200);
})"""


@pytest.fixture(scope="module")
def readers(site: Site) -> Iterator[Readers]:
    with readers_of(site.folder) as readers:
        yield readers


def shown(page: Page) -> list[str]:
    """The names of all tabs that are open, once each; where there is but one, nothing is chosen."""
    names: list[str] = page.locator('[role="tab"][aria-selected="true"]:not(:only-child)').all_inner_texts()
    panels: list[str] = page.locator(
        ":has(> .sphinx-tabs-panel ~ .sphinx-tabs-panel) > .sphinx-tabs-panel:not([hidden])"
    ).evaluate_all("all => all.map(panel => panel.dataset.label)")
    assert names == panels, "a tab that is selected has a panel that is not shown, or the other way round"
    return sorted(set(names))


def test_choice_holds_on_other_pages_in_the_other_language_and_after_a_reload(readers: Readers) -> None:
    page = readers.new()
    page.goto("preparation.html")
    page.get_by_role("tab", name="AWS CLI").first.click()
    page.get_by_role("tab", name="Windows").first.click()

    assert shown(page) == ["AWS CLI", "Windows"]
    page.reload()
    assert shown(page) == ["AWS CLI", "Windows"]
    page.goto("deploy.html")
    assert shown(page) == ["AWS CLI", "Windows"]
    page.goto("en/jupyter.html")
    assert shown(page) == ["Windows"]
    page.goto("en/deploy.html")
    assert shown(page) == ["AWS CLI", "Windows"]


def test_choice_at_the_top_of_a_page_is_the_choice_of_its_tabs(readers: Readers) -> None:
    page = readers.new()
    page.goto("en/clean-up.html")
    page.get_by_role("group", name="Way").get_by_role("radio", name="Python").check()
    assert shown(page) == ["Python"]

    page.get_by_role("tab", name="AWS CLI").last.click()
    expect(page.get_by_role("radio", name="AWS CLI")).to_be_checked()
    page.goto("billing-alert.html")
    expect(page.get_by_role("radio", name="AWS CLI")).to_be_checked()


def test_choice_is_heard_in_another_window(readers: Readers) -> None:
    page = readers.new()
    page.goto("deploy.html")
    other = page.context.new_page()
    other.goto("clean-up.html")
    other.get_by_role("tab", name="Python").first.click()

    expect(page.get_by_role("radio", name="Python")).to_be_checked()
    assert "Python" in shown(page)


def test_address_chooses_and_is_remembered(readers: Readers) -> None:
    page = readers.new()
    page.goto("deploy.html?way=cli&os=windows")
    assert shown(page) == ["AWS CLI", "Windows"]

    page.goto("en/preparation.html")
    assert shown(page) == ["AWS CLI", "Windows"]
    page.goto("en/preparation.html?way=python")
    assert shown(page) == ["Python", "Windows"]


def test_unknown_way_in_an_address_changes_nothing(readers: Readers) -> None:
    page = readers.new()
    page.goto("billing-alert.html?way=nonsense'%22%5D")

    assert shown(page) == ["控制台"]
    expect(page.get_by_role("radio", name="控制台")).to_be_checked()


def test_page_without_the_chosen_way_shows_what_it_has(readers: Readers) -> None:
    page = readers.new()
    page.goto("p3.html?way=console")

    assert shown(page) == ["AWS CLI"]


def test_reader_on_windows_sees_windows_first(readers: Readers) -> None:
    page = readers.new()
    page.add_init_script("Object.defineProperty(navigator, 'platform', { get: () => 'Win32' })")
    page.goto("jupyter.html")
    assert shown(page) == ["Windows"]

    page.get_by_role("tab", name="macOS / Linux").click()
    page.reload()
    assert shown(page) == ["macOS / Linux"]


def test_anchor_in_a_hidden_panel_opens_its_tab(readers: Readers) -> None:
    page = readers.new()
    page.goto("billing-alert.html")
    page.locator('.sphinx-tabs-panel[data-label="Python"] .script-name').first.evaluate("e => { e.id = 'inside' }")
    page.evaluate("location.hash = 'inside'")

    expect(page.locator("#inside")).to_be_in_viewport()
    assert page.locator("#step-put-email").get_by_role("tab", name="Python").get_attribute("aria-selected") == "true"


def test_address_with_an_anchor_in_a_hidden_panel_opens_its_tab(readers: Readers) -> None:
    page = readers.new()
    page.goto("billing-alert.html#panel-1-python")

    expect(page.locator("#panel-1-python")).to_be_in_viewport()
    assert page.locator("#step-see-email").get_by_role("tab", name="Python").get_attribute("aria-selected") == "true"


@pytest.mark.parametrize("anchor", ["put-email", "step-put-email"])
def test_anchor_of_a_step_is_in_view(readers: Readers, anchor: str) -> None:
    page = readers.new()
    page.goto(f"billing-alert.html?way=cli#{anchor}")

    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    assert shown(page) == ["AWS CLI"]


def test_what_was_clicked_stays_where_it_is(readers: Readers) -> None:
    """Panels above it become shorter; the tab must not run away."""
    page = readers.new()
    page.goto("deploy.html")
    clicked = page.locator("#step-read-outputs").get_by_role("tab", name="AWS CLI")
    clicked.scroll_into_view_if_needed()
    before = clicked.bounding_box()
    clicked.click()
    after = clicked.bounding_box()

    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) <= 1


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(readers: Readers, width: int) -> None:
    """Not even where the reader's choice is another than the page's."""
    page = readers.new(width=width)
    page.goto("deploy.html?way=python&os=windows")
    for address in ["index.html", "deploy.html", "en/preparation.html"]:
        page.goto(address)
        assert page.evaluate(SHIFT) == 0, address


def test_choice_holds_for_pages_from_files(readers: Readers) -> None:
    page = readers.new()
    page.goto((readers.folder / "billing-alert.html").as_uri())
    page.get_by_role("tab", name="AWS CLI").first.click()
    page.goto((readers.folder / "en" / "stop-start.html").as_uri())

    assert shown(page) == ["AWS CLI"]


def test_browser_that_keeps_nothing_still_lets_one_choose(readers: Readers) -> None:
    page = readers.new()
    page.add_init_script(
        "for (const name of ['getItem', 'setItem']) {"
        "  const real = Storage.prototype[name];"
        "  Storage.prototype[name] = function (key, ...more) {"
        "    if (key.startsWith('guide-')) throw new DOMException('forbidden', 'SecurityError');"
        "    return real.call(this, key, ...more) } }"
    )
    page.goto("stop-start.html")
    page.get_by_role("tab", name="Python").first.click()

    assert shown(page) == ["Python"]


@pytest.mark.parametrize("how", ["no script", "print"])
def test_all_ways_are_shown_with_their_names(readers: Readers, how: str) -> None:
    page = readers.new(java_script_enabled=how != "no script")
    page.goto("billing-alert.html")
    if how == "print":
        page.emulate_media(media="print")
    panels = page.locator("#step-put-email .sphinx-tabs-panel")

    assert [panel.is_visible() for panel in panels.all()] == [True, True, True]
    assert panels.evaluate_all("all => all.map(each => getComputedStyle(each, '::before').content)") == [
        '"控制台"',
        '"AWS CLI"',
        '"Python"',
    ]
    expect(page.get_by_role("tablist").first).to_be_hidden()
    expect(page.locator(".choosers")).to_be_hidden()


def test_tabs_are_told_and_moved_by_keys(readers: Readers) -> None:
    page = readers.new()
    page.goto("en/billing-alert.html?way=python")
    strip = page.locator("#step-put-email").get_by_role("tablist", name="Way")
    tabs = strip.get_by_role("tab")

    assert [each.get_attribute("tabindex") for each in tabs.all()] == ["-1", "-1", "0"]
    tabs.last.focus()
    for key, name in [("ArrowRight", "Console"), ("ArrowLeft", "Python"), ("Home", "Console"), ("End", "Python")]:
        page.keyboard.press(key)
        expect(strip.get_by_role("tab", name=name)).to_be_focused()
        expect(strip.get_by_role("tab", name=name, selected=True)).to_have_count(1)
        assert shown(page) == [name]
    page.keyboard.press("Tab")
    expect(page.locator("#step-put-email").get_by_role("tabpanel", name="Python")).to_be_focused()
