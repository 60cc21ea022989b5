"""SNS: moto's, with an eye on who is written to."""

from __future__ import annotations

from rehearsal.cloud import moto_private
from rehearsal.cloud.services.budgets import MAIL

PROTOCOLS = {"email", "email-json", "http", "https", "lambda", "sqs"}
"""Those of China: no SMS, no mobile push."""


class InvalidParameter(moto_private.ServiceException):
    """An endpoint is not acceptable."""

    code = "InvalidParameter"


class Notifications(moto_private.SNSResponse):
    """Answers for SNS."""

    def subscribe(self) -> moto_private.ActionResult:
        """Subscribe an endpoint."""
        asked = moto_private.parameters_of(self)
        if asked["Protocol"] not in PROTOCOLS:
            raise InvalidParameter(f"Invalid parameter: Does not support this protocol string: {asked['Protocol']}")
        if asked["Protocol"] == "email" and not MAIL.fullmatch(asked.get("Endpoint", "")):
            raise InvalidParameter("Invalid parameter: Email address")
        return super().subscribe()
