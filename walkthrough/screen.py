"""What a reader finds on a screen: controls by their visible label, in the page's language, never by test ids."""

from __future__ import annotations

import difflib
import re
import time
from typing import TYPE_CHECKING, Literal

from walkthrough.failure import Unmet
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page, Request

Role = Literal["button", "checkbox", "link", "menuitem", "option", "radio", "tab"]

PATIENCE = 15.0
"""Seconds that a reader waits for something to appear; a stack needs minutes on AWS, and less than this here."""
MOMENT = 2.0
"""Seconds after which a reader who typed something and sees nothing of it wonders."""
PICTURES_OF_FAILURES = ROOT / "build" / "failures"
LABELS_SHOWN = 5
QUIET = 3
"""How often in a row nothing must be on its way before a screen counts as settled."""


class Screen:
    """What a browser shows: the tab that was opened last."""

    def __init__(self, browser: BrowserContext) -> None:
        self.browser = browser
        self.asked: set[Request] = set()
        browser.on("request", lambda request: self.asked.add(request))
        browser.on("requestfinished", lambda request: self.asked.discard(request))
        browser.on("requestfailed", lambda request: self.asked.discard(request))

    @property
    def page(self) -> Page:
        """The tab in front."""
        return self.browser.pages[-1]

    def settle(self) -> None:
        """Wait until the screen has its answers, and has had the time to show them."""
        quiet, patience = 0, time.monotonic() + PATIENCE
        while quiet < QUIET and time.monotonic() < patience:
            self.page.wait_for_timeout(40)
            quiet = 0 if self.asked else quiet + 1

    def control(self, label: str, *roles: Role) -> Locator | None:
        """The control with this label, if it is there; one in an open dialog before one behind it."""
        return self._visible(self._front().get_by_role(role, name=label, exact=True) for role in roles)

    def link_that_names(self, label: str) -> Locator | None:
        """The link whose text has this name among other words, such as the id that AWS gave, if it is there."""
        name = re.compile(rf"\b{re.escape(label)}\b")
        return self._visible([self._front().get_by_role("link", name=name)])

    def field(self, label: str) -> Locator | None:
        """The field with this label, if it is there."""
        return self._visible([self._front().get_by_label(label, exact=True)])

    def chooser_of_files(self, label: str) -> Locator | None:
        """The button that opens the computer's own dialog for files; assistive technology hears its field instead."""
        return self._visible([self._front().locator("button").filter(has_text=label)])

    def text(self, text: str) -> Locator | None:
        """A text on the screen, alone or within a longer one, if it is there."""
        return self._visible([self.page.get_by_text(text)])

    def appears(self, text: str) -> bool:
        """Whether a text is there, or comes within a moment."""
        moment = time.monotonic() + MOMENT
        while time.monotonic() < moment:
            if self.text(text):
                return True
            self.page.wait_for_timeout(50)
        return False

    def wait(self, find: Callable[[], Locator | None], what: str, label: str) -> Locator:
        """Look until it is there, or until a reader would give up.

        :raises Unmet: with the nearest labels that the screen has, and a picture of the screen
        """
        patience = time.monotonic() + PATIENCE
        while time.monotonic() < patience:
            if found := find():
                return found
            self.page.wait_for_timeout(50)
        raise Unmet(what, f"{self.nearest(label)}\nthe screen: {self.picture_of_failure(label)}")

    def nearest(self, label: str) -> str:
        """The labels of the screen that look most like ``label``."""
        texts = {text.strip() for text in self._labels() if text and text.strip() and len(text) < 80}
        near = difflib.get_close_matches(label, sorted(texts), n=LABELS_SHOWN, cutoff=0.2)
        return f"labels like it: {', '.join(near or sorted(texts)[:LABELS_SHOWN])}"

    def picture_of_failure(self, label: str) -> Path:
        """Keep the screen as it is."""
        PICTURES_OF_FAILURES.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^\w-]+", "-", label)[:40]
        path = PICTURES_OF_FAILURES / f"{name}.png"
        self.page.screenshot(path=path, full_page=True)
        return path.relative_to(ROOT)

    def _front(self) -> Locator:
        """The open dialog, or the whole page."""
        dialog = self.page.get_by_role("dialog").locator("visible=true")
        return dialog.last if dialog.count() else self.page.locator("body")

    @staticmethod
    def _visible(candidates: Iterable[Locator]) -> Locator | None:
        for candidate in candidates:
            seen = candidate.locator("visible=true")
            if seen.count():
                return seen.first
        return None

    def _labels(self) -> list[str]:
        controls = "button, a, [role=tab], [role=menuitem], [role=option], label, h1, h2, h3, input"
        said = "all => all.map(e => e.getAttribute('aria-label') || e.innerText)"
        return list(self.page.locator(controls).evaluate_all(said))
