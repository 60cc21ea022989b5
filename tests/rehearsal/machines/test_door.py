"""A reader rehearses: ``make rehearse`` in one terminal, ``make laptop`` in another."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rehearsal.cloud import Cloud
from rehearsal.cloud.cloud import ROOT
from rehearsal.console.server import BUILT
from rehearsal.sandbox import why_unavailable
from tests.rehearsal.machines.conftest import deploy
from walkthrough.session import Command
from walkthrough.window import LAPTOP, LOOKS_LIKE, Window

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: that of a socket may have a hundred characters."""
    with tempfile.TemporaryDirectory(prefix="door-", dir="/tmp") as folder:
        yield Path(folder)


@pytest.fixture
def own(folder: Path) -> dict[str, str]:
    """Have temporary files where no rehearsal of the developer's is in the way."""
    return {**os.environ, "TMPDIR": str(folder), "TERM": LOOKS_LIKE}


@pytest.fixture
def rehearsal(own: dict[str, str], folder: Path) -> Iterator[list[str]]:
    """Have a rehearsal; its first lines, with the address of its cloud."""
    if reason := why_unavailable():
        pytest.skip(reason)
    if not BUILT.exists():
        pytest.skip(f"{BUILT} was not built")
    downloaded = folder / "deep-learning-scripts.zip"
    downloaded.write_bytes(b"PK")
    command = [sys.executable, "-m", "rehearsal.console", "--downloads", str(downloaded)]
    child = subprocess.Popen(command, cwd=ROOT, env=own, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    yield [next(child.stdout) for _ in range(12)]
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=20)
    assert child.returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        f"deep-learning-rehearsal-{os.getuid()}",
        downloaded.name,
    ]


def enter(own: dict[str, str]) -> tuple[subprocess.Popen[bytes], Window]:
    """Run ``make laptop`` in a terminal of one's own."""
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "rehearsal.laptop"]
    child = subprocess.Popen(
        command, cwd=ROOT, env=own, stdin=inner, stdout=inner, stderr=inner, start_new_session=True
    )
    os.close(inner)
    return child, Window(outer)


def test_a_reader_enters_the_laptop_and_leaves(rehearsal: list[str], own: dict[str, str]) -> None:
    assert "make laptop" in "".join(rehearsal)
    child, window = enter(own)
    window.wait(lambda: window.machine == LAPTOP, "the laptop's prompt")
    for command, answer in (("ls ~/Downloads", "deep-learning-scripts.zip"), ("whoami", "you")):
        typed = Command(window, command)
        typed.finish((answer,), {})
    window.write("exit\r")
    window.wait(lambda: window.ended, "the end")
    assert child.wait(timeout=10) == 0
    window.close()


def test_instance_is_ready_for_one_who_only_waits(rehearsal: list[str]) -> None:
    url = next(line.partition("=")[2].strip() for line in rehearsal if line.startswith("export AWS_ENDPOINT_URL="))
    cloud = Cloud(url)
    deploy(cloud)
    patience = time.monotonic() + 30
    while not cloud.client("ssm").describe_instance_information()["InstanceInformationList"]:
        assert time.monotonic() < patience, "Session Manager never reaches the instance"
        time.sleep(0.5)


def test_without_a_rehearsal_it_says_what_to_do(own: dict[str, str]) -> None:
    child, window = enter(own)
    window.wait(lambda: window.ended, "the end")
    assert "No rehearsal is running" in window.text
    assert child.wait(timeout=10) == 1
    window.close()
