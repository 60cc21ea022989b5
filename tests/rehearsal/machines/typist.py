"""Somebody who types at the laptop and on the instance, and looks at what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from walkthrough.session import Command
from walkthrough.window import COLUMNS, INSTANCE, LOOKS_LIKE, ROWS, Window

if TYPE_CHECKING:
    from tests.rehearsal.machines.conftest import Desk


class Typist:
    """Opens a window for each place that is named: ``laptop``, ``another laptop``, ``instance``."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.windows: dict[str, Window] = {}

    def window(self, place: str) -> Window:
        """The window of a place; on the instance it is a session in which one has become ubuntu."""
        if place not in self.windows:
            on_instance = place.endswith(INSTANCE)
            size = (ROWS, COLUMNS)
            terminal = (
                self.desk.instance.shell(size)
                if on_instance
                else self.desk.machines.laptop.terminal(size, TERM=LOOKS_LIKE)
            )
            window = self.windows[place] = Window(terminal)
            window.wait(lambda: window.machine is not None, "a prompt")
            if on_instance:
                self.run(place, f"TERM={LOOKS_LIKE} sudo su - ubuntu")
        return self.windows[place]

    def begin(self, place: str, command: str) -> Command:
        """Type a command and press Enter."""
        return Command(self.window(place), command)

    def run(self, place: str, command: str) -> str:
        """Run a command to its end; returns what it said."""
        typed = self.begin(place, command)
        window = typed.window
        window.wait(lambda: window.machine is not None, f"the end of: {command}")
        window.rest()
        return typed.output

    def status(self, place: str) -> int:
        """How the last command ended."""
        return int(self.run(place, "echo $?"))

    def close(self) -> None:
        """Close all windows, and with them what runs in them."""
        for window in self.windows.values():
            window.close()
