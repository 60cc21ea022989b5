"""The API of CloudFormation, action by action."""

from __future__ import annotations

from typing import Any

from rehearsal.cloud.cloudformation.checks import check_length, check_template
from rehearsal.cloud.cloudformation.described import described_event, described_stack
from rehearsal.cloud.cloudformation.errors import ValidationError
from rehearsal.cloud.cloudformation.stack import STACK, Stack
from rehearsal.cloud.cloudformation.stacks import Stacks, stacks_of
from rehearsal.cloud.cloudformation.summary import summary_of
from rehearsal.cloud.cloudformation.template import Template
from rehearsal.cloud.moto_private import ActionResult, BaseResponse, EmptyResult, parameters_of


class CloudFormation(BaseResponse):
    """Answers for CloudFormation. Each method is an action; what it takes is in :attr:`asked`."""

    def __init__(self) -> None:
        super().__init__(service_name="cloudformation")
        self.automated_parameter_parsing = True

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters of the request."""
        return parameters_of(self)

    @property
    def stacks(self) -> Stacks:
        """The stacks of the caller's account in the region that is asked."""
        return stacks_of(self.current_account, self.region)

    @property
    def stack(self) -> Stack:
        """The stack that is asked about."""
        return self.stacks.find(self.asked["StackName"])

    def create_stack(self) -> ActionResult:
        """Create a stack."""
        return ActionResult({"StackId": self.stacks.create(self.asked).id})

    def update_stack(self) -> ActionResult:
        """Update a stack."""
        return ActionResult({"StackId": self.stacks.update(self.asked).id})

    def delete_stack(self) -> ActionResult:
        """Delete a stack."""
        self.stacks.delete(self.asked)
        return EmptyResult()

    def update_termination_protection(self) -> ActionResult:
        """Protect a stack from being deleted, or no more."""
        stack = self.stack
        stack.protected = bool(self.asked["EnableTerminationProtection"])
        return ActionResult({"StackId": stack.id})

    def describe_stacks(self) -> ActionResult:
        """Describe one stack, or all that are there."""
        asked = self.asked.get("StackName")
        stacks = [self.stack] if asked else [each for each in self.stacks.all() if each.is_live]
        shown = [described_stack(stack) for stack in stacks]
        for stack in stacks:
            stack.look()
        return ActionResult({"Stacks": shown})

    def list_stacks(self) -> ActionResult:
        """List all stacks, deleted ones too."""
        wanted = self.asked.get("StackStatusFilter", [])
        keys = ("StackId", "StackName", "CreationTime", "DeletionTime", "StackStatus", "DriftInformation")
        stacks = [each for each in self.stacks.all() if not wanted or each.status in wanted]
        shown = [{key: value for key, value in described_stack(each).items() if key in keys} for each in stacks]
        return ActionResult({"StackSummaries": shown[::-1]})

    def describe_stack_events(self) -> ActionResult:
        """Tell what happened to a stack, the latest first."""
        stack = self.stack
        return ActionResult({"StackEvents": [described_event(stack, event) for event in reversed(stack.events)]})

    def describe_stack_resources(self) -> ActionResult:
        """Describe the resources of a stack."""
        wanted = self.asked.get("LogicalResourceId")
        rows = [row for row in self._rows() if wanted in (None, row["LogicalResourceId"])]
        return ActionResult({"StackResources": rows})

    def describe_stack_resource(self) -> ActionResult:
        """Describe one resource of a stack."""
        name = self.asked["LogicalResourceId"]
        rows = [row for row in self._rows() if row["LogicalResourceId"] == name]
        if not rows:
            raise ValidationError(f"Resource {name} does not exist for stack {self.stack.name}")
        return ActionResult({"StackResourceDetail": rows[0] | {"LastUpdatedTimestamp": rows[0]["Timestamp"]}})

    def list_stack_resources(self) -> ActionResult:
        """List the resources of a stack."""
        rows = [row | {"LastUpdatedTimestamp": row["Timestamp"]} for row in self._rows()]
        return ActionResult({"StackResourceSummaries": rows})

    def get_template(self) -> ActionResult:
        """Return the template of a stack as it was given."""
        return ActionResult({"TemplateBody": self.stack.template.text, "StagesAvailable": ["Original", "Processed"]})

    def get_template_summary(self) -> ActionResult:
        """Tell what a template is about."""
        return ActionResult(summary_of(self._template()))

    def validate_template(self) -> ActionResult:
        """Check a template and tell what it is about."""
        return ActionResult(summary_of(self._template()))

    def create_change_set(self) -> ActionResult:
        """Make a change set."""
        made = self.stacks.create_change_set(self.asked)
        return ActionResult({"Id": made.id, "StackId": made.stack.id})

    def describe_change_set(self) -> ActionResult:
        """Describe a change set."""
        found = self.stacks.find_change_set(self.asked["ChangeSetName"], self.asked.get("StackName"))
        return ActionResult(found.described())

    def list_change_sets(self) -> ActionResult:
        """List the change sets of a stack."""
        stack = self.stack
        return ActionResult(
            {"Summaries": [each.summary() for each in self.stacks.change_sets.values() if each.stack is stack]}
        )

    def delete_change_set(self) -> ActionResult:
        """Forget a change set."""
        found = self.stacks.find_change_set(self.asked["ChangeSetName"], self.asked.get("StackName"))
        del self.stacks.change_sets[found.id]
        return EmptyResult()

    def execute_change_set(self) -> ActionResult:
        """Do what a change set says."""
        self.stacks.execute(self.asked)
        return EmptyResult()

    def _template(self) -> Template:
        if "StackName" in self.asked:
            return self.stack.template
        text = self.asked.get("TemplateBody")
        if text is None:
            raise ValidationError("A template in S3 is not rehearsed; send it along as TemplateBody.")
        check_length(text)
        template = Template.read(text)
        check_template(template)
        return template

    def _rows(self) -> list[dict[str, Any]]:
        """Return the stack's resources with the last that was said of each."""
        stack = self.stack
        last = {event.logical_id: event for event in stack.events if event.type != STACK}
        return [
            {
                "StackName": stack.name,
                "StackId": stack.id,
                "LogicalResourceId": event.logical_id,
                "PhysicalResourceId": event.physical_id,
                "ResourceType": event.type,
                "Timestamp": event.time,
                "ResourceStatus": event.status,
                "ResourceStatusReason": event.reason,
                "DriftInformation": {"StackResourceDriftStatus": "NOT_CHECKED"},
            }
            for event in last.values()
        ]
