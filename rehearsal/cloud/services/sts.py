"""STS: who am I."""

from __future__ import annotations

from rehearsal.cloud.moto_private import ActionResult, TokenResponse


class SecurityTokens(TokenResponse):
    """Answers for a reader's own IAM user, as in a real account."""

    def get_caller_identity(self) -> ActionResult:
        """Say who signed the request; without roles assumed, that is always the reader."""
        account = self.current_account
        arn = f"arn:{self.partition}:iam::{account}:user/reader"
        return ActionResult({"UserId": "AIDAREHEARSALEXAMPLE1", "Account": account, "Arn": arn})
