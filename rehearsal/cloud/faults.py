"""Faults that a test plans: an action of the API, a resource of a stack, or a zone's capacity that fails."""

from __future__ import annotations

from dataclasses import dataclass, field

from rehearsal.cloud.moto_private import ServiceException


class PlannedError(ServiceException):
    """The error of a planned fault. Moto looks at the module of an error's class, so it cannot be moto's own class."""


@dataclass
class Fault:
    """The next calls of one action fail."""

    service: str
    action: str
    code: str
    message: str
    times: int = 1
    status: int | None = None

    @property
    def error(self) -> ServiceException:
        """The error that the caller sees."""
        return PlannedError(self.code, self.message)


@dataclass
class Faults:
    """What is planned to fail. Faults of actions and resources are used up; capacity stays away until :meth:`clear`."""

    actions: list[Fault] = field(default_factory=list)
    resources: dict[str, str] = field(default_factory=dict)
    """Resource type to the message with which the next one of it fails."""
    no_capacity: set[tuple[str, str]] = field(default_factory=set)
    """Pairs of instance type and zone that AWS has no room for."""

    def take(self, service: str, action: str) -> Fault | None:
        """Return the fault that this call meets, and count it; ``None`` if it may go on."""
        for fault in self.actions:
            if fault.service == service and fault.action in ("*", action):
                fault.times -= 1
                if fault.times <= 0:
                    self.actions.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Plan nothing any more."""
        self.actions.clear()
        self.resources.clear()
        self.no_capacity.clear()


PLANNED = Faults()
"""One plan per process, as moto keeps one account per process."""
