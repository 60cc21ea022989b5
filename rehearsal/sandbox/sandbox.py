"""A sandbox that runs: bubblewrap, and inside it the agent that opens terminals and ports for us."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rehearsal.sandbox import view
from rehearsal.sandbox.permission import Unavailable, why_unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable

AGENT = Path(__file__).with_name("agent.py")
INSIDE = Path("/rehearsal")
"""Where a sandbox sees what belongs to the rehearsal: its agent, and stand-ins for programs such as ``sudo``."""
SIZE = (40, 120)
"""Rows and columns of a terminal."""


@dataclass(frozen=True)
class User:
    """Somebody who has an account in a sandbox, as its ``/etc/passwd`` says."""

    name: str
    id: int
    home: str
    shell: str


class Sandbox:
    """A computer of its own: users, processes, a network with nothing but itself, and the folders it is given.

    Args:
        name: The host name.
        sees: More options of bubblewrap, from :mod:`rehearsal.sandbox.view`.
        settings: The folder that it sees as ``/etc``.
        environment: What its programs have in their environment.

    Raises:
        Unavailable: If this computer does not let us.

    """

    def __init__(self, name: str, sees: Iterable[str], settings: Path, environment: dict[str, str]) -> None:
        if reason := why_unavailable():
            raise Unavailable(reason)
        self.environment = environment
        self._lock = threading.Lock()
        command = ["bwrap", "--unshare-user", "--uid", "0", "--gid", "0", "--cap-add", "ALL"]
        command += ["--unshare-pid", "--as-pid-1", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
        command += ["--hostname", name]
        command += ["--clearenv", "--setenv", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin", *view.programs()]
        command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run", "--dir", "/run/sshd"]
        command += [*view.settings(settings), *view.read_only(AGENT, INSIDE / "agent.py"), *sees]
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        read, write = os.pipe()
        with its, os.fdopen(read) as told, os.fdopen(write, "w") as tells:
            agent = [str(view.PYTHON), "-IS", str(INSIDE / "agent.py"), str(its.fileno())]
            self._process = subprocess.Popen(
                [*command, "--info-fd", str(tells.fileno()), "--", *agent],
                stdin=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=[its.fileno(), tells.fileno()],
            )
            tells.close()
            its.close()
            self._agent = ours
            if not ours.recv(1024):  # the agent says that it is there
                _, said = self._process.communicate()
                raise Unavailable(f"The sandbox '{name}' did not start: {said.decode(errors='replace').strip()}")
            self._first_process: int = json.load(told)["child-pid"]

    def terminal(
        self, user: User, command: list[str], size: tuple[int, int] = SIZE, folder: str = "/", **more: str
    ) -> int:
        """Run a command in a new terminal, and return the file descriptor of its outer end.

        Args:
            user: Who runs it.
            command: The program and its arguments.
            size: Rows and columns.
            folder: Where it runs.
            more: More variables of its environment.

        """
        own = {"HOME": user.home, "USER": user.name, "LOGNAME": user.name, "SHELL": user.shell}
        environment = self.environment | own | {"TERM": "xterm-256color"} | more
        (outer,) = self._open(
            "terminal", command=command, user=user.id, environment=environment, folder=folder, size=size
        )
        return outer

    def service(self, user: User, command: list[str], log: str) -> None:
        """Run a program that stays, such as a server; ``log`` is a file that the sandbox can write."""
        self._open("service", command=command, user=user.id, environment=self.environment, log=log)

    def root(self, *command: str) -> None:
        """Run a command as root of the sandbox, to its end.

        Raises:
            OSError: If it fails; its own words are in the message.

        """
        self._open("run", command=list(command))

    def connect(self, port: int) -> socket.socket:
        """Connect to a port that something in the sandbox listens on.

        Raises:
            OSError: If nothing listens there.

        """
        (connection,) = self._open("connect", port=port)
        return socket.socket(fileno=connection)

    def listen(self, address: str, port: int) -> socket.socket:
        """Listen on the sandbox's own network.

        Raises:
            OSError: If the port is taken.

        """
        (door,) = self._open("listen", address=address, port=port)
        return socket.socket(fileno=door)

    def on_its_network(self, program: str, folder: Path) -> Path:
        """Return a program, put into ``folder``, that runs one of this computer's, but on the sandbox's network."""
        name = folder / Path(program).name
        enter = f"nsenter --target {self._first_process} --user --net --preserve-credentials"
        name.write_text(f'#!/bin/sh\nexec {enter} -- {program} "$@"\n')
        name.chmod(0o755)
        return name

    def close(self) -> None:
        """End everything that runs in it."""
        self._agent.close()
        self._process.communicate()

    def _open(self, what: str, **words: object) -> list[int]:
        with self._lock:
            self._agent.send(json.dumps({"open": what, **words}).encode())
            answer, opened, *_ = socket.recv_fds(self._agent, 65536, 1)
        for each in opened:
            os.set_inheritable(each, False)
        if not answer:
            raise OSError("The sandbox has ended.")
        if said := json.loads(answer):
            raise OSError(said["errno"], said["message"])
        return opened
