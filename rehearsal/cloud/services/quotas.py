"""Service Quotas: what an account may run, and asking for more. Only EC2 is rehearsed."""

from __future__ import annotations

from typing import Any

from rehearsal.cloud.moto_private import ActionResult, BaseResponse, ServiceException, parameters_of
from rehearsal.cloud.quotas import QUOTAS, Increase, Quota, QuotasOfAccount, quotas_of

SERVICE = {"ServiceCode": "ec2", "ServiceName": "Amazon Elastic Compute Cloud (Amazon EC2)"}


class NoSuchResource(ServiceException):
    """There is no such service or quota."""

    code = "NoSuchResourceException"
    message = "The specified resource does not exist."


class ServiceQuotas(BaseResponse):
    """Answers for Service Quotas."""

    def __init__(self) -> None:
        super().__init__(service_name="service-quotas")

    @property
    def account(self) -> QuotasOfAccount:
        """The quotas of the caller."""
        return quotas_of(self.current_account, self.region)

    def list_services(self) -> ActionResult:
        """List the services."""
        return ActionResult({"Services": [SERVICE]})

    def list_service_quotas(self) -> ActionResult:
        """List the values of this account."""
        return ActionResult({"Quotas": [self._shown(each, self.account.value(each)) for each in self._of_service()]})

    def list_aws_default_service_quotas(self) -> ActionResult:
        """List the values of a new account."""
        return ActionResult({"Quotas": [self._shown(each, each.default) for each in self._of_service()]})

    def get_service_quota(self) -> ActionResult:
        """Return a value of this account."""
        quota = self._asked()
        return ActionResult({"Quota": self._shown(quota, self.account.value(quota))})

    def get_aws_default_service_quota(self) -> ActionResult:
        """Return a value of a new account."""
        quota = self._asked()
        return ActionResult({"Quota": self._shown(quota, quota.default)})

    def request_service_quota_increase(self) -> ActionResult:
        """Ask for a higher value."""
        made = self.account.request(self._asked(), float(parameters_of(self)["DesiredValue"]))
        return ActionResult({"RequestedQuota": self._shown_increase(made)})

    def list_requested_service_quota_change_history_by_quota(self) -> ActionResult:
        """List the requests for one quota, the latest first."""
        quota = self._asked()
        shown = [self._shown_increase(each) for each in self.account.increases[::-1] if each.quota is quota]
        return ActionResult({"RequestedQuotas": shown})

    def list_requested_service_quota_change_history(self) -> ActionResult:
        """List all requests, the latest first."""
        return ActionResult({"RequestedQuotas": [self._shown_increase(each) for each in self.account.increases[::-1]]})

    def get_requested_service_quota_change(self) -> ActionResult:
        """Return one request."""
        identity = parameters_of(self)["RequestId"]
        for each in self.account.increases:
            if each.id == identity:
                return ActionResult({"RequestedQuota": self._shown_increase(each)})
        raise NoSuchResource

    def _of_service(self) -> tuple[Quota, ...]:
        if parameters_of(self)["ServiceCode"] != SERVICE["ServiceCode"]:
            raise NoSuchResource
        return QUOTAS

    def _asked(self) -> Quota:
        code = parameters_of(self)["QuotaCode"]
        for quota in self._of_service():
            if quota.code == code:
                return quota
        raise NoSuchResource

    def _named(self, quota: Quota) -> dict[str, Any]:
        arn = f"arn:{self.partition}:servicequotas:{self.region}:{self.current_account}:ec2/{quota.code}"
        return SERVICE | {
            "QuotaArn": arn,
            "QuotaCode": quota.code,
            "QuotaName": quota.name,
            "GlobalQuota": False,
            "Unit": "None",
        }

    def _shown(self, quota: Quota, value: float) -> dict[str, Any]:
        return self._named(quota) | {"Value": value, "Adjustable": True}

    def _shown_increase(self, increase: Increase) -> dict[str, Any]:
        return self._named(increase.quota) | {
            "Id": increase.id,
            "DesiredValue": increase.desired,
            "Status": increase.status,
            "Created": increase.created,
            "LastUpdated": increase.created,
            "Requester": increase.requester,
        }
