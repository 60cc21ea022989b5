"""Chromium, the one that walks the guide, for what is printed or drawn. Only books need it; the site does without."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from walkthrough.browser import CHROMIUM, QUIET, playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@contextmanager
def launched(*switches: str) -> Iterator[Browser]:
    """A browser, for as long as the block runs.

    :param switches: what this use of it needs on its command line
    """
    unprotected = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses to run as root
    chromium = playwright().chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *unprotected, *switches])
    yield chromium
    chromium.close()
