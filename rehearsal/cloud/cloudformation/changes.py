"""Change sets: what a plan would change in a stack, to be looked at before it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rehearsal.cloud.cloudformation.functions import evaluate
from rehearsal.cloud.cloudformation.update import differences
from rehearsal.cloud.resources import TYPES

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.plan import Plan
    from rehearsal.cloud.cloudformation.stack import Stack

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."


@dataclass
class ChangeSet:
    """A plan for a stack, kept for later."""

    id: str
    name: str
    type: str
    """``CREATE`` or ``UPDATE``."""
    stack: Stack
    plan: Plan
    description: str | None
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    execution_status: str = "AVAILABLE"

    def __post_init__(self) -> None:
        self.is_empty = self.type == "UPDATE" and self.plan.changes_nothing(self.stack)
        self.changes = [] if self.is_empty else list(changes(self.plan, self.stack))
        if self.is_empty:
            self.execution_status = "UNAVAILABLE"

    def summary(self) -> dict[str, Any]:
        """Return it as ListChangeSets shows it."""
        shown = {
            "ChangeSetId": self.id,
            "ChangeSetName": self.name,
            "StackId": self.stack.id,
            "StackName": self.stack.name,
            "ExecutionStatus": self.execution_status,
            "Status": "FAILED" if self.is_empty else "CREATE_COMPLETE",
            "CreationTime": self.created,
            "IncludeNestedStacks": False,
        }
        shown |= {"StatusReason": NO_CHANGES} if self.is_empty else {}
        return shown | ({"Description": self.description} if self.description else {})

    def described(self) -> dict[str, Any]:
        """Return it as DescribeChangeSet shows it."""
        return self.summary() | {
            "Parameters": [each.described() for each in self.plan.parameters.values()],
            "Capabilities": self.plan.capabilities,
            "Tags": [{"Key": key, "Value": value} for key, value in self.plan.tags.items()],
            "NotificationARNs": [],
            "RollbackConfiguration": {},
            "Changes": [{"Type": "Resource", "ResourceChange": change} for change in self.changes],
        }


def changes(plan: Plan, stack: Stack) -> list[dict[str, Any]]:
    """Return what a plan would change in a stack, resource by resource, as the API has it."""
    scope = stack.scope(plan.template, plan.parameters, ahead=True)
    found = []
    for name, resource in plan.template.resources.items():
        if not scope.wanted(name):
            continue
        there = stack.resources.get(name)
        if there is None:
            found.append(_change("Add", name, resource["Type"]))
            continue
        differing = differences(there.properties, evaluate(resource.get("Properties", {}), scope))
        if differing:
            replaces = bool(differing & TYPES[there.type].REPLACING)
            shown = _change("Modify", name, there.type, there.physical_id)
            found.append(shown | {"Replacement": str(replaces), "Scope": ["Properties"]})
    gone = [
        each for name, each in stack.resources.items() if name not in plan.template.resources or not scope.wanted(name)
    ]
    return found + [_change("Remove", each.logical_id, each.type, each.physical_id) for each in gone]


def _change(action: str, name: str, type_name: str, physical_id: str | None = None) -> dict[str, Any]:
    there = {"PhysicalResourceId": physical_id} if physical_id else {}
    return {"Action": action, "LogicalResourceId": name, "ResourceType": type_name, "Scope": [], **there}
