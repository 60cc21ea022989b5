"""All stacks and change sets of one account in one region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rehearsal.cloud import moto_private
from rehearsal.cloud.cloudformation import deployment
from rehearsal.cloud.cloudformation.account import Account
from rehearsal.cloud.cloudformation.changes import ChangeSet
from rehearsal.cloud.cloudformation.checks import check_stack_name
from rehearsal.cloud.cloudformation.errors import (
    AlreadyExists,
    ChangeSetNotFound,
    InvalidChangeSetStatus,
    ValidationError,
)
from rehearsal.cloud.cloudformation.plan import Plan
from rehearsal.cloud.cloudformation.stack import Stack
from rehearsal.cloud.cloudformation.template import Template
from rehearsal.cloud.cloudformation.update import Update

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.plan import Request

UPDATABLE = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"}


class Stacks(moto_private.BaseBackend):
    """The stacks, those that were deleted among them: they are still found by their id."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.account = Account(account_id, region_name)
        self.every: dict[str, Stack] = {}
        self.change_sets: dict[str, ChangeSet] = {}

    def all(self) -> list[Stack]:
        """Return all stacks, in the order in which they were made; others may come while one looks."""
        return list(self.every.values())

    def find(self, name_or_id: str) -> Stack:
        """Return a stack by its id, or by its name if it is not deleted.

        Raises:
            ValidationError: If there is none.

        """
        if name_or_id in self.every:
            return self.every[name_or_id]
        stack = self._live(name_or_id)
        if stack is None:
            raise ValidationError(f"Stack with id {name_or_id} does not exist")
        return stack

    def create(self, request: Request) -> Stack:
        """Create a stack.

        Raises:
            AlreadyExists: If there is one of this name.
            ServiceException: If the plan is refused; nothing is made then.

        """
        name = request["StackName"]
        if self._live(name):
            raise AlreadyExists(f"Stack [{name}] already exists")
        stack = self._new(name)
        Plan.of(request, stack).adopt(stack)
        stack.protected = bool(request.get("EnableTerminationProtection"))
        stack.disable_rollback = bool(request.get("DisableRollback"))
        self.every[stack.id] = stack
        deployment.create(stack, "DO_NOTHING" if stack.disable_rollback else request.get("OnFailure", "ROLLBACK"))
        return stack

    def update(self, request: Request) -> Stack:
        """Update a stack.

        Raises:
            ValidationError: If its status does not allow it, the plan is refused, or there is nothing to do.

        """
        stack = self.find(request["StackName"])
        check_updatable(stack)
        plan = Plan.of(request, stack)
        if plan.changes_nothing(stack):
            raise ValidationError("No updates are to be performed.")
        Update(stack, plan).run()
        return stack

    def delete(self, request: Request) -> None:
        """Delete a stack; one that does not exist is no mistake.

        Raises:
            ValidationError: If it is protected.

        """
        name = request["StackName"]
        stack = self.every.get(name) or self._live(name)
        if stack is None or not stack.is_live:
            return
        if stack.protected:
            raise ValidationError(f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
        deployment.delete(stack, request.get("RetainResources", []))

    def create_change_set(self, request: Request) -> ChangeSet:
        """Make a change set, and for a new stack the stack that waits for it.

        Raises:
            ServiceException: If the plan is refused.

        """
        name, kind = request["StackName"], request.get("ChangeSetType", "UPDATE")
        if kind == "CREATE":
            stack = self._reviewed(name)
        else:
            stack = self.find(name)
            check_updatable(stack)
        plan = Plan.of(request, stack)
        if stack.id not in self.every:
            self.every[stack.id] = stack
            stack.begin("REVIEW_IN_PROGRESS", "User Initiated")
        set_name = request["ChangeSetName"]
        made = ChangeSet(self._arn(f"changeSet/{set_name}"), set_name, kind, stack, plan, request.get("Description"))
        self.change_sets[made.id] = made
        return made

    def find_change_set(self, name_or_id: str, stack_name: str | None) -> ChangeSet:
        """Return a change set by its id, or by its name and its stack's.

        Raises:
            ChangeSetNotFound: If there is none.

        """
        for each in self.change_sets.values():
            if each.id == name_or_id or (each.name == name_or_id and stack_name in (each.stack.name, each.stack.id)):
                return each
        raise ChangeSetNotFound(f"ChangeSet [{name_or_id}] does not exist")

    def execute(self, request: Request) -> None:
        """Do what a change set says.

        Raises:
            InvalidChangeSetStatus: If it is empty or done already.

        """
        chosen = self.find_change_set(request["ChangeSetName"], request.get("StackName"))
        if chosen.execution_status != "AVAILABLE":
            status = chosen.summary()["Status"]
            raise InvalidChangeSetStatus(
                f"ChangeSet [{chosen.id}] cannot be executed in its current status of [{status}]"
            )
        chosen.execution_status = "EXECUTE_COMPLETE"
        chosen.stack.change_set_id = chosen.id
        if chosen.type == "UPDATE":
            Update(chosen.stack, chosen.plan).run()
            return
        chosen.plan.adopt(chosen.stack)
        deployment.create(chosen.stack, "DO_NOTHING" if request.get("DisableRollback") else "ROLLBACK")

    def _live(self, name: str) -> Stack | None:
        return next((each for each in self.all() if each.name == name and each.is_live), None)

    def _reviewed(self, name: str) -> Stack:
        """Return the stack for a change set that creates it: a new one, or one that was only looked at so far."""
        there = self._live(name)
        if there and there.status != "REVIEW_IN_PROGRESS":
            raise ValidationError(f"Stack [{name}] already exists and cannot be created again with the changeSet.")
        return there or self._new(name)

    def _new(self, name: str) -> Stack:
        check_stack_name(name)
        return Stack(self.account, name, self._arn(f"stack/{name}"), Template("", {}))

    def _arn(self, what: str) -> str:
        account = self.account
        return (
            f"arn:{account.partition}:cloudformation:{account.region}:{account.id}:{what}/{moto_private.random_uuid()}"
        )


def check_updatable(stack: Stack) -> None:
    """Check that a stack can be updated.

    Raises:
        ValidationError: If its status does not allow it.

    """
    if stack.status not in UPDATABLE:
        raise ValidationError(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")


STORE = moto_private.backends_of(Stacks, "cloudformation", ["cn-north-1", "cn-northwest-1"])


def stacks_of(account: str, region: str) -> Stacks:
    """Return the stacks of an account in a region."""
    stacks: Stacks = STORE[account][region]
    return stacks
