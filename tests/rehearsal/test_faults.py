"""Planned faults, as the real AWS CLI words them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rehearsal.aws import aws

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud

WHO = ("sts", "get-caller-identity")
CASES = {
    "query": ("sts", "GetCallerIdentity", "ExpiredToken", WHO),
    "json": ("ssm", "GetParameter", "ThrottlingException", ("ssm", "get-parameter", "--name", "email")),
    "ec2": ("ec2", "DescribeVpcs", "UnauthorizedOperation", ("ec2", "describe-vpcs")),
    "cbor": ("cloudwatch", "DescribeAlarms", "AccessDenied", ("cloudwatch", "describe-alarms")),
    "iam": ("iam", "ListRoles", "AccessDenied", ("iam", "list-roles")),
    "own": ("cloudformation", "ListStacks", "AccessDenied", ("cloudformation", "list-stacks")),
    "global": (
        "budgets",
        "DescribeBudgets",
        "AccessDeniedException",
        ("budgets", "describe-budgets", "--account-id", "1" * 12),
    ),
    "hyphen": ("service-quotas", "ListServices", "AccessDeniedException", ("service-quotas", "list-services")),
}
"""Service, action, code and command, by the kind of wire form."""


@pytest.mark.parametrize(("service", "action", "code", "words"), CASES.values(), ids=CASES.keys())
def test_an_action_fails_once(cloud: Cloud, service: str, action: str, code: str, words: tuple[str, ...]) -> None:
    cloud.fail(service, action, code, "It is planned", status=400)
    failed = aws(cloud, *words, AWS_MAX_ATTEMPTS="1")
    assert failed.status != 0
    assert f"An error occurred ({code}) when calling the {action} operation" in failed.err
    assert "It is planned" in failed.err
    assert code not in aws(cloud, *words).err


def test_the_cli_tries_again_when_it_is_throttled(cloud: Cloud) -> None:
    cloud.fail("ec2", "DescribeVpcs", "RequestLimitExceeded", "Request limit exceeded.", status=503)
    assert aws(cloud, "ec2", "describe-vpcs").status == 0


def test_faults_are_taken_back(cloud: Cloud) -> None:
    cloud.fail("sts", "*", "ExpiredToken", "It is planned", times=9)
    cloud.no_faults()
    assert aws(cloud, *WHO).status == 0
