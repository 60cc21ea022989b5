"""Whether this computer lets us make sandboxes, and if not, what to do about it."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

NEEDED = ("bwrap", "unshare", "ip", "ssh", "ssh-keygen", "tmux", "nano", "unzip", "shasum")
"""Programs beside ``sshd``, which lives where no ordinary PATH looks."""
SSHD = "/usr/sbin/sshd"
FORBIDDEN = """\
bubblewrap may not make user namespaces here, so there is no rehearsal instance: {said}
What may allow it: on Ubuntu 24.04 and later, 'sysctl kernel.apparmor_restrict_unprivileged_userns=0'; on older Debian,
'sysctl kernel.unprivileged_userns_clone=1'; in Docker, '--security-opt seccomp=unconfined'."""


class Unavailable(Exception):  # noqa: N818 - a word of the domain
    """There can be no sandbox on this computer; the message says why, and what to do."""


@cache
def why_unavailable() -> str:
    """Return why there can be no sandbox on this computer, in sentences, or ""."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    missing += [SSHD] if shutil.which(SSHD) is None else []
    if missing:
        return f"There is no rehearsal instance without {', '.join(missing)}. On Debian, run: make system-packages"
    command = ["bwrap", "--unshare-user", "--uid", "0", "--unshare-net", "--unshare-pid", "--cap-add", "ALL"]
    command += ["--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"]
    made = subprocess.run(
        [*command, "ip", "link", "add", "internet", "type", "veth", "peer", "name", "nowhere"],
        capture_output=True,
        text=True,
        check=False,
    )
    return FORBIDDEN.format(said=made.stderr.strip()) if made.returncode else ""
