"""How a walk fails: where in the guide, what was done, what was expected, what came, in that order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from walkthrough.steps import Action, Place


class Unmet(Exception):  # noqa: N818  # a word of the domain
    """Something that should be true is not; raised by checks and by the comparison of outputs."""

    def __init__(self, expected: str, came: str) -> None:
        super().__init__(expected, came)
        self.expected = expected
        self.came = came
        self.during: Action | None = None
        """The part of an action that it happened in, where that is more exact."""


class Blocked(Exception):  # noqa: N818
    """A step cannot be walked, because one that it needs failed."""

    def __init__(self, sentence: str, failed: Failed) -> None:
        super().__init__(sentence)
        self.failed = failed


@dataclass
class Failed(Exception):  # noqa: N818
    """A step failed; its text begins with the place in the guide."""

    place: Place
    step: str
    way: str
    did: str
    expected: str
    came: str

    def __str__(self) -> str:
        """File and line, then what was done, what was expected, what came."""
        lines = [
            f"{self.place}: step '{self.step}' [{self.way}]",
            f"  did       {self.did}",
            f"  expected  {_indent(self.expected)}",
            f"  came      {_indent(self.came)}",
        ]
        return "\n".join(lines)


def expect(what: str, wanted: object, came: object) -> None:
    """Hold what is true against what should be.

    :param what: the thing, as part of a sentence: ``the parameter email``
    :raises Unmet: when the two differ
    """
    if wanted != came:
        raise Unmet(f"{what} to be {wanted!r}", f"{came!r}")


def _indent(text: str) -> str:
    return text.rstrip().replace("\n", "\n            ")
