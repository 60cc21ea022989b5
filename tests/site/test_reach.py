"""Everything can be reached and understood: by keyboard, by finger, by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.site.readers import Readers, readers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site.conftest import Site

PHONE, TABLET = 390, 820
# The element that has the focus: what it is, whether one sees it, and whether one sees that it has the focus.
FOCUS = """() => {
  const e = document.activeElement;
  const painted = e.matches('.chooser input') ? e.nextElementSibling : e;
  const style = getComputedStyle(painted);
  const box = painted.getBoundingClientRect();
  return {
    what: e.outerHTML.slice(0, 120),
    end: e === document.body,
    seen: e.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.right > 0 && box.left < innerWidth,
    marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      || (e.matches('.sidebar-search') && getComputedStyle(e.parentElement).outlineStyle !== 'none'),
  };
}"""


@pytest.fixture(scope="module")
def readers(site: Site) -> Iterator[Readers]:
    with readers_of(site.folder) as readers:
        yield readers


@pytest.mark.parametrize("width", [PHONE, TABLET, 1440])
@pytest.mark.parametrize("address", ["index.html", "en/billing-alert.html", "en/jupyter.html"])
def test_focus_is_always_visible(readers: Readers, address: str, width: int) -> None:
    page = readers.new(width=width)
    page.goto(address)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
        if stops[-1]["end"]:
            break

    assert stops[-1]["end"], "the keyboard never comes to the end of the page"
    assert len(stops) > 15
    assert [stop["what"] for stop in stops[:-1] if not stop["seen"]] == []
    assert [stop["what"] for stop in stops[:-1] if not stop["marked"]] == []


@pytest.mark.parametrize(
    ("name", "drawer"),
    [("Toggle site navigation sidebar", ".sidebar-drawer"), ("Toggle table of contents sidebar", ".toc-drawer")],
)
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_drawer_opens_by_keyboard_and_escape_shuts_it(readers: Readers, name: str, drawer: str, key: str) -> None:
    page = readers.new(width=PHONE)
    page.goto("en/deploy.html")
    button = page.get_by_role("button", name=name)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(drawer)).to_be_hidden()
    button.press(key)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(drawer)).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator(drawer)).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def label_box(page: Page, place: int) -> dict[str, float]:
    """Where the other language's label of a control is drawn."""
    box: dict[str, float] = (
        page.locator(".screen[data-elsewhere]:visible > .elsewhere")
        .nth(place)
        .evaluate(
            "e => { const b = e.getBoundingClientRect(); return { left: b.left, right: b.right, width: b.width } }"
        )
    )
    return box


def test_label_of_the_other_console_shows_on_a_tap_within_the_window(readers: Readers) -> None:
    page = readers.new(width=PHONE, has_touch=True, is_mobile=True)
    page.goto("billing-alert.html")
    controls = page.locator(".screen[data-elsewhere]:visible")
    for place in range(controls.count()):
        assert label_box(page, place)["width"] <= 1
        controls.nth(place).tap()
        box = label_box(page, place)

        assert box["width"] > 20, f"the label of {controls.nth(place).inner_text()} did not show"
        assert box["left"] >= 0
        assert box["right"] <= PHONE
        page.locator("h1").tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_label_of_the_other_console_shows_on_focus_and_escape_hides_it(readers: Readers) -> None:
    page = readers.new()
    page.goto("billing-alert.html")
    control = page.locator(".screen[data-elsewhere]:visible").first
    control.focus()
    assert label_box(page, 0)["width"] > 20
    page.keyboard.press("Escape")
    expect(control.locator(".elsewhere")).to_be_hidden()


def test_label_of_the_other_console_is_read_in_its_language(readers: Readers) -> None:
    page = readers.new()
    page.goto("billing-alert.html")
    label = page.locator(".elsewhere").first

    assert (label.inner_text(), label.get_attribute("lang")) == ("Create parameter", "en")


def test_step_says_what_it_is(readers: Readers) -> None:
    page = readers.new()
    page.goto("en/billing-alert.html")

    expect(page.get_by_role("group", name="Step: Create the e-mail parameter")).to_have_attribute(
        "id", "step-put-email"
    )


TYPED = {
    "install-cli": [
        "python3 -m venv ~/aws-tools",
        "source ~/aws-tools/bin/activate",
        "pip install awscli boto3",
        "aws --version",
    ],
    "unpack-scripts": ["mkdir deep-learning && cd deep-learning", "unzip ~/Downloads/deep-learning-scripts.zip"],
}


@pytest.mark.parametrize("step", TYPED)
def test_copied_is_what_is_typed(readers: Readers, step: str) -> None:
    """Neither prompts nor what the machine answers."""
    page = readers.new(permissions=["clipboard-read", "clipboard-write"])
    page.goto("preparation.html")
    button = page.locator(f"#step-{step} button.copybtn").first
    button.focus()
    expect(button).to_have_css("opacity", "1")
    page.keyboard.press("Enter")

    page.wait_for_function("() => navigator.clipboard.readText()")
    assert page.evaluate("navigator.clipboard.readText()").split("\n") == TYPED[step]


def test_script_is_copied_whole(readers: Readers) -> None:
    page = readers.new(permissions=["clipboard-read", "clipboard-write"])
    page.goto("billing-alert.html?way=cli")
    page.locator("#step-put-email .script button.copybtn").first.click(force=True)
    page.wait_for_function("() => navigator.clipboard.readText()")

    assert page.evaluate("navigator.clipboard.readText()").startswith("#!/usr/bin/env bash\n")


def test_machine_of_a_session_is_said(readers: Readers) -> None:
    page = readers.new()
    page.goto("en/connect.html")

    for session in page.locator("article .session").all():
        said = session.evaluate("e => e.previousElementSibling.textContent")
        assert said in {"On your computer", "On the instance", "Run it on your computer"}


def test_box_that_scrolls_can_be_reached(readers: Readers) -> None:
    page = readers.new(width=PHONE)
    page.goto("en/index.html")
    expect(page.get_by_role("group", name="Table")).to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("group", name="Table")).to_have_count(0)
