"""Whether the ways of a step change the same, across the processes that walk them.

Each walk writes what a step changed into one folder, and reads what the others wrote; whoever comes later sees the
difference. Changes are held against each other, not states: a way may leave out an optional step before.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from walkthrough.failure import Unmet
from walkthrough.state import State, differences

if TYPE_CHECKING:
    from pathlib import Path


class Comparison:
    """Changes by step and walk, in a folder that all walks of one run share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def hold(self, step: str, walk: str, before: State, after: State) -> None:
        """Keep what a step changed, and hold it against what it changed in the other walks.

        :raises Unmet: when another walk changed something else by the same step
        """
        mine = self.folder / step / f"{walk}.json"
        mine.parent.mkdir(parents=True, exist_ok=True)
        draft = mine.with_suffix(".draft")
        changes = differences(before, after)
        draft.write_text(json.dumps(changes), "utf-8")
        draft.rename(mine)  # nobody reads half a file
        for other in sorted(mine.parent.glob("*.json")):
            theirs = json.loads(other.read_text("utf-8"))
            if theirs != changes:
                raise Unmet(
                    f"the same change (before / after) as by [{other.stem}]:\n" + "\n".join(theirs or ["none"]),
                    "\n".join(changes or ["none"]),
                )
