"""A reader at the console: a real browser on the rehearsal's console, in the reader's language."""

from __future__ import annotations

import atexit
import os
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from rehearsal.console import Console
from walkthrough.pictures import Camera
from walkthrough.reader import Reader
from walkthrough.screen import Screen
from walkthrough.steps import Action, OnScreen, TakePicture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser as ChromiumBrowser
    from playwright.sync_api import BrowserContext, Playwright, ViewportSize

    from rehearsal.cloud import Cloud
    from rehearsal.laptop import Laptop
    from walkthrough.steps import Step

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
"""Debian's; its bytes are those of the machine, so pictures are compared on one machine only."""
QUIET = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
# The same letters on every screen: no hinting, no colour fringes.
STEADY = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb", "--hide-scrollbars"]
WINDOW: ViewportSize = {"width": 1180, "height": 1300}
KEEP_PICTURES = "KEEP_PICTURES"
"""Set to 1 by ``make pictures``: what is taken replaces what is kept."""
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
"""Debian's font for Chinese, which the pictures show."""
PACE = 20
"""How many events of a stack each look shows: they arrive over time, but a walk is in more of a hurry than a reader."""
LOCALES = {"zh_CN": "zh-CN", "en": "en-US"}


class Browser:
    """Does the console way of steps, and tells what is on the screen.

    :param reader: who does it
    :param camera: what takes the pictures of the guide on the way
    """

    def __init__(self, reader: Reader, camera: Camera) -> None:
        self.reader = reader
        self.camera = camera

    @property
    def remark(self) -> str:
        """What the summary of the run should say about this walk, or ""."""
        return self.camera.remark

    def begin(self, _step: Step, _actions: tuple[Action, ...]) -> None:
        """Begin a step: a reader goes on where the last one ended."""

    def do(self, action: Action) -> None:
        """Do one action, or look at the screen.

        :raises Unmet: when the screen does not have what the page says
        """
        if isinstance(action, TakePicture):
            self.reader.screen.settle()
            marks = self.reader.marks(action.callouts)
            self.camera.take(self.reader.screen.page, action.name, marks)
        else:
            assert isinstance(action, OnScreen)
            self.reader.do(action)

    def seen(self) -> str:
        """All text on the screen, and what is in its fields."""
        self.reader.screen.settle()
        page = self.reader.screen.page
        values = page.locator("input, textarea").evaluate_all("all => all.map(e => e.value)")
        return "\n".join([page.locator("body").inner_text(), *values])


@cache
def playwright() -> Playwright:
    """Playwright, once a process: two of them would want the same event loop."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started


@contextmanager
def launched(*switches: str, program: Path = CHROMIUM, unprotected: bool = False) -> Iterator[ChromiumBrowser]:
    """Chromium, for as long as the block runs.

    :param switches: what this use of it needs on its command line
    :param unprotected: whether to do without Chromium's own sandbox, which refuses to run as root
    """
    alone = ["--no-sandbox"] if unprotected or os.geteuid() == 0 else []
    chromium = playwright().chromium.launch(executable_path=program, args=[*QUIET, *alone, *switches])
    yield chromium
    chromium.close()


@contextmanager
def browse(language: str, program: Path = CHROMIUM, unprotected: bool = False) -> Iterator[BrowserContext]:
    """A browser of a reader who speaks ``language``, for as long as the block runs; see :func:`launched`."""
    with launched(*STEADY, program=program, unprotected=unprotected) as chromium:
        context = chromium.new_context(
            viewport=WINDOW,
            device_scale_factor=2,
            locale=LOCALES[language],
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
        )
        context.new_page()
        yield context


def camera(context: BrowserContext, language: str) -> Camera:
    """What takes pictures of a browser; they are compared where the tools are the same."""
    chromium = context.browser
    assert chromium is not None
    tools = f"Chromium {chromium.version} with {FONT.name} of {FONT.stat().st_size if FONT.is_file() else 0} bytes"
    return Camera(language, os.environ.get(KEEP_PICTURES) == "1", tools)


@contextmanager
def at_the_console(
    cloud: Cloud, folder: Path, language: str, trusted_by: Callable[[str], None] | None
) -> Iterator[Browser]:
    """A reader at the rehearsal's console, for as long as the block runs.

    :param trusted_by: who must trust the console's pages, so that they may open terminals
    :raises rehearsal.console.NotBuilt: when the console's pages were not built
    """
    with Console.serve(cloud, pace=PACE, trusted_by=trusted_by) as console, browse(language) as context:
        context.pages[0].goto(f"{console.url}/?lang={language}")
        yield Browser(Reader(Screen(context), console.url, folder), camera(context, language))


@contextmanager
def on_the_laptop(laptop: Laptop, language: str) -> Iterator[Browser]:
    """A browser on the laptop of the rehearsal, which meets there what listens on its ports."""
    program = laptop.sandbox.on_its_network(str(CHROMIUM), laptop.folder)
    with browse(language, program, unprotected=True) as context:
        yield Browser(Reader(Screen(context), "", laptop.home), camera(context, language))
