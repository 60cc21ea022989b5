"""Readers of the built site, each with a browser that has kept nothing yet."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.site.hosting import hosted, reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


class Readers:
    """One browser, and any number of readers who know nothing of each other.

    :ivar address: of the site, without a slash at the end
    """

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self.browser = browser
        self.address = address
        self.folder = folder
        self.faults: list[str] = []

    def new(self, locale: str = "zh-CN", width: int = 1280, **more: Any) -> Page:  # noqa: ANN401  # any of Playwright's
        """A window of a new reader."""
        settings = {"viewport": {"width": width, "height": 800}, "reduced_motion": "reduce", **more}
        page = self.browser.new_context(locale=locale, base_url=f"{self.address}/", **settings).new_page()
        page.on("pageerror", lambda fault: self.faults.append(f"{page.url}: {fault}"))
        page.set_default_timeout(5000)
        return page


@contextmanager
def readers_of(folder: Path) -> Iterator[Readers]:
    """Readers, for as long as the block runs; a script that failed fails the last test."""
    with hosted(folder) as address, reading() as page:
        browser = page.context.browser
        assert browser is not None
        readers = Readers(browser, address, folder)
        yield readers
        for context in browser.contexts:
            context.close()
    assert not readers.faults, "\n".join(readers.faults)
