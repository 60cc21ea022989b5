"""Which class answers for which service."""

from __future__ import annotations

from rehearsal.cloud.cloudformation.service import CloudFormation
from rehearsal.cloud.moto_private import BaseResponse, CloudWatchResponse
from rehearsal.cloud.services.budgets import Budgets
from rehearsal.cloud.services.ec2 import EC2
from rehearsal.cloud.services.iam import IdentityManagement
from rehearsal.cloud.services.pricing import Pricing
from rehearsal.cloud.services.quotas import ServiceQuotas
from rehearsal.cloud.services.sns import Notifications
from rehearsal.cloud.services.ssm import SystemsManager
from rehearsal.cloud.services.sts import SecurityTokens

HANDLERS: dict[str, type[BaseResponse]] = {
    "budgets": Budgets,
    "cloudformation": CloudFormation,
    "ec2": EC2,
    "iam": IdentityManagement,
    "monitoring": CloudWatchResponse,
    "pricing": Pricing,
    "servicequotas": ServiceQuotas,
    "sns": Notifications,
    "ssm": SystemsManager,
    "sts": SecurityTokens,
}
"""By the name that a request is signed for. Other services are left to moto as it is."""
