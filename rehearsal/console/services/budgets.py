"""Billing and Cost Management → Budgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud


class Budgets:
    """The budgets of the account."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud

    def routes(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """What the browser may ask for."""
        return {"GET budgets": self.all, "GET budget": self.one}

    def all(self, _asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List the budgets by name."""
        found = self.cloud.client("budgets").describe_budgets(**self._account())["Budgets"]
        return sorted(found, key=lambda each: str(each["BudgetName"]))

    def one(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Return a budget, with whom it writes to and when."""
        client, which = self.cloud.client("budgets"), {**self._account(), "BudgetName": asked["BudgetName"]}
        budget: dict[str, Any] = client.describe_budget(**which)["Budget"]
        alerts = []
        for notification in client.describe_notifications_for_budget(**which)["Notifications"]:
            answer = client.describe_subscribers_for_notification(**which, Notification=notification)
            alerts.append({**notification, "Subscribers": answer["Subscribers"]})
        return {**budget, "Alerts": alerts}

    def _account(self) -> dict[str, str]:
        return {"AccountId": self.cloud.client("sts").get_caller_identity()["Account"]}
