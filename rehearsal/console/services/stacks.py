"""CloudFormation → Stacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from rehearsal.console.constraints import constraints_of
from rehearsal.console.history import STACK, Histories, last_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud

    Stack = dict[str, Any]

GIVEN = (
    "StackName",
    "TemplateBody",
    "TemplateURL",
    "Parameters",
    "Tags",
    "Capabilities",
    "OnFailure",
    "EnableTerminationProtection",
)
"""Fields of the wizard, named as in CreateStack."""
SETTLED = ("Outputs", "StackStatusReason", "DeletionTime")
"""What a stack shows only once it has come to an end."""


class Stacks:
    """The stacks of the account."""

    def __init__(self, cloud: Cloud, pace: int) -> None:
        self.cloud = cloud
        self.histories = Histories(pace)

    def routes(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """What the browser may ask for."""
        return {
            "GET stacks": self.all,
            "GET stack": self.one,
            "GET stack/template": self.template,
            "GET stack/change-sets": self.change_sets,
            "POST stacks": self.create,
            "POST stacks/delete": self.delete,
            "POST template": self.summary,
        }

    def all(self, asked: dict[str, Any]) -> list[Stack]:
        """List the stacks, the latest first: those that are there, or (``State`` is ``Deleted``) those that were.

        A stack whose end is told at this look is among the first once more, so that its reader sees DELETE_COMPLETE.
        """
        client = self.cloud.client("cloudformation")
        if asked.get("State") == "Deleted":
            found = client.list_stacks(StackStatusFilter=["DELETE_COMPLETE"])["StackSummaries"]
            over: list[Stack] = [each for each in found if each["StackId"] not in self.histories.unfinished()]
            return over
        stacks: list[Stack] = client.describe_stacks()["Stacks"]
        there = {each["StackId"] for each in stacks}
        going = [each for each in self.histories.unfinished() if each not in there]
        stacks += [stack for each in going for stack in self._found(each)]
        seen = [self._seen(each)[0] for each in stacks]
        return sorted(seen, key=lambda each: str(each["CreationTime"]), reverse=True)

    def one(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Return a stack (by its id or name), its events so far, and its resources as those tell of them."""
        found = self.cloud.client("cloudformation").describe_stacks(StackName=asked["StackId"])["Stacks"]
        stack, events = self._seen(found[0])
        resources = {each["LogicalResourceId"]: each for each in events if each["ResourceType"] != STACK}
        return {"Stack": stack, "Events": events[::-1], "Resources": list(resources.values())}

    def template(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Return the template of a stack as it was given."""
        client = self.cloud.client("cloudformation")
        return {"TemplateBody": client.get_template(StackName=asked["StackId"])["TemplateBody"]}

    def change_sets(self, asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List the change sets of a stack."""
        client = self.cloud.client("cloudformation")
        found: list[dict[str, Any]] = client.list_change_sets(StackName=asked["StackId"])["Summaries"]
        return found

    def summary(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Tell what a template (``TemplateBody`` or ``TemplateURL``) is about, before anything is made."""
        which = {name: asked[name] for name in ("TemplateBody", "TemplateURL") if name in asked}
        answer: dict[str, Any] = self.cloud.client("cloudformation").get_template_summary(**which)
        constraints = constraints_of(asked["TemplateBody"])
        parameters = [
            {**each, "ParameterConstraints": constraints[each["ParameterKey"]]} for each in answer["Parameters"]
        ]
        told = {name: value for name, value in answer.items() if name != "ResponseMetadata"}
        return {**told, "Parameters": parameters}

    def create(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Create a stack."""
        given = {name: asked[name] for name in GIVEN if asked.get(name)}
        made = str(self.cloud.client("cloudformation").create_stack(**given)["StackId"])
        self.histories.begin(made)
        return {"StackId": made}

    def delete(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Delete a stack."""
        client, stack = self.cloud.client("cloudformation"), asked["StackId"]
        before = len(self._events(stack))
        client.delete_stack(StackName=stack)
        self.histories.begin(stack, before)
        return {}

    def _found(self, identity: str) -> list[Stack]:
        """Return a stack by its id; none, and no more of its history, if the cloud was reset meanwhile."""
        try:
            found: list[Stack] = self.cloud.client("cloudformation").describe_stacks(StackName=identity)["Stacks"]
        except ClientError:
            self.histories.forget(identity)
            return []
        return found

    def _seen(self, stack: Stack) -> tuple[Stack, list[dict[str, Any]]]:
        """Return a stack and its events, the earliest first, as far as they have been told."""
        identity = str(stack["StackId"])
        if identity not in self.histories.unfinished():
            return stack, self._events(identity)
        events = self.histories.look(identity, self._events(identity))
        if identity in self.histories.unfinished():
            kept = {name: value for name, value in stack.items() if name not in SETTLED}
            return {**kept, "StackStatus": last_status(events)}, events
        return stack, events

    def _events(self, stack: str) -> list[dict[str, Any]]:
        pages = self.cloud.client("cloudformation").get_paginator("describe_stack_events").paginate(StackName=stack)
        events: list[dict[str, Any]] = [each for page in pages for each in page["StackEvents"]]
        return events[::-1]
