"""Budgets as a China account has them: in CNY."""

from __future__ import annotations

import json
import re
from typing import Any

from rehearsal.cloud import moto_private

UNIT = "CNY"
MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
NO_SPEND = {"ActualSpend": {"Amount": "0", "Unit": UNIT}}


class InvalidParameter(moto_private.ServiceException):
    """A budget or a subscriber is not acceptable."""

    code = "InvalidParameterException"


class NotFound(moto_private.ServiceException):
    """There is no such budget or notification."""

    code = "NotFoundException"


class Budgets(moto_private.BudgetsResponse):
    """Answers for AWS Budgets."""

    def create_budget(self) -> str:
        """Make a budget."""
        asked = moto_private.parameters_of(self)
        check_budget(asked["Budget"])
        for notification in asked.get("NotificationsWithSubscribers") or []:
            check_subscribers(notification["Subscribers"])
        return super().create_budget()

    def update_budget(self) -> str:
        """Give a budget another amount, or whatever else the new one says."""
        asked = moto_private.parameters_of(self)
        wanted = asked["NewBudget"]
        check_budget(wanted)
        there = self._budget(wanted["BudgetName"])
        there.budget = moto_private.Budget(wanted, []).budget
        return json.dumps({})

    def describe_budget(self) -> str:
        """Describe a budget."""
        answer = json.loads(super().describe_budget())
        return json.dumps({"Budget": _in_cny(answer["Budget"])})

    def describe_budgets(self) -> str:
        """Describe all budgets."""
        answer = json.loads(super().describe_budgets())
        return json.dumps({"Budgets": [_in_cny(each) for each in answer["Budgets"]]})

    def describe_notifications_for_budget(self) -> str:
        """Describe when a budget writes."""
        self._budget(moto_private.parameters_of(self)["BudgetName"])
        return super().describe_notifications_for_budget()

    def describe_subscribers_for_notification(self) -> str:
        """Describe whom a budget writes to."""
        asked = moto_private.parameters_of(self)
        for notification in self._budget(asked["BudgetName"]).notifications:
            if _same(notification.details, asked["Notification"]):
                return json.dumps({"Subscribers": notification.subscribers})
        raise NotFound("Unable to get subscribers - the notification doesn't exist.")

    def _budget(self, name: str) -> moto_private.Budget:
        account = moto_private.parameters_of(self)["AccountId"]
        budgets: dict[str, moto_private.Budget] = self.backend.budgets[account]
        if name not in budgets:
            raise NotFound(f"Unable to get budget: {name} - the budget doesn't exist.")
        return budgets[name]


def check_budget(budget: dict[str, Any]) -> None:
    """Check the amount and the unit.

    Raises:
        InvalidParameter: If it is no amount above 0, or not in the account's own currency. The words about the unit are
            those seen for another currency in a commercial account; those of a China account are not known.

    """
    limit = budget.get("BudgetLimit")
    if limit is None:
        return
    if limit["Unit"] != UNIT:
        raise InvalidParameter(f"{limit['Unit']} is not in the supported unit set: [{UNIT}]")
    if not re.fullmatch(r"\d+(\.\d+)?", limit["Amount"]) or float(limit["Amount"]) <= 0:
        raise InvalidParameter("BudgetLimit amount must be greater than 0.")


def check_subscribers(subscribers: list[dict[str, str]]) -> None:
    """Check the addresses.

    Raises:
        InvalidParameter: If one is no e-mail address; the words are the rehearsal's.

    """
    for subscriber in subscribers:
        if subscriber["SubscriptionType"] == "EMAIL" and not MAIL.fullmatch(subscriber["Address"]):
            raise InvalidParameter(f"{subscriber['Address']} is not a valid email address.")


def _in_cny(budget: dict[str, Any]) -> dict[str, Any]:
    return budget | {"CalculatedSpend": NO_SPEND}


def _same(there: dict[str, Any], asked: dict[str, Any]) -> bool:
    """Compare two notifications; the type of threshold is PERCENTAGE unless said otherwise."""
    default = {"ThresholdType": "PERCENTAGE"}
    return default | there == default | asked
