"""Typing into a window: what counts as done, and what a writer hears when it is not as the page says."""

from __future__ import annotations

import os
import pty
import subprocess
from typing import TYPE_CHECKING

import pytest

from walkthrough.failure import Unmet
from walkthrough.session import Command
from walkthrough.steps import ROOT, Place, TypeLines
from walkthrough.window import COLUMNS, LAPTOP, LOOKS_LIKE, Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENVIRONMENT = {"PS1": "you@laptop:~$ ", "TERM": LOOKS_LIKE, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    """A shell whose prompt is the laptop's, and a reader who has little patience."""
    monkeypatch.setattr("walkthrough.window.PATIENCE", 2.0)
    outer, inner = pty.openpty()
    subprocess.run(["stty", "cols", str(COLUMNS)], stdin=inner, check=True)
    shell = subprocess.Popen(
        ["bash", "--norc", "-i"],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        env=ENVIRONMENT,
        cwd=tmp_path,
        start_new_session=True,
    )
    os.close(inner)
    window = Window(outer)
    window.wait(lambda: window.machine == LAPTOP, "the prompt")
    yield window
    window.close()
    shell.kill()
    shell.wait()


def test_output_is_held_against_the_page_and_names_are_kept(window: Window) -> None:
    names: dict[str, str] = {}
    Command(window, "echo 'key abc123 yours'; echo two").finish(("key <public-key> yours", "two"), names)
    assert names == {"public-key": "abc123"}


def test_other_output_is_told_with_all_of_it(window: Window) -> None:
    with pytest.raises(Unmet) as told:
        Command(window, "echo one; echo three").finish(("one", "two"), {})
    assert (told.value.expected, told.value.came) == ("as the page shows: two", "three\n(all of it:)\none\nthree")


def test_exit_status_counts_even_without_output(window: Window) -> None:
    with pytest.raises(Unmet) as told:
        Command(window, "false").finish((), {})
    assert (told.value.expected, told.value.came.splitlines()[0]) == ("exit status 0", "exit status 1")


def test_program_that_runs_on_is_done_when_it_has_said_what_the_page_shows(window: Window) -> None:
    Command(window, "echo listening; sleep 30").finish(("listening",), {})
    window.write("\x03")


def test_program_that_never_says_it_is_not_waited_for_forever(window: Window) -> None:
    with pytest.raises(Unmet, match="as the page shows: listening"):
        Command(window, "echo loading; sleep 30").finish(("listening",), {})
    window.write("\x03")


def test_command_longer_than_the_window_is_typed_whole(window: Window) -> None:
    text = "x" * (COLUMNS + 50)
    command = Command(window, f"printf %s {text} | wc -c")
    command.finish((str(len(text)),), {})


def test_commands_of_a_terminal_have_their_own_lines() -> None:
    place = Place(ROOT / "docs" / "jupyter.rst", 10)
    terminal = TypeLines(place, "laptop", ("$ a", "1", "2", "$ b"), "", 12)
    assert [(each.place.line, each.typed, each.answers) for each in terminal.commands()] == [
        (12, "a", ("1", "2")),
        (15, "b", ()),
    ]
