"""The checks of the steps, by their ids: what a check looks at, and where it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from walkthrough.failure import Unmet

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud
    from rehearsal.machines import Machines
    from walkthrough.steps import Step


@dataclass(frozen=True)
class Seen:
    """What a check looks at.

    :ivar cloud: the cloud, after the step
    :ivar output: what the step showed to the reader
    :ivar machines: the laptop and the instance, where the walk has them
    """

    cloud: Cloud
    output: str
    machines: Machines | None = None

    def shows(self, *texts: str) -> None:
        """Expect each text in what the reader saw.

        :raises Unmet: when one is missing
        """
        for text in texts:
            if text not in self.output:
                raise Unmet(f"'{text}' in what the reader sees", self.output or "(nothing)")


CHECKS: dict[str, Callable[[Seen], None]] = {}


def check(function: Callable[[Seen], None]) -> Callable[[Seen], None]:
    """Register a check under the id of its step: ``put_email`` checks ``put-email``."""
    CHECKS[function.__name__.replace("_", "-")] = function
    return function


def how_to_check(step: Step) -> str:
    """What to do about a step without a check, as a sentence."""
    return f"Write '@check def {step.name.replace('-', '_')}(seen)' in walkthrough/checks/."


def check_of(step: Step) -> Callable[[Seen], None]:
    """The check of a step.

    :raises Unmet: when it has none, so that nobody knows whether it works
    """
    if step.name not in CHECKS:
        raise Unmet("a check of this step", f"none. {how_to_check(step)}")
    return CHECKS[step.name]
