"""Telling what happens to a stack bit by bit.

The rehearsal cloud makes all resources of a stack within one call; with AWS it takes minutes, and the reader watches
the events come. So what the console itself has begun is shown a few events at a time, one portion for each look at the
stack, and the stack has the status of the last event that was shown. Nothing else is changed or left out.
"""

from __future__ import annotations

from typing import Any

PACE = 6
"""Events for each look: the guide's own stack takes seven looks."""
STACK = "AWS::CloudFormation::Stack"

Event = dict[str, Any]


class Histories:
    """How much of the history of each stack has been shown."""

    def __init__(self, pace: int) -> None:
        self.pace = pace
        self._shown: dict[str, int] = {}

    def begin(self, stack: str, before: int = 0) -> None:
        """Tell the events of a stack (its id) bit by bit from now on; the first ``before`` were told already."""
        self._shown[stack] = before

    def look(self, stack: str, events: list[Event]) -> list[Event]:
        """Return those of a stack's events, the earliest first, that are to be seen at this look."""
        if stack not in self._shown:
            return events
        self._shown[stack] = min(self._shown[stack] + self.pace, len(events))
        told = events[: self._shown[stack]]
        if len(told) == len(events) and not last_status(events).endswith("IN_PROGRESS"):
            self.forget(stack)
        return told

    def forget(self, stack: str) -> None:
        """Tell nothing more of a stack."""
        self._shown.pop(stack, None)

    def unfinished(self) -> list[str]:
        """Return the ids of the stacks of which there is more to tell."""
        return list(self._shown)


def last_status(events: list[Event]) -> str:
    """Return the status of the stack that the last event about the stack itself tells; empty if there is none."""
    return next((str(each["ResourceStatus"]) for each in reversed(events) if each["ResourceType"] == STACK), "")
