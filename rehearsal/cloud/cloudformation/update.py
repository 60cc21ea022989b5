"""Changing a stack into what another template or other parameters say, and back again if that fails."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rehearsal.cloud.cloudformation.errors import GoneError, ResourceError
from rehearsal.cloud.cloudformation.order import in_order
from rehearsal.cloud.cloudformation.steps import change, make, new, properties_of, remove, type_of
from rehearsal.cloud.resources import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud.cloudformation.plan import Plan
    from rehearsal.cloud.cloudformation.scope import Resource
    from rehearsal.cloud.cloudformation.stack import Stack
    from rehearsal.cloud.resources import Properties

REPLACING = "Requested update requires the creation of a new physical resource; hence creating one."


@dataclass
class Update:
    """One update, and what has to be done to take it back."""

    stack: Stack
    plan: Plan
    obsolete: list[Resource] = field(default_factory=list)
    """What nobody needs any more once the update has succeeded."""
    superfluous: list[Resource] = field(default_factory=list)
    """What nobody needs any more once the update has been taken back."""
    undo: list[Callable[[], None]] = field(default_factory=list)

    def run(self) -> None:
        """Do it."""
        stack = self.stack
        stack.begin("UPDATE_IN_PROGRESS", "User Initiated")
        stack.updated = datetime.now(UTC)
        refresh(stack)
        before = dict(stack.resources)
        scope = stack.scope(self.plan.template, self.plan.parameters)
        wanted = [name for name in in_order(self.plan.template) if scope.wanted(name)]
        for name in wanted:
            try:
                self._bring(name)
            except ResourceError:
                self._take_back(name, before)
                return
        self.obsolete += [stack.resources.pop(name) for name in before if name not in wanted]
        self.plan.adopt(stack)
        stack.work_out_outputs()
        self._finish("UPDATE_COMPLETE", self.obsolete)

    def _bring(self, name: str) -> None:
        """Bring one resource to what the plan says."""
        stack, plan = self.stack, self.plan
        there = stack.resources.get(name)
        if there is None or there.type != plan.template.resources[name]["Type"]:
            self._replace(name, make(stack, plan.template, plan.parameters, name))
            return
        try:
            wanted = properties_of(stack, plan.template, plan.parameters, name)
            differing = differences(there.properties, wanted)
            if differing:
                self._change(there, wanted, differing)
        except ResourceError as error:
            stack.tell(name, there.type, "UPDATE_FAILED", there.physical_id, str(error))
            raise

    def _change(self, there: Resource, wanted: Properties, differing: set[str]) -> None:
        stack, name, old = self.stack, there.logical_id, there.properties
        replaces = check_changeable(there, differing)
        stack.tell(name, there.type, "UPDATE_IN_PROGRESS", there.physical_id, REPLACING if replaces else None)
        if replaces:
            self._replace(name, new(stack, there.type, name, wanted))
        else:
            change(stack, there, wanted)
            self.undo.append(lambda: change(stack, there, old))
        stack.tell(name, there.type, "UPDATE_COMPLETE", stack.resources[name].physical_id, properties=wanted)

    def _replace(self, name: str, made: Resource) -> None:
        """Let a new resource take the place of the old, if there is one."""
        old = self.stack.resources.get(name)
        self.stack.resources[name] = made
        self.superfluous.append(made)
        if old:
            self.obsolete.append(old)

    def _take_back(self, failed: str, before: dict[str, Resource]) -> None:
        stack = self.stack
        stack.begin("UPDATE_ROLLBACK_IN_PROGRESS", f"The following resource(s) failed to update: [{failed}]. ")
        try:
            for step in reversed(self.undo):
                step()
        except ResourceError as error:
            stack.settle("UPDATE_ROLLBACK_FAILED", str(error))
            return
        stack.resources.clear()
        stack.resources.update(before)
        stack.work_out_outputs()
        self._finish("UPDATE_ROLLBACK_COMPLETE", self.superfluous)

    def _finish(self, status: str, leftovers: list[Resource]) -> None:
        self.stack.begin(f"{status}_CLEANUP_IN_PROGRESS")
        for resource in reversed(leftovers):
            remove(self.stack, resource)
        self.stack.settle(status)


def differences(old: Properties, new: Properties) -> set[str]:
    """Return the names of the properties that differ."""
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def check_changeable(resource: Resource, differing: set[str]) -> bool:
    """Return whether a change makes a new resource.

    Raises:
        ResourceError: If the rehearsal cannot change it.

    """
    kind = TYPES[resource.type]
    beyond = sorted(differing - kind.CHANGEABLE - kind.REPLACING)
    if beyond:
        raise ResourceError(
            f"The rehearsal cannot change [{', '.join(beyond)}] of {resource.type}; AWS may be able to. "
            "Delete the stack and create it again."
        )
    return bool(differing & kind.REPLACING)


def refresh(stack: Stack) -> None:
    """Read all attributes anew: a restarted instance has another address. What is gone keeps its last ones."""
    for resource in stack.resources.values():
        kind = type_of(stack, resource.type, resource.logical_id)
        with suppress(GoneError):
            resource.attributes = kind.read(resource.physical_id, resource.properties)
