"""Serving the front door over HTTP, on the loopback address only."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from werkzeug.serving import BaseWSGIServer

LOOPBACK = "127.0.0.1"

os.environ.setdefault("MOTO_DISABLE_GLOBAL_CORS", "true")  # no page of another site may talk to the cloud
os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")  # the images are those of region.toml


class Quiet(WSGIRequestHandler):
    """Keeps connections open between calls, and keeps no log."""

    protocol_version = "HTTP/1.1"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def listen(port: int = 0) -> socket.socket:
    """Take a port, before anything slow happens: who connects from now on waits and is not refused.

    Raises:
        OSError: If the port is taken or not allowed.

    """
    return socket.create_server((LOOPBACK, port), backlog=64)


def address(door: socket.socket) -> str:
    """Return the URL of a port that was taken."""
    return f"http://{LOOPBACK}:{door.getsockname()[1]}"


@contextmanager
def serve(door: socket.socket) -> Iterator[str]:
    """Serve the cloud at a port that was taken; yields its URL."""
    server = _server(door)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield address(door)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def serve_forever(door: socket.socket) -> None:
    """Serve the cloud until the process is told to end."""
    _server(door).serve_forever()


class AtOwnAddress:
    """Answers only who asks by the server's own address.

    A page of another site may have its name point here (DNS rebinding); its requests still carry its own name.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]], port: int) -> None:
        self.application = application
        self.hosts = {f"{LOOPBACK}:{port}", f"localhost:{port}"}

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        if Request(environ).host in self.hosts:
            return self.application(environ, start_response)
        return Response("This cloud answers only at its own address.\n", 421)(environ, start_response)


def _server(door: socket.socket) -> BaseWSGIServer:
    from rehearsal.cloud.front import Front  # a second of imports, moto's; the port is taken by now

    host, port = door.getsockname()
    application = AtOwnAddress(Front(), port)
    return make_server(host, port, application, threaded=True, request_handler=Quiet, fd=door.fileno())
