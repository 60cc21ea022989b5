"""The walks of one process, each begun when it is first asked for and ended with the run."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from walkthrough.comparison import Comparison
from walkthrough.guide import read_guide
from walkthrough.walk import Walk, walk_name

if TYPE_CHECKING:
    from walkthrough.steps import Way


class Walks:
    """Walks by name, and the folder in which they compare their states with those of other processes.

    :param states: the folder of the process that began the run; ``None`` in that process itself
    """

    def __init__(self, states: str | None = None) -> None:
        self.states = Path(states or tempfile.mkdtemp(prefix="walk-states-"))
        self._own_states = states is None
        self._walks: dict[str, Walk] = {}
        self._running = ExitStack()

    def walk(self, way: Way, language: str) -> Walk:
        """The walk of a way in a language."""
        name = walk_name(way, language)
        if name not in self._walks:
            self._claim(name)
            walk = Walk(read_guide(language), way, Comparison(self.states))
            try:
                self._walks[name] = self._running.enter_context(walk)
            except BaseException:
                self._claim_of(name).unlink()
                raise
        return self._walks[name]

    def _claim(self, name: str) -> None:
        """Make sure that no other process has this walk: each would see half of the steps.

        :raises RuntimeError: when one has it
        """
        try:
            self._claim_of(name).touch(exist_ok=False)
        except FileExistsError:
            raise RuntimeError(
                f"The walk [{name}] runs in two processes. pytest-xdist must keep it in one: run with "
                "--dist loadgroup, and with versions of pytest and pytest-xdist that fit each other."
            ) from None

    def _claim_of(self, name: str) -> Path:
        return self.states / f"{name}.walk"

    def end(self) -> None:
        """Leave no process and no file behind."""
        self._running.close()
        if self._own_states:
            shutil.rmtree(self.states, ignore_errors=True)


WALKS = pytest.StashKey[Walks]()
