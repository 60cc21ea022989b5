"""IAM: moto's, with the few policies that are needed, and an eye on who is trusted."""

from __future__ import annotations

import json

from rehearsal.cloud import moto_private

EFFECTS = {"Allow", "Deny"}


class MalformedPolicyDocument(moto_private.ServiceException):
    """A policy that says nothing that IAM understands."""

    code = "MalformedPolicyDocument"


class IdentityManagement(moto_private.IamResponse):
    """Answers for IAM."""

    def create_role(self) -> moto_private.ActionResult:
        """Make a role, if what it trusts can be understood."""
        check_trust(moto_private.parameters_of(self)["AssumeRolePolicyDocument"])
        return super().create_role()


def check_trust(text: str) -> None:
    """Check the document that says who may take on a role.

    Raises:
        MalformedPolicyDocument: If it is not JSON, or a statement lacks a part.

    """
    try:
        policy = json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedPolicyDocument("This policy contains invalid Json") from error
    statements = policy.get("Statement", [])
    for statement in [statements] if isinstance(statements, dict) else statements:
        if statement.get("Effect") not in EFFECTS or not {"Action", "Principal"} <= statement.keys():
            raise MalformedPolicyDocument("Syntax errors in policy.")
    if not statements:
        raise MalformedPolicyDocument("Syntax errors in policy.")


moto_private.iam_backends.backend = moto_private.SeededIAM
