"""A stack: what it is made of, what happened to it, and what it shows of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rehearsal.cloud.cloudformation.errors import ValidationError
from rehearsal.cloud.cloudformation.functions import evaluate
from rehearsal.cloud.cloudformation.scope import Resource, StackScope
from rehearsal.cloud.moto_private import looks_of, random_uuid

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.account import Account
    from rehearsal.cloud.cloudformation.parameters import Parameter
    from rehearsal.cloud.cloudformation.template import Template

STACK = "AWS::CloudFormation::Stack"


@dataclass
class Event:
    """One line of a stack's history."""

    logical_id: str
    physical_id: str
    type: str
    status: str
    reason: str | None
    properties: dict[str, Any] | None
    id: str = field(default_factory=random_uuid)
    time: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass
class Stack:
    """A stack. Deployments change it; see :mod:`rehearsal.cloud.cloudformation.deployment`."""

    account: Account
    name: str
    id: str
    template: Template
    parameters: dict[str, Parameter] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    capabilities: list[str] = field(default_factory=list)
    resources: dict[str, Resource] = field(default_factory=dict)
    outputs: list[dict[str, str]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    updated: datetime | None = None
    deleted: datetime | None = None
    protected: bool = False
    """Whether it refuses to be deleted."""
    disable_rollback: bool = False
    change_set_id: str | None = None
    settled: str = "REVIEW_IN_PROGRESS"
    """The status that it has come to."""
    reason: str | None = None
    _passing: str = ""
    _looks: int = 0

    @property
    def status(self) -> str:
        """The status that it shows, which may lag behind what it has come to."""
        return self._passing if self._looks > 0 else self.settled

    @property
    def is_live(self) -> bool:
        """Whether it is found by its name."""
        return self.status != "DELETE_COMPLETE"

    def look(self) -> None:
        """Count a look at the status."""
        self._looks = max(0, self._looks - 1)

    def begin(self, status: str, reason: str | None = None) -> None:
        """Begin to do something, such as ``CREATE_IN_PROGRESS`` or ``ROLLBACK_IN_PROGRESS``."""
        self._move(status, reason)
        self._looks = 0

    def settle(self, status: str, reason: str | None = None) -> None:
        """Come to an end, such as ``CREATE_COMPLETE``; the status before it lingers if it is told to."""
        self._passing, self._looks = self.settled, looks_of("cloudformation::stack")
        self._move(status, reason)
        if status == "DELETE_COMPLETE":
            self.deleted = datetime.now(UTC)

    def tell(
        self,
        logical_id: str,
        type: str,  # noqa: A002 - the word of CloudFormation
        status: str,
        physical_id: str = "",
        reason: str | None = None,
        properties: dict[str, Any] | None = None,
    ) -> None:
        """Write a line into the history."""
        self.events.append(Event(logical_id, physical_id, type, status, reason, properties))

    def scope(self, template: Template, parameters: dict[str, Parameter], ahead: bool = False) -> StackScope:
        """Return what the names in a template mean in this stack as it is now."""
        return StackScope(self.account, self.id, self.name, template, parameters, self.resources, ahead)

    def work_out_outputs(self) -> None:
        """Work out the outputs from the resources as they are now."""
        scope = self.scope(self.template, self.parameters)
        self.outputs = outputs_of(self.template, scope)

    def _move(self, status: str, reason: str | None) -> None:
        self.settled, self.reason = status, reason
        self.tell(self.name, STACK, status, self.id, reason)


def outputs_of(template: Template, scope: StackScope) -> list[dict[str, str]]:
    """Work out the outputs of a template.

    Raises:
        ValidationError: If one is not a string.

    """
    outputs = []
    for key, output in template.outputs.items():
        if "Condition" in output and not scope.condition(output["Condition"]):
            continue
        value = evaluate(output.get("Value"), scope)
        if not isinstance(value, str | int | float):
            raise ValidationError(
                f"Template format error: Output {key} is malformed. "
                "The Value field of every Outputs member must evaluate to a String."
            )
        described = {"Description": output["Description"]} if "Description" in output else {}
        outputs.append({"OutputKey": key, "OutputValue": str(value), **described})
    return outputs
