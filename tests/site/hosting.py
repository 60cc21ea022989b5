"""The built site as a static host serves it, and a reader's browser in front of it."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from walkthrough.browser import launched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page


class StaticHost(SimpleHTTPRequestHandler):
    """Serves files, and ``404.html`` with status 404 for what is not there, as hosts of static sites do."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page where it has one."""
        page = f"{self.directory}/404.html"
        if code != 404 or not os.path.exists(page):  # noqa: PTH110  # the handler's folder is a text
            super().send_error(code, message, explain)
            return
        with open(page, "rb") as file:  # noqa: PTH123
            content = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def hosted(folder: Path, host: type[StaticHost] = StaticHost) -> Iterator[str]:
    """The address of a folder, served for as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def reading(language: str = "zh-CN") -> Iterator[Page]:
    """A window of a browser; a script that fails fails the test."""
    faults: list[str] = []
    with launched() as chromium:
        page = chromium.new_context(locale=language).new_page()
        page.on("pageerror", lambda fault: faults.append(f"{page.url}: {fault}"))
        yield page
    assert not faults, "\n".join(faults)
