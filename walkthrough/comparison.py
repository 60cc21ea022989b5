"""Whether the ways of a step leave the same state, across the processes that walk them.

Each walk writes the state after each step into one folder, and reads what the others wrote; whoever comes later sees
the difference.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from walkthrough.failure import Unmet
from walkthrough.state import State, differences

if TYPE_CHECKING:
    from pathlib import Path


class Comparison:
    """States by step and walk, in a folder that all walks of one run share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def hold(self, step: str, walk: str, now: State) -> None:
        """Keep a state, and hold it against those of the other walks.

        :raises Unmet: when another walk left another state after the same step
        """
        mine = self.folder / step / f"{walk}.json"
        mine.parent.mkdir(parents=True, exist_ok=True)
        draft = mine.with_suffix(".draft")
        draft.write_text(json.dumps(now, sort_keys=True, default=str), "utf-8")
        draft.rename(mine)  # nobody reads half a file
        written = json.loads(mine.read_text("utf-8"))
        for other in sorted(mine.parent.glob("*.json")):
            if other != mine and (found := differences(json.loads(other.read_text("utf-8")), written)):
                raise Unmet(f"the same state as [{other.stem}] leaves ({other.stem} / {walk})", "\n".join(found))
