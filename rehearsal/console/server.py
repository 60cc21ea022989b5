"""Serving the console: the built pages and the API behind them, at one address, on the loopback address only."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.serving import make_server

from rehearsal.cloud import Cloud
from rehearsal.cloud.server import Quiet, address, listen
from rehearsal.console.api import Api
from rehearsal.console.application import Application
from rehearsal.console.history import PACE
from rehearsal.console.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUILT = Path(__file__).parents[2] / "build" / "console"
"""Where ``npm run build`` in ``web/`` puts the pages."""


class NotBuilt(Exception):  # noqa: N818 - a word of the domain
    """The pages of the console are not there."""


@dataclass(frozen=True)
class Console:
    """A console that is served at ``url``, such as ``http://127.0.0.1:40123``."""

    url: str

    @classmethod
    @contextmanager
    def serve(
        cls,
        cloud: Cloud,
        port: int = 0,
        pace: int = PACE,
        built: Path = BUILT,
        trusted_by: Callable[[str], None] | None = None,
    ) -> Iterator[Console]:
        """Serve the console of a cloud for as long as the block runs.

        Args:
            cloud: What the console shows; it may live in another process.
            port: The port on 127.0.0.1; 0 takes a free one.
            pace: How many more events of a stack each look shows, while the console creates or deletes it.
            built: The folder with the built pages.
            trusted_by: Is told the console's addresses, as those from which sessions may be opened.

        Raises:
            NotBuilt: If the pages are not there.
            OSError: If the port is taken.

        """
        if not (built / "index.html").is_file():
            raise NotBuilt(f"{built} is missing. In rehearsal/console/web: npm ci && npm run build")
        with listen(port) as door:
            url = address(door)
            # A cloud object of its own: boto3 makes clients for one thread at a time, and the walk has its own to make.
            application = Application(url, Api.of(Cloud(cloud.url), pace), Pages(built))
            if trusted_by:
                for name in application.hosts:
                    trusted_by(f"http://{name}")
            host, number = door.getsockname()
            server = make_server(host, number, application, threaded=True, request_handler=Quiet, fd=door.fileno())
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            try:
                yield cls(url)
            finally:
                server.shutdown()
                server.server_close()
                thread.join()
