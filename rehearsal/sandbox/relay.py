"""Carrying bytes between two ends, such as a port of one sandbox and a port of another."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def relay(one: socket.socket, other: socket.socket) -> None:
    """Carry bytes both ways between two connections until both are over, in threads of their own; then close them."""
    threading.Thread(target=_carry_both, args=(one, other), daemon=True).start()


def _carry_both(one: socket.socket, other: socket.socket) -> None:
    with one, other:
        back = threading.Thread(target=_carry, args=(other, one), daemon=True)
        back.start()
        _carry(one, other)
        back.join()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def lead(door: socket.socket, far: Callable[[], socket.socket]) -> None:
    """Lead every connection that comes to a listening socket to another end, until the socket is closed.

    Args:
        door: The listening socket.
        far: Connects to the other end; where it raises OSError, whoever came is turned away.

    """
    threading.Thread(target=_lead, args=(door, far), daemon=True).start()


def _lead(door: socket.socket, far: Callable[[], socket.socket]) -> None:
    with contextlib.suppress(OSError):
        while True:
            near, _ = door.accept()
            try:
                relay(near, far())
            except OSError:
                near.close()


def shut(door: socket.socket) -> None:
    """Close a listening socket for good, also for a thread that waits at it."""
    with contextlib.suppress(OSError):
        door.shutdown(socket.SHUT_RDWR)
    door.close()
