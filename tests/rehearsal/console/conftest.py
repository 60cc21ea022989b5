"""A reader at the console: one browser and one console for all tests, a cloud with nothing in it for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rehearsal.console import Console
from tests.rehearsal.console.at import WINDOW, At
from walkthrough.browser import launched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

    from rehearsal.cloud import Cloud

LANGUAGES = ("zh_CN", "en")
PACE = 12
"""Events of a stack for each look: the guide's stack takes four looks."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launched() as started:
        yield started


@pytest.fixture(scope="session")
def console(running_cloud: Cloud) -> Iterator[Console]:
    with Console.serve(running_cloud, pace=PACE) as console:
        yield console


@pytest.fixture(scope="session")
def readers(chromium: Browser) -> dict[str, BrowserContext]:
    """Have a reader of each language, whose browser keeps the console's files from test to test."""
    return {
        language: chromium.new_context(viewport=WINDOW, timezone_id="Asia/Shanghai", reduced_motion="reduce")
        for language in LANGUAGES
    }


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def at(cloud: Cloud, readers: dict[str, BrowserContext], console: Console, language: str) -> Iterator[At]:
    """Have a reader who has opened nothing yet, in a cloud in which nobody has done anything yet."""
    page = readers[language].new_page()
    reader = At(page, cloud, console.url, language)
    yield reader
    page.evaluate("localStorage.clear()")
    for each in readers[language].pages:
        each.close()
    assert reader.wrong == []
