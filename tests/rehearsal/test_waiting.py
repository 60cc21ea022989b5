"""Waiters look often: neither the AWS CLI nor boto3 sleeps for half a minute."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.rehearsal.aws import aws

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud

TEMPLATE = "Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}}"


@pytest.fixture
def slow(cloud: Cloud) -> Cloud:
    """Have a cloud with a stack that is in progress for three looks."""
    cloud.linger("cloudformation::stack", 3)
    cloud.client("cloudformation").create_stack(StackName="s", TemplateBody=TEMPLATE)
    return cloud


def test_boto3_looks_often(slow: Cloud) -> None:
    begun = time.monotonic()
    slow.client("cloudformation").get_waiter("stack_create_complete").wait(StackName="s")
    assert 0.2 < time.monotonic() - begun < 5  # three looks in vain, 0.1 s after each


def test_the_cli_looks_often(slow: Cloud) -> None:
    waited = aws(slow, "cloudformation", "wait", "stack-create-complete", "--stack-name", "s")
    assert (waited.status, waited.err) == (0, "")
    assert waited.seconds < 10


def test_an_instance_that_stops_slowly(cloud: Cloud) -> None:
    ec2 = cloud.client("ec2")
    image = {"ImageId": "ami-0dee9000000000824", "InstanceType": "t3.micro"}
    instance = ec2.run_instances(**image, MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"]
    cloud.linger("ec2::instance", 2)
    ec2.stop_instances(InstanceIds=[instance])
    waited = aws(cloud, "ec2", "wait", "instance-stopped", "--instance-ids", instance)
    assert (waited.status, waited.err) == (0, "")
    assert waited.seconds < 10
