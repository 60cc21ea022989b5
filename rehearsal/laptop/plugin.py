"""The ``session-manager-plugin`` of the rehearsal, which the real AWS CLI starts.

It says what AWS's own says, and like that it connects to the address that StartSession gave: for a shell it is the
terminal, for ``AWS-StartPortForwardingSession`` it listens on this computer, for ``AWS-StartSSHSession`` it is what
``ssh`` speaks through.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
import termios
import threading
import tty
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "1.2.804.0"
"""Newer than those that the AWS CLI warns about; AWS's own of this number need not exist."""
SHELL = "SSM-SessionManagerRunShell"
UNREACHABLE = 4001
"""The channel's code for a port of the instance that nothing listens on."""
PIECE = 65536


@contextmanager
def open_channel(response: dict[str, str], **more: object) -> Iterator[ClientConnection]:
    """Connect to a session, and say its token."""
    with connect(response["StreamUrl"], compression=None, proxy=None) as channel:
        channel.send(json.dumps({"TokenValue": response["TokenValue"], **more}))
        yield channel


def size() -> list[int]:
    """Return the rows and columns of the terminal that this runs in."""
    columns, rows = os.get_terminal_size() if os.isatty(0) else (120, 40)
    return [rows, columns]


def shell(response: dict[str, str]) -> None:
    """Be a terminal on the instance until its shell ends."""
    before = termios.tcgetattr(0) if os.isatty(0) else None
    with open_channel(response, size=size()) as channel:
        signal.signal(signal.SIGWINCH, lambda *_: channel.send(json.dumps({"size": size()})))
        try:
            if before:
                tty.setraw(0)
            threading.Thread(target=_type, args=(channel,), daemon=True).start()
            _show(channel)
        finally:
            if before:
                termios.tcsetattr(0, termios.TCSADRAIN, before)


def pipe(response: dict[str, str]) -> None:
    """Be what ``ssh`` speaks through: its standard input and output are a port of the instance."""
    with open_channel(response) as channel:
        threading.Thread(target=_type, args=(channel,), daemon=True).start()
        _show(channel)


def forward(response: dict[str, str], session: str, parameters: dict[str, list[str]]) -> None:
    """Lead a port of this computer to one of the instance, until Ctrl-C."""
    (local,) = parameters.get("localPortNumber", ["0"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with open_channel(response, watch=True) as watch:
        try:
            door = socket.create_server(("127.0.0.1", int(local)))
        except OSError:  # AWS's own says nothing and waits, too (session-manager-plugin, issue 141)
            for _ in watch:
                pass
            return
        print(f"Port {door.getsockname()[1]} opened for sessionId {session}.\nWaiting for connections...", flush=True)
        threading.Thread(target=_lead, args=(door, response, session), daemon=True).start()
        for _ in watch:
            pass


def _lead(door: socket.socket, response: dict[str, str], session: str) -> None:
    while True:
        near, _ = door.accept()
        print(f"\nConnection accepted for session [{session}]", flush=True)
        threading.Thread(target=_carry, args=(near, response), daemon=True).start()


def _carry(near: socket.socket, response: dict[str, str]) -> None:
    with near, open_channel(response) as channel:
        threading.Thread(target=_from_near, args=(near, channel), daemon=True).start()
        with contextlib.suppress(OSError, ConnectionClosed):
            for message in channel:
                near.sendall(message if isinstance(message, bytes) else message.encode())
            near.shutdown(socket.SHUT_RDWR)
    if channel.close_code == UNREACHABLE:
        print("\nConnection to destination port failed, check SSM Agent logs.", flush=True)


def _from_near(near: socket.socket, channel: ClientConnection) -> None:
    with contextlib.suppress(OSError, ConnectionClosed):
        while piece := near.recv(PIECE):
            channel.send(piece)
    channel.close()


def _type(channel: ClientConnection) -> None:
    with contextlib.suppress(OSError, ConnectionClosed):
        while piece := os.read(0, PIECE):
            channel.send(piece)
    channel.close()


def _show(channel: ClientConnection) -> None:
    with contextlib.suppress(ConnectionClosed):
        for message in channel:
            os.write(1, message if isinstance(message, bytes) else message.encode())


def main(arguments: list[str]) -> int:
    """Do what the AWS CLI asks; returns the exit status."""
    if arguments == ["--version"]:
        print(VERSION)
        return 0
    if len(arguments) < 5:
        print("\nThe Session Manager plugin was installed successfully. Use the AWS CLI to start a session.\n")
        return 0
    response: dict[str, str] = json.loads(os.environ.get(arguments[0], arguments[0]))
    asked: dict[str, Any] = json.loads(arguments[4])
    session, document = response["SessionId"], asked.get("DocumentName", SHELL)
    if document == "AWS-StartSSHSession":
        pipe(response)
        return 0
    print(f"\nStarting session with SessionId: {session}", flush=True)
    try:
        if document == "AWS-StartPortForwardingSession":
            forward(response, session, asked.get("Parameters") or {})
        else:
            shell(response)
    except KeyboardInterrupt:
        print("Terminate signal received, exiting.")
    print(f"\n\nExiting session with sessionId: {session}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
