"""Stacks and their events in the form that the API gives them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.stack import Event, Stack


def described_stack(stack: Stack) -> dict[str, Any]:
    """Return a stack as DescribeStacks shows it."""
    shown: dict[str, Any] = {
        "StackId": stack.id,
        "StackName": stack.name,
        "CreationTime": stack.created,
        "StackStatus": stack.status,
        "DisableRollback": stack.disable_rollback,
        "EnableTerminationProtection": stack.protected,
        "NotificationARNs": [],
        "RollbackConfiguration": {},
        "DriftInformation": {"StackDriftStatus": "NOT_CHECKED"},
        "Capabilities": stack.capabilities,
        "Parameters": [each.described() for each in stack.parameters.values()],
        "Tags": [{"Key": key, "Value": value} for key, value in stack.tags.items()],
    }
    settled = stack.status == stack.settled
    optional = {
        "Description": stack.template.description,
        "ChangeSetId": stack.change_set_id,
        "LastUpdatedTime": stack.updated,
        "DeletionTime": stack.deleted,
        "StackStatusReason": stack.reason if settled else None,
        "Outputs": stack.outputs if settled and stack.outputs else None,
    }
    return shown | {name: value for name, value in optional.items() if value is not None}


def described_event(stack: Stack, event: Event) -> dict[str, Any]:
    """Return an event as the API has it."""
    shown = {
        "StackId": stack.id,
        "EventId": event.id,
        "StackName": stack.name,
        "LogicalResourceId": event.logical_id,
        "PhysicalResourceId": event.physical_id,
        "ResourceType": event.type,
        "Timestamp": event.time,
        "ResourceStatus": event.status,
    }
    if event.reason:
        shown["ResourceStatusReason"] = event.reason
    if event.properties is not None:
        shown["ResourceProperties"] = json.dumps(event.properties)
    return shown
