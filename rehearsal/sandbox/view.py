"""What a sandbox sees of the computer that it runs on: its programs, read-only, and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SYSTEM = ("bin", "sbin", "lib", "lib64")
"""On most systems these are links into ``/usr``."""
SETTINGS = ("alternatives", "ld.so.cache")
"""What programs need of ``/etc`` to find each other and their libraries."""
PYTHON = Path(os.path.realpath(getattr(sys, "_base_executable", sys.executable)))
"""The Python that this one's environment was made from: sandboxes run it, and environments in them lead to it."""


def programs() -> list[str]:
    """Return the options of bubblewrap that show the system's programs and this Python."""
    options = ["--ro-bind", "/usr", "/usr"]
    for name in SYSTEM:
        folder = Path("/", name)
        if folder.is_symlink():
            options += ["--symlink", str(folder.readlink()), str(folder)]
        elif folder.is_dir():
            options += ["--ro-bind", str(folder), str(folder)]
    return options + ([] if sys.base_prefix == "/usr" else read_only(Path(sys.base_prefix)))


def settings(own: Path) -> list[str]:
    """Return the options that show a folder of our own as ``/etc``, with what programs need of the system's."""
    options = ["--ro-bind", str(own), "/etc"]
    for theirs in (Path("/etc", name) for name in SETTINGS):
        if theirs.exists():
            place = own / theirs.name  # something can be shown only in the place of something that is there
            place.mkdir(exist_ok=True) if theirs.is_dir() else place.touch()
            options += read_only(theirs)
    return options


def read_only(path: Path, place: Path | None = None) -> list[str]:
    """Return the options that show a file or folder, at its own place or at another."""
    return ["--ro-bind", str(path), str(place or path)]


def writable(path: Path, place: Path) -> list[str]:
    """Return the options that show a folder of ours as one that the sandbox writes to."""
    return ["--bind", str(path), str(place)]
