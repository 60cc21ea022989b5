"""Which class answers for which service."""

from __future__ import annotations

from rehearsal.cloud import moto_private
from rehearsal.cloud.cloudformation.service import CloudFormation
from rehearsal.cloud.services.budgets import Budgets
from rehearsal.cloud.services.ec2 import EC2
from rehearsal.cloud.services.pricing import Pricing
from rehearsal.cloud.services.quotas import ServiceQuotas
from rehearsal.cloud.services.ssm import SystemsManager
from rehearsal.cloud.services.sts import SecurityTokens

HANDLERS: dict[str, type[moto_private.BaseResponse]] = {
    "budgets": Budgets,
    "cloudformation": CloudFormation,
    "ec2": EC2,
    "iam": moto_private.IamResponse,
    "monitoring": moto_private.CloudWatchResponse,
    "pricing": Pricing,
    "servicequotas": ServiceQuotas,
    "sns": moto_private.SNSResponse,
    "ssm": SystemsManager,
    "sts": SecurityTokens,
}
"""By the name that a request is signed for."""

moto_private.iam_backends.backend = moto_private.SeededIAM


def handler_of(service: str) -> type[moto_private.BaseResponse] | None:
    """Return the class that answers for a service; ``None`` leaves it to moto."""
    return HANDLERS.get(service)
