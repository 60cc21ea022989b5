"""Service Quotas for EC2: how many virtual CPUs of each kind an account may run.

A request to raise one is PENDING when it is made. The next time that the value is read (by GetServiceQuota, by
ListServiceQuotas or by a launch) it is APPROVED first, and the value is the one desired. So a reader sees it pending in
the history, and can go on. With AWS that takes from minutes to days, and the answer may be no.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from rehearsal.cloud.moto_private import (
    ActionResult,
    BaseBackend,
    BaseResponse,
    ServiceException,
    backends_of,
    parameters_of,
    random_hex,
)

SERVICE = {"ServiceCode": "ec2", "ServiceName": "Amazon Elastic Compute Cloud (Amazon EC2)"}


@dataclass(frozen=True)
class Quota:
    """A quota, and what it is in a new account. That a China account starts with 0 too is likely, not known."""

    code: str
    name: str
    default: float
    families: tuple[str, ...]
    spot: bool = False


QUOTAS = (
    Quota("L-DB2E81BA", "Running On-Demand G and VT instances", 0.0, ("g", "vt")),
    Quota("L-417A185B", "Running On-Demand P instances", 0.0, ("p",)),
    Quota("L-3819A6DF", "All G and VT Spot Instance Requests", 0.0, ("g", "vt"), spot=True),
    Quota("L-7212CCBC", "All P Spot Instance Requests", 0.0, ("p",), spot=True),
    Quota("L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", 5.0, tuple("acdhimrtz")),
)


class NoSuchResource(ServiceException):
    """There is no such service or quota."""

    code = "NoSuchResourceException"
    message = "The specified resource does not exist."


class IllegalArgument(ServiceException):
    """The value is not one to be asked for."""

    code = "IllegalArgumentException"


class ResourceAlreadyExists(ServiceException):
    """There is a request for this quota already."""

    code = "ResourceAlreadyExistsException"


@dataclass
class Wish:
    """A request to raise a quota."""

    quota: Quota
    desired: float
    requester: str
    id: str = field(default_factory=lambda: random_hex(32))
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    status: str = "PENDING"


class QuotasOfAccount(BaseBackend):
    """The values of one account in one region, and the requests to raise them."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.values = {quota.code: quota.default for quota in QUOTAS}
        self.wishes: list[Wish] = []

    def value(self, quota: Quota) -> float:
        """Read a value, which approves the requests for it."""
        for wish in self.wishes:
            if wish.quota is quota and wish.status == "PENDING":
                wish.status = "APPROVED"
                self.values[quota.code] = wish.desired
        return self.values[quota.code]

    def wish(self, quota: Quota, desired: float) -> Wish:
        """Ask for a higher value.

        Raises:
            ServiceException: If it is not higher, or the quota is being raised already.

        """
        if desired <= self.values[quota.code]:
            raise IllegalArgument("You must provide a quota value greater than the current quota value")
        if any(each.quota is quota and each.status == "PENDING" for each in self.wishes):
            raise ResourceAlreadyExists("Only one open service quota increase request is allowed per quota.")
        made = Wish(quota, desired, f"arn:{self.partition}:iam::{self.account_id}:user/reader")
        self.wishes.append(made)
        return made


class ServiceQuotas(BaseResponse):
    """Answers for Service Quotas."""

    def __init__(self) -> None:
        super().__init__(service_name="service-quotas")

    @property
    def account(self) -> QuotasOfAccount:
        """The quotas of the caller."""
        account: QuotasOfAccount = STORE[self.current_account][self.region]
        return account

    def list_services(self) -> ActionResult:
        """List the services; only EC2 is rehearsed."""
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
        made = self.account.wish(self._asked(), float(parameters_of(self)["DesiredValue"]))
        return ActionResult({"RequestedQuota": self._shown_wish(made)})

    def list_requested_service_quota_change_history_by_quota(self) -> ActionResult:
        """List the requests for one quota."""
        quota = self._asked()
        shown = [self._shown_wish(each) for each in self.account.wishes if each.quota is quota]
        return ActionResult({"RequestedQuotas": shown[::-1]})

    def list_requested_service_quota_change_history(self) -> ActionResult:
        """List all requests."""
        return ActionResult({"RequestedQuotas": [self._shown_wish(each) for each in self.account.wishes[::-1]]})

    def get_requested_service_quota_change(self) -> ActionResult:
        """Return one request."""
        identity = parameters_of(self)["RequestId"]
        for wish in self.account.wishes:
            if wish.id == identity:
                return ActionResult({"RequestedQuota": self._shown_wish(wish)})
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

    def _shown(self, quota: Quota, value: float) -> dict[str, Any]:
        arn = f"arn:{self.partition}:servicequotas:{self.region}:{self.current_account}:ec2/{quota.code}"
        return SERVICE | {
            "QuotaArn": arn,
            "QuotaCode": quota.code,
            "QuotaName": quota.name,
            "Value": value,
            "Unit": "None",
            "Adjustable": True,
            "GlobalQuota": False,
        }

    def _shown_wish(self, wish: Wish) -> dict[str, Any]:
        shown = self._shown(wish.quota, wish.desired)
        del shown["Value"], shown["Adjustable"]
        return shown | {
            "Id": wish.id,
            "DesiredValue": wish.desired,
            "Status": wish.status,
            "Created": wish.created,
            "LastUpdated": wish.created,
            "Requester": wish.requester,
        }


STORE = backends_of(QuotasOfAccount, "service-quotas", ["cn-north-1", "cn-northwest-1"])


def on_demand_quota(family: str) -> Quota:
    """Return the quota that counts running instances of a family such as ``g``."""
    return next(quota for quota in QUOTAS if family in quota.families and not quota.spot)


def value(account: str, region: str, quota: Quota) -> float:
    """Return how many virtual CPUs an account may run."""
    there: QuotasOfAccount = STORE[account][region]
    return there.value(quota)


def approve(account: str, region: str, vcpus: float = 1024.0) -> None:
    """Raise all quotas of GPU instances."""
    there: QuotasOfAccount = STORE[account][region]
    for quota in QUOTAS:
        there.values[quota.code] = max(vcpus, there.values[quota.code])
