"""A terminal's window, as the reader sees it: a screen of characters, and a place where one types.

Programs such as nano and tmux do not print, they draw; so what they send is shown on the screen of a terminal emulator,
and it is this screen that is read.
"""

from __future__ import annotations

import os
import re
import select
import time
from typing import TYPE_CHECKING

import pyte

from walkthrough.failure import Unmet

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS, COLUMNS = 50, 300
"""Wide enough that no line of the guide is broken."""
LOOKS_LIKE = "linux"
"""``TERM``: a terminal without an alternate screen, which the emulator does not have."""
PATIENCE = 30.0
"""Seconds that a reader waits for something to appear."""
QUIET = 0.15
"""Seconds without anything new after which a program counts as waiting for its user."""
PROMPT = re.compile(r"(\([\w-]+\) )?[\w-]+@(?P<host>[\w-]+):\S*\$ ?")
BARE_PROMPT = re.compile(r"\$ ?")
LAPTOP = "laptop"
INSTANCE = "instance"
KEYS = {"Enter": "\r", "Escape": "\x1b", "Tab": "\t"}
LAST_LINES = 15


class Window:
    """One window.

    :param terminal: the file descriptor of the outer end of its terminal
    """

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._screen = pyte.HistoryScreen(COLUMNS, ROWS, history=5000)
        self._stream = pyte.ByteStream(self._screen)
        self.ended = False

    @property
    def line(self) -> str:
        """The line that the cursor is in, as far as the cursor."""
        return str(self._screen.display[self._screen.cursor.y])[: self._screen.cursor.x]

    @property
    def machine(self) -> str | None:
        """Whose prompt the cursor stands at: the laptop's, the instance's, or none at all."""
        prompt = PROMPT.fullmatch(self.line)
        if prompt:
            return LAPTOP if prompt["host"] == LAPTOP else INSTANCE
        return INSTANCE if BARE_PROMPT.fullmatch(self.line) else None

    @property
    def position(self) -> int:
        """The number of the cursor's line, counted from the first one of all."""
        return len(self._screen.history.top) + int(self._screen.cursor.y)

    @property
    def lines(self) -> list[str]:
        """All lines, also those that have left the screen."""
        gone = ["".join(line[x].data for x in range(COLUMNS)) for line in self._screen.history.top]
        return [line.rstrip() for line in [*gone, *self._screen.display]]

    @property
    def text(self) -> str:
        """All lines, without the empty ones at the end."""
        return "\n".join(self.lines).rstrip()

    def look(self, patience: float = 0.0) -> bool:
        """Show what has come; returns whether something has, within ``patience`` seconds."""
        came = False
        while not self.ended and select.select([self._terminal], [], [], 0 if came else patience)[0]:
            try:
                piece = os.read(self._terminal, 65536)
            except OSError:  # how Linux says that nobody holds the inner end any more
                piece = b""
            self.ended = not piece
            self._stream.feed(piece)
            came = True
        return came

    def write(self, text: str) -> None:
        """Type, or paste."""
        self.look()
        os.write(self._terminal, text.encode())

    def press(self, key: str) -> None:
        """Press a key: ``Enter``, ``D``, ``Ctrl+O``."""
        self.rest()
        control, _, letter = key.rpartition("+")
        if control == "Ctrl":
            self.write(chr(ord(letter.upper()) - ord("A") + 1))
        else:
            self.write(KEYS.get(key, key.lower()))

    def rest(self) -> None:
        """Wait until nothing more comes."""
        while self.look(QUIET):
            pass

    def wait(self, met: Callable[[], bool], what: str) -> None:
        """Look until something is so.

        :raises Unmet: when it is not so after :data:`PATIENCE`
        """
        patience = time.monotonic() + PATIENCE
        while not met():
            if self.ended or time.monotonic() > patience:
                raise Unmet(what, self.end)
            self.look(0.1)

    @property
    def end(self) -> str:
        """The last lines, for a failure."""
        return "\n".join(self.text.splitlines()[-LAST_LINES:]) or "(nothing)"

    def close(self) -> None:
        """Close the window; what runs in it is hung up on."""
        os.close(self._terminal)
