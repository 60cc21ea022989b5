"""Typing commands into a window: what was typed, what came, and whether it went well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from walkthrough.expectation import compare
from walkthrough.failure import Unmet

if TYPE_CHECKING:
    from walkthrough.window import Window


class Command:
    """A command that was typed at the prompt of a window, and Enter pressed."""

    def __init__(self, window: Window, typed: str) -> None:
        self.window = window
        self.typed = typed
        before = window.position
        window.write(typed)
        # It may need more than one line, which the screen has no mark for.
        window.wait(lambda: typed in "".join(window.lines[before : window.position + 1]), f"the letters of: {typed}")
        self._begin = window.position + 1
        window.write("\r")
        window.wait(lambda: window.position >= self._begin or window.machine is None, f"an answer to: {typed}")

    @property
    def output(self) -> str:
        """What has come so far."""
        window = self.window
        end = window.position + (0 if window.machine else 1)
        # A program that draws, such as tmux, begins at the top again.
        return "\n".join(window.lines[self._begin : end] if end > self._begin else window.lines[:end]).rstrip()

    def finish(self, expected: tuple[str, ...], names: dict[str, str]) -> None:
        """Wait until it is done: the prompt is back; or what the page shows has come, and it goes on running.

        :param names: what the names in ``expected`` stand for; what is new is added
        :raises Unmet: when its output or its exit status is another one
        """
        window = self.window
        runs_on = bool(expected)
        window.wait(
            lambda: window.machine is not None or (runs_on and compare(expected, self.output, dict(names)) is None),
            f"as the page shows: {expected[-1]}" if expected else "the prompt again",
        )
        window.rest()
        output = self.output
        if expected and (mismatch := compare(expected, output, names)):
            raise Unmet(f"as the page shows: {mismatch.expected}", f"{mismatch.came}\n(all of it:)\n{output}")
        if window.machine:
            went_well(window)


def went_well(window: Window) -> None:
    """Ask the shell how the last command ended.

    :raises Unmet: when it was not well
    """
    shown = window.end
    asked = Command(window, "echo $?")
    window.wait(lambda: window.machine is not None, "the prompt again")
    if asked.output != "0":
        raise Unmet("exit status 0", f"exit status {asked.output}\n{shown}")
