"""A reader at the console: one browser and one console for all tests, a cloud with nothing in it for each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from rehearsal.console import Console
from tests.rehearsal.console.at import WINDOW, At
from walkthrough.browser import CHROMIUM, QUIET, playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from rehearsal.cloud import Cloud

NAME = "DeepLearning"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    unprotected = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses to run as root
    started = playwright().chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *unprotected])
    yield started
    started.close()


@pytest.fixture(scope="session")
def console(running_cloud: Cloud) -> Iterator[Console]:
    with Console.serve(running_cloud) as console:
        yield console


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def at(cloud: Cloud, chromium: Browser, console: Console, language: str) -> Iterator[At]:
    """Have a reader at the home of the console, in a cloud in which nobody has done anything yet."""
    context = chromium.new_context(viewport=WINDOW, timezone_id="Asia/Shanghai")
    reader = At(context.new_page(), cloud, console.url, language)
    reader.open("/")
    yield reader
    context.close()
    assert reader.wrong == []
