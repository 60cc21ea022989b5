"""The data channel of Session Manager: a websocket that carries a terminal or a port of an instance.

The API's StartSession answers with an address here and a token. Whoever connects says the token first, then bytes go
both ways. It is a shell, so it is careful: only on the loopback address; only by that address, lest a page of another
site has its name point here; only for pages that it was told to trust, or programs; only with the session's token; and
only into the sandbox of the instance.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import select
import termios
import threading
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import serve

from rehearsal.cloud.server import LOOPBACK

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from websockets.http11 import Request, Response
    from websockets.sync.server import ServerConnection

    from rehearsal.cloud import Cloud
    from rehearsal.instance.fleet import Fleet

TURNED_AWAY = "Sessions are for the rehearsal's own console and plugin.\n"
PIECE = 65536
REFUSED = 1008
"""The websocket's code for somebody who may not come in."""
ENDED = 1000
UNREACHABLE = 4001
"""Our code for a port of the instance that nothing listens on."""
PORTS = {"AWS-StartSSHSession": "22", "AWS-StartPortForwardingSession": "80"}
"""The documents that carry a port, and the port unless the session says another."""


class Channel:
    """Carries the sessions of one cloud to the instances that stand for its own."""

    def __init__(self, cloud: Cloud, fleet: Fleet) -> None:
        self.cloud = cloud
        self.fleet = fleet
        self.trusted: set[str] = set()
        self.url = ""

    def trust(self, origin: str) -> None:
        """Let pages of an origin, such as the console's, open sessions."""
        self.trusted.add(origin)

    @contextmanager
    def serve(self) -> Iterator[None]:
        """Carry sessions for as long as the block runs; the cloud is told where."""
        with serve(self._carry, LOOPBACK, 0, process_request=self._admit, compression=None) as server:
            host, port = server.socket.getsockname()
            self.url = f"ws://{host}:{port}"
            self.cloud.data_channel(self.url)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            yield
            server.shutdown()
            thread.join()

    def _admit(self, connection: ServerConnection, request: Request) -> Response | None:
        """Turn away whoever comes by another name, or from a page that nobody trusts."""
        host, origin = request.headers.get("Host"), request.headers.get("Origin")
        if host != self.url.removeprefix("ws://") or not (origin is None or origin in self.trusted):
            return connection.respond(HTTPStatus.FORBIDDEN, TURNED_AWAY)
        return None

    def _carry(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        identity = connection.request.path.partition("?")[0].rpartition("/")[2]
        with contextlib.suppress(ConnectionClosed):
            asked = json.loads(connection.recv(timeout=10))
            session = self.cloud.session(identity)
            if session is None or not hmac.compare_digest(session["token"], str(asked.get("TokenValue"))):
                connection.close(REFUSED, "no such session, or not its token")
            elif session["document"] in PORTS:
                self._carry_port(connection, session, asked)
            else:
                self._carry_shell(connection, identity, session, asked)

    def _carry_port(self, connection: ServerConnection, session: dict[str, Any], asked: dict[str, Any]) -> None:
        """Carry one connection to a port; ``watch`` only holds the session open, as the plugin does meanwhile."""
        if asked.get("watch"):
            for _ in connection:
                pass
            return
        (port,) = session["parameters"].get("portNumber", [PORTS[session["document"]]])
        try:
            far = self.fleet.instance(session["target"]).connect(int(port))
        except OSError as error:
            connection.close(UNREACHABLE, str(error)[:100])
            return
        with far:
            back = threading.Thread(target=_from_port, args=(far, connection), daemon=True)
            back.start()
            with contextlib.suppress(OSError):
                for message in connection:
                    far.sendall(message if isinstance(message, bytes) else message.encode())
                far.shutdown(2)
            back.join()

    def _carry_shell(
        self, connection: ServerConnection, identity: str, session: dict[str, Any], asked: dict[str, Any]
    ) -> None:
        """Carry a terminal; text is about it (its ``size``), bytes are typed into it."""
        rows, columns = asked.get("size", (40, 120))
        outer = self.fleet.instance(session["target"]).shell((rows, columns))
        left, tell = os.pipe()
        forth = threading.Thread(target=_type, args=(outer, connection, tell), daemon=True)
        forth.start()
        with contextlib.suppress(OSError, ConnectionClosed):  # the shell has ended, or its window is closed
            while outer in select.select([outer, left], [], [])[0] and (piece := os.read(outer, PIECE)):
                connection.send(piece)
        self.cloud.client("ssm").terminate_session(SessionId=identity)
        connection.close(ENDED)
        forth.join()
        os.close(left)
        os.close(outer)  # the shell is hung up on


def _from_port(far: socket.socket, connection: ServerConnection) -> None:
    with contextlib.suppress(OSError, ConnectionClosed):
        while piece := far.recv(PIECE):
            connection.send(piece)
    connection.close(ENDED)


def _type(outer: int, connection: ServerConnection, tell: int) -> None:
    """Type what arrives into a terminal; ``tell`` is closed once nothing will arrive any more."""
    with os.fdopen(tell, "wb"), contextlib.suppress(OSError, ConnectionClosed):
        for message in connection:
            if isinstance(message, bytes):
                os.write(outer, message)
            else:
                termios.tcsetwinsize(outer, json.loads(message)["size"])
