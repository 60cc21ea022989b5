"""The way into the laptop of a rehearsal that runs: for the reader's own terminal, and for his own browser."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import tempfile
import termios
import threading
import tty
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rehearsal.cloud.server import LOOPBACK, listen
from rehearsal.sandbox.relay import lead, shut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rehearsal.laptop.laptop import Laptop

FOLDER = Path(tempfile.gettempdir()) / f"deep-learning-rehearsal-{os.getuid()}"
DOOR = FOLDER / "laptop.socket"
"""Where whoever runs ``make laptop`` finds the rehearsal; only its user may come in."""
JUPYTER = 8080
"""The port of the laptop at which the guide opens Jupyter."""
OUTSIDE = 18080
"""The same, on the computer that all of this runs on; another one where this is taken."""


class NobodyThere(Exception):  # noqa: N818 - a word of the domain
    """No rehearsal runs, or it has no laptop."""


@contextmanager
def open_door(laptop: Laptop) -> Iterator[str]:
    """Let readers in for as long as the block runs; yields the address at which their browser finds Jupyter."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    DOOR.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as door, _port_outside() as outside:
        door.bind(str(DOOR))
        door.listen()
        threading.Thread(target=_let_in, args=(door, laptop), daemon=True).start()
        lead(outside, lambda: laptop.connect(JUPYTER))
        try:
            yield f"http://{LOOPBACK}:{outside.getsockname()[1]}"
        finally:
            shut(outside)
            shut(door)
            DOOR.unlink(missing_ok=True)


def _port_outside() -> socket.socket:
    try:
        return listen(OUTSIDE)
    except OSError:
        return listen()


def _let_in(door: socket.socket, laptop: Laptop) -> None:
    """Hand a terminal to everybody who asks."""
    with contextlib.suppress(OSError):
        while True:
            reader, _ = door.accept()
            with reader:
                asked = json.loads(reader.recv(1024))
                terminal = laptop.terminal(tuple(asked["size"]), TERM=asked["term"])
                socket.send_fds(reader, [b"{}"], [terminal])
                os.close(terminal)


def enter() -> None:
    """Make this terminal one of the laptop, until its shell ends.

    Raises:
        NobodyThere: If no rehearsal runs.

    """
    terminal = _ask_for_terminal()
    signal.signal(signal.SIGWINCH, lambda *_: termios.tcsetwinsize(terminal, _size()))
    before = termios.tcgetattr(0)
    tty.setraw(0)
    try:
        _type_and_show(terminal)
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)


def _ask_for_terminal() -> int:
    with socket.socket(socket.AF_UNIX) as door:
        try:
            door.connect(str(DOOR))
        except OSError as error:
            raise NobodyThere from error
        door.send(json.dumps({"size": _size(), "term": os.environ.get("TERM", "linux")}).encode())
        _, (terminal,), *_ = socket.recv_fds(door, 1024, 1)
    return terminal


def _size() -> tuple[int, int]:
    columns, rows = os.get_terminal_size()
    return rows, columns


def _type_and_show(terminal: int) -> None:
    with contextlib.suppress(OSError):  # the shell has ended
        while True:
            ready, _, _ = select.select([0, terminal], [], [])
            if terminal in ready:
                os.write(1, os.read(terminal, 65536))
            if 0 in ready:
                os.write(terminal, os.read(0, 65536))
