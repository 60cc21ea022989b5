"""A laptop: bash with the tools that the guide has its reader install, in a home of its own."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rehearsal.cloud.cloud import WAITING
from rehearsal.laptop.network import Network
from rehearsal.sandbox import Sandbox, User, view
from rehearsal.sandbox.sandbox import INSIDE

if TYPE_CHECKING:
    import socket

    from rehearsal.cloud import Cloud
    from rehearsal.instance import Fleet

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).with_name("files")
PLUGIN = Path(__file__).with_name("plugin.py")
VENV = ROOT / ".venv"
"""Where ``make test`` installs Python with boto3, and the AWS CLI."""
TOOLS = (INSIDE / "bin", Path(sys.executable).parent, VENV / "aws-cli" / "bin", "/usr/bin", "/bin")
YOU = User("you", 1000, "/home/you", "/bin/bash")


def install_plugin(folder: Path) -> None:
    """Put the ``session-manager-plugin`` of the rehearsal into a folder, which then belongs into ``PATH``."""
    folder.mkdir()
    program = folder / "session-manager-plugin"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PLUGIN}" "$@"\n')
    program.chmod(0o755)


class Laptop:
    """The reader's computer.

    Args:
        folder: Where its files are kept.
        cloud: What ``aws`` and boto3 on it talk to.
        fleet: The instances that it can reach.
        channel: The address of the data channel, as ``ws://127.0.0.1:40123``.
        downloads: What is in ``~/Downloads``, by file name.

    Raises:
        Unavailable: If this computer does not let us.

    """

    def __init__(self, folder: Path, cloud: Cloud, fleet: Fleet, channel: str, downloads: dict[str, bytes]) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.tools = folder / "bin"
        self.fleet = fleet
        self.ports = [port for url in (cloud.url, channel) if (port := urlsplit(url).port)]
        self.environment = {
            "PATH": ":".join(map(str, TOOLS)),
            "LANG": "C.UTF-8",
            "AWS_ENDPOINT_URL": cloud.url,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
            "AWS_DATA_PATH": str(WAITING),
        }
        shutil.copytree(FILES / "etc", folder / "etc")
        (self.home / "Downloads").mkdir(parents=True)
        for name, content in downloads.items():
            (self.home / "Downloads" / name).write_bytes(content)
        install_plugin(self.tools)
        self._start()

    def _start(self) -> None:
        sees = [*view.writable(self.home, Path(YOU.home)), *view.read_only(self.tools, INSIDE / "bin")]
        for path in dict.fromkeys([Path(sys.prefix), VENV, PLUGIN, WAITING]):
            sees += view.read_only(path) if path.exists() else []
        self.sandbox = Sandbox("laptop", sees, self.folder / "etc", self.environment)
        self.network = Network(self.sandbox, self.fleet)
        for port in self.ports:
            self.network.bring(port)
        self.network.look()

    def restart(self) -> None:
        """Turn it off and on again: its files are there, but nothing runs that its user has not started anew."""
        self.close()
        self._start()

    def terminal(self, size: tuple[int, int], **more: str) -> int:
        """Open a terminal, and return its file descriptor.

        Args:
            size: Rows and columns.
            more: More variables of its environment, such as ``TERM``.

        """
        return self.sandbox.terminal(YOU, ["bash"], size, YOU.home, **more)

    def connect(self, port: int) -> socket.socket:
        """Connect to one of its ports, as a browser on it does.

        Raises:
            OSError: If nothing listens there.

        """
        return self.sandbox.connect(port)

    def close(self) -> None:
        """Turn it off; its files stay where they are."""
        self.network.close()
        self.sandbox.close()
