"""Service Quotas → Amazon EC2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud

EC2 = "ec2"


class Quotas:
    """How much of EC2 the account may use, and asking for more."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud

    def routes(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """What the browser may ask for."""
        return {
            "GET quotas": self.all,
            "GET quota": self.one,
            "GET quotas/requests": self.requests,
            "POST quota/increase": self.increase,
        }

    def all(self, _asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List the quotas, each with the value that it has in a new account."""
        client = self.cloud.client("service-quotas")
        applied = client.list_service_quotas(ServiceCode=EC2)["Quotas"]
        defaults = client.list_aws_default_service_quotas(ServiceCode=EC2)["Quotas"]
        default = {each["QuotaCode"]: each["Value"] for each in defaults}
        return [{**each, "DefaultValue": default.get(each["QuotaCode"])} for each in applied]

    def one(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Return a quota with its default and the requests to raise it."""
        client, which = self.cloud.client("service-quotas"), {"ServiceCode": EC2, "QuotaCode": asked["QuotaCode"]}
        quota: dict[str, Any] = client.get_service_quota(**which)["Quota"]
        default = client.get_aws_default_service_quota(**which)["Quota"]["Value"]
        requests = client.list_requested_service_quota_change_history_by_quota(**which)["RequestedQuotas"]
        return {**quota, "DefaultValue": default, "Requests": requests}

    def requests(self, _asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List all requests, the latest first."""
        client = self.cloud.client("service-quotas")
        found: list[dict[str, Any]] = client.list_requested_service_quota_change_history()["RequestedQuotas"]
        return found

    def increase(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Ask for a higher value."""
        which = {"ServiceCode": EC2, "QuotaCode": asked["QuotaCode"]}
        client = self.cloud.client("service-quotas")
        made: dict[str, Any] = client.request_service_quota_increase(**which, DesiredValue=asked["DesiredValue"])
        requested: dict[str, Any] = made["RequestedQuota"]
        return requested
