"""What runs inside a sandbox and opens things there: terminals, ports, connections.

Each is a file descriptor, which goes to the process outside; that is how the outside types in here although neither
sees the other's files, processes or network. It is ``root`` and the first process of the sandbox and needs nothing but
Python. It ends, and with it everything in the sandbox, when whoever holds the other end of its socket is gone.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import select
import socket
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 65536
"""Bytes of a request."""
REST = 1.0
"""Seconds between two looks for processes that have ended and that nobody else waits for."""


def as_user(user: int, command: list[str]) -> list[str]:
    """Return a command that runs as another user: in a namespace in which this user's files are his."""
    return ["unshare", "--user", f"--map-user={user}", f"--map-group={user}", "--", *command]


def terminal(command: list[str], user: int, environment: dict[str, str], folder: str, size: list[int]) -> list[int]:
    """Run a command in a new terminal; hands out the terminal's outer end."""
    outer, inner = pty.openpty()
    termios.tcsetwinsize(outer, (size[0], size[1]))
    subprocess.Popen(
        as_user(user, command),
        stdin=inner,
        stdout=inner,
        stderr=inner,
        env=environment,
        cwd=folder,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(inner)
    return [outer]


def service(command: list[str], user: int, environment: dict[str, str], log: str) -> list[int]:
    """Run a command that nobody looks at, such as a server."""
    with Path(log).open("ab") as said:
        subprocess.Popen(as_user(user, command), stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment)
    return []


def run(command: list[str]) -> list[int]:
    """Run a command as root, to its end."""
    subprocess.run(command, check=True, capture_output=True, text=True)
    return []


def connect(port: int) -> list[int]:
    """Connect to a port of this computer; hands out the connection."""
    return [socket.create_connection(("127.0.0.1", port)).detach()]


def listen(address: str, port: int) -> list[int]:
    """Listen at an address of this computer; hands out the listening socket."""
    return [socket.create_server((address, port), backlog=16).detach()]


OPENERS: dict[str, Callable[..., list[int]]] = {
    "terminal": terminal,
    "service": service,
    "run": run,
    "connect": connect,
    "listen": listen,
}


def answer(request: dict[str, Any]) -> tuple[dict[str, object], list[int]]:
    """Do what is asked; what went wrong is part of the answer."""
    try:
        return {}, OPENERS[request.pop("open")](**request)
    except OSError as error:
        return {"errno": error.errno, "message": error.strerror or str(error)}, []
    except subprocess.CalledProcessError as error:
        return {"errno": 0, "message": f"{' '.join(error.cmd)}: {error.stderr.strip()}"}, []


def bury() -> None:
    """Take note of processes that have ended, as the first process of a computer must."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def main() -> None:
    """Answer until the other end of the socket is closed."""
    door = socket.socket(fileno=int(sys.argv[1]))
    door.send(b"{}")
    while True:
        asked, _, _ = select.select([door], [], [], REST)
        bury()
        if not asked:
            continue
        message = door.recv(LARGEST)
        if not message:
            return
        said, opened = answer(json.loads(message))
        socket.send_fds(door, [json.dumps(said).encode()], opened)
        for each in opened:
            os.close(each)


if __name__ == "__main__":
    main()
