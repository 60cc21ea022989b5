"""One instance: its disk, which stays while it is stopped, and a sandbox while it runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from rehearsal.sandbox import Sandbox, User, view
from rehearsal.sandbox.sandbox import INSIDE

if TYPE_CHECKING:
    import socket

FILES = Path(__file__).with_name("files")
ENVIRONMENT = Path(__file__).parents[2] / ".venv" / "pytorch"
"""Where ``make test`` puts the environment that an instance has at ``/opt/pytorch``: Jupyter, without PyTorch."""
PYTORCH = Path("/opt/pytorch")
UBUNTU = User("ubuntu", 1000, "/home/ubuntu", "/bin/bash")
SSM_USER = User("ssm-user", 1001, "/home/ssm-user", "/bin/sh")
SSHD = ["/usr/sbin/sshd", "-D", "-e", "-f", "/etc/ssh/sshd_config"]
SSHD_LOG = "/var/log/auth.log"


class Instance:
    """A GPU box without a GPU.

    Args:
        folder: Where its disk is kept.
        address: Its private address, which gives it its name.

    """

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.name = f"ip-{address.replace('.', '-')}"
        self._sandbox: Sandbox | None = None

    @property
    def runs(self) -> bool:
        """Whether it is on."""
        return self._sandbox is not None

    def start(self) -> None:
        """Turn it on; the first time, its disk is made.

        Raises:
            Unavailable: If this computer does not let us.

        """
        if not self.folder.exists():
            self._make_disk()
        sees = [*view.read_only(FILES / "bin", INSIDE / "bin"), *view.writable(self.folder / "log", Path("/var/log"))]
        for user in (UBUNTU, SSM_USER):
            sees += view.writable(self.folder / user.name, Path(user.home))
        if ENVIRONMENT.exists():
            sees += view.read_only(ENVIRONMENT, PYTORCH)
        sandbox = Sandbox(self.name, sees, self.folder / "etc", {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
        # sshd runs as ubuntu, who is not root of this network.
        sandbox.root("sh", "-c", "echo 22 > /proc/sys/net/ipv4/ip_unprivileged_port_start")
        sandbox.service(UBUNTU, SSHD, SSHD_LOG)
        self._sandbox = sandbox

    def stop(self) -> None:
        """Turn it off; its disk stays."""
        if self._sandbox:
            self._sandbox.close()
            self._sandbox = None

    def terminate(self) -> None:
        """Turn it off and delete its disk."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def shell(self, size: tuple[int, int]) -> int:
        """Open a terminal as Session Manager does: ``sh`` of ``ssm-user``; returns its file descriptor.

        Raises:
            OSError: If it is off.

        """
        path = f"{INSIDE}/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        return self._running().terminal(SSM_USER, [SSM_USER.shell], size, PATH=path)

    def connect(self, port: int) -> socket.socket:
        """Connect to one of its ports.

        Raises:
            OSError: If it is off, or nothing listens there.

        """
        return self._running().connect(port)

    def home(self, user: User) -> Path:
        """Return where the home of one of its users is kept."""
        return self.folder / user.name

    def _running(self) -> Sandbox:
        if self._sandbox is None:
            raise OSError(f"{self.name} is not running.")
        return self._sandbox

    def _make_disk(self) -> None:
        shutil.copytree(FILES / "etc", self.folder / "etc")
        for folder in (UBUNTU.name, SSM_USER.name, "log"):
            (self.folder / folder).mkdir()
        (self.folder / "etc" / "hosts").write_text(f"127.0.0.1 localhost {self.name}\n::1 localhost\n")
        key = self.folder / "etc" / "ssh" / "ssh_host_ed25519_key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", self.name, "-f", str(key)], check=True)
