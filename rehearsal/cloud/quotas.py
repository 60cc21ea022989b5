"""How many virtual CPUs of each kind an account may run.

A request to raise a quota is PENDING when it is made. The next time that the value is read (by GetServiceQuota, by
ListServiceQuotas or by a launch) it is APPROVED first, and the value is the one desired. So a reader sees it pending in
the history, and can go on. With AWS that takes from minutes to days, and the answer may be no.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from rehearsal.cloud.moto_private import BaseBackend, ServiceException, backends_of, random_hex


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


class IllegalArgument(ServiceException):
    """The value is not one to be asked for."""

    code = "IllegalArgumentException"


class ResourceAlreadyExists(ServiceException):
    """There is a request for this quota already."""

    code = "ResourceAlreadyExistsException"


@dataclass
class Increase:
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
        self.increases: list[Increase] = []

    def value(self, quota: Quota) -> float:
        """Read a value, which approves the requests for it."""
        for each in self.increases:
            if each.quota is quota and each.status == "PENDING":
                each.status = "APPROVED"
                self.values[quota.code] = each.desired
        return self.values[quota.code]

    def request(self, quota: Quota, desired: float) -> Increase:
        """Ask for a higher value.

        Raises:
            ServiceException: If it is not higher, or the quota is being raised already.

        """
        if desired <= self.values[quota.code]:
            raise IllegalArgument("You must provide a quota value greater than the current quota value")
        if any(each.quota is quota and each.status == "PENDING" for each in self.increases):
            raise ResourceAlreadyExists("Only one open service quota increase request is allowed per quota.")
        made = Increase(quota, desired, f"arn:{self.partition}:iam::{self.account_id}:user/reader")
        self.increases.append(made)
        return made


STORE = backends_of(QuotasOfAccount, "service-quotas", ["cn-north-1", "cn-northwest-1"])


def quotas_of(account: str, region: str) -> QuotasOfAccount:
    """Return the quotas of an account in a region."""
    there: QuotasOfAccount = STORE[account][region]
    return there


def on_demand_quota(family: str) -> Quota:
    """Return the quota that counts running instances of a family such as ``g``."""
    return next(quota for quota in QUOTAS if family in quota.families and not quota.spot)


def approve(account: str, region: str, vcpus: float = 1024.0) -> None:
    """Raise all quotas, as if requests had been approved long ago."""
    there = quotas_of(account, region)
    there.values = {code: max(vcpus, value) for code, value in there.values.items()}
