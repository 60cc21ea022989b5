"""Everybody can read every page: axe finds nothing, light and dark. ``make audit`` looks longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.audit import axe
from tests.site.conftest import FOLDERS, Site
from walkthrough.browser import browse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A reader's browser."""
    with browse("zh_CN") as context:
        yield context.pages[0]


def faults(page: Page, site: Site, language: str) -> list[str]:
    """What axe finds on the pages of a language, all ways at once, as the window is now."""
    found = []
    for path in site.pages(language):
        page.goto(path.as_uri())
        axe.load(page)
        page.evaluate(axe.OPEN_ALL)
        found += [f"{path.relative_to(site.folder)}: {fault}" for fault in axe.violations(page)]
    return found


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_nothing(
    page: Page, site: Site, language: str, scheme: Literal["light", "dark"], size: dict[str, int]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": size["width"], "height": size["height"]})

    assert faults(page, site, language) == []


def test_axe_sees_what_is_wrong(page: Page, site: Site) -> None:
    """A check that finds nothing must have looked: grey on white, in a tab that is not the first."""
    page.emulate_media(color_scheme="light")
    page.goto((site.folder / "deploy.html").as_uri())
    axe.load(page)
    page.evaluate(axe.OPEN_ALL)
    page.add_style_tag(content="[role=tabpanel]:last-child p { color: #bbb !important }")

    assert [fault for fault in axe.violations(page) if fault.startswith("color-contrast")]
