"""Making everything that a template says, and deleting it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rehearsal.cloud.cloudformation.errors import ResourceError
from rehearsal.cloud.cloudformation.order import dependencies, in_order
from rehearsal.cloud.cloudformation.steps import make, remove

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rehearsal.cloud.cloudformation.stack import Stack


def create(stack: Stack, on_failure: str = "ROLLBACK") -> None:
    """Make everything that the stack's template says.

    Args:
        stack: A stack that has nothing yet.
        on_failure: ``ROLLBACK``, ``DELETE`` or ``DO_NOTHING``.

    """
    stack.begin("CREATE_IN_PROGRESS", "User Initiated")
    scope = stack.scope(stack.template, stack.parameters)
    for name in in_order(stack.template):
        if not scope.wanted(name):
            continue
        try:
            stack.resources[name] = make(stack, stack.template, stack.parameters, name)
        except ResourceError:
            _give_up(stack, name, on_failure)
            return
    stack.work_out_outputs()
    stack.settle("CREATE_COMPLETE")


def delete(stack: Stack, retain: Iterable[str] = ()) -> None:
    """Delete everything that the stack has made, in reverse; a resource that cannot be deleted keeps the stack."""
    stack.begin("DELETE_IN_PROGRESS", "User Initiated")
    failed = _delete_all(stack, set(retain))
    if failed:
        stack.settle("DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(failed)}]. ")
    else:
        stack.settle("DELETE_COMPLETE")


def _give_up(stack: Stack, failed: str, on_failure: str) -> None:
    reason = f"The following resource(s) failed to create: [{failed}]. "
    if on_failure == "DO_NOTHING":
        stack.settle("CREATE_FAILED", reason)
        return
    stack.begin(f"{on_failure}_IN_PROGRESS", f"{reason}{on_failure.capitalize()} requested by user.")
    left = _delete_all(stack, set())
    stack.settle(f"{on_failure}_FAILED" if left else f"{on_failure}_COMPLETE")


def _delete_all(stack: Stack, retain: set[str]) -> list[str]:
    """Delete all that can be; returns what failed. What a failed one needs is left alone."""
    needs = dependencies(stack.template)
    failed: list[str] = []
    blocked: set[str] = set()
    for name, resource in reversed(list(stack.resources.items())):
        if name in blocked:
            blocked |= needs.get(name, set())
        elif name in retain or _is_kept(stack, name):
            stack.tell(name, resource.type, "DELETE_SKIPPED", resource.physical_id)
            del stack.resources[name]
        elif remove(stack, resource):
            del stack.resources[name]
        else:
            failed.append(name)
            blocked |= needs.get(name, set())
    return failed


def _is_kept(stack: Stack, name: str) -> bool:
    """Return whether a resource stays when its stack goes."""
    return bool(stack.template.resources[name].get("DeletionPolicy") == "Retain")
