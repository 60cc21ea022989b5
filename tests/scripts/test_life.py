"""From the first step to the last, in both ways: what each program does to the account, whatever it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.scripts.programs import WAYS, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from rehearsal.cloud import Cloud


class Account:
    """What is in the account."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud

    def parameters(self) -> dict[str, str]:
        """The parameters of the guide."""
        found = self.cloud.client("ssm").get_parameters(Names=["email", "deep-learning-image"])["Parameters"]
        return {parameter["Name"]: parameter["Value"] for parameter in found}

    def stack(self) -> dict[str, Any]:
        """The one stack; empty if there is none."""
        stacks: list[dict[str, Any]] = self.cloud.client("cloudformation").describe_stacks()["Stacks"]
        return stacks[0] if stacks else {}

    def instance(self) -> dict[str, Any]:
        """The one instance that is not terminated; empty if there is none."""
        reservations = self.cloud.client("ec2").describe_instances()["Reservations"]
        instances = [each for reservation in reservations for each in reservation["Instances"]]
        return next((each for each in instances if each["State"]["Name"] != "terminated"), {})

    def open_to(self) -> list[str]:
        """The addresses that the firewall of the stack lets in."""
        groups = self.cloud.client("ec2").describe_security_groups()["SecurityGroups"]
        return [
            block["CidrIp"]
            for group in groups
            if group["GroupName"].startswith("DeepLearning-")
            for permission in group["IpPermissions"]
            for block in permission["IpRanges"]
        ]


@pytest.mark.parametrize("way", WAYS)
def test_whole_life(way: str, cloud: Cloud, tmp_path: Path) -> None:
    reader = Reader.settle(tmp_path, way, "en", cloud.environment())
    account = Account(cloud)

    def does(step: str, *arguments: str) -> str:
        outcome = reader.run(step, *arguments)
        assert outcome.status == 0, outcome.complained
        return outcome.printed

    does("request-quota", "g5.xlarge", "4")
    assert "That is enough." in does("check-quota", "g5.xlarge")

    does("keep-image", "deep-learning-image")
    does("put-email", "you@example.com")
    image = account.parameters()["deep-learning-image"]
    assert account.parameters() == {"email": "you@example.com", "deep-learning-image": image}
    does("put-email", "me@example.com")
    assert account.parameters()["email"] == "me@example.com"

    does("deploy-stack", "Image=deep-learning-image", "VolumeSize=300")
    instance = account.instance()
    assert account.stack()["StackStatus"] == "CREATE_COMPLETE"
    assert (instance["ImageId"], instance["InstanceType"]) == (image, "g5.xlarge")
    [disk] = cloud.client("ec2").describe_volumes()["Volumes"]
    assert disk["Size"] == 300

    for address in ("203.0.113.7", "203.0.113.8"):
        does("allow-ssh", address)
        assert account.open_to() == [f"{address}/32"]
        assert account.instance()["InstanceId"] == instance["InstanceId"]

    does("stop-instance")
    assert account.instance()["State"]["Name"] == "stopped"
    does("start-instance")
    running = account.instance()
    assert running["State"]["Name"] == "running"
    assert running["PublicIpAddress"] != instance["PublicIpAddress"]
    outputs = does("read-outputs")
    assert f"PublicIp\t{running['PublicIpAddress']}\n" in outputs
    assert f"ubuntu@{running['PublicIpAddress']}\n" in outputs
    assert instance["PublicIpAddress"] not in outputs

    left = does("see-what-is-left")
    for kind in (
        "CloudFormation::Stack",
        "EC2::Instance",
        "EC2::Volume",
        "EC2::SecurityGroup",
        "EC2::VPC",
        "IAM::Role",
    ):
        assert f"AWS::{kind}\t" in left
    for kind in ("Budgets::Budget", "CloudWatch::Alarm", "SSM::Parameter"):
        assert f"AWS::{kind}\t" in left
    assert "Instances and volumes are billed." in left

    does("delete-stack")
    assert not account.stack()
    assert not account.instance()
    does("delete-parameters", "email", "deep-learning-image")
    assert not account.parameters()
    assert does("see-what-is-left") == "Nothing is left in cn-northwest-1.\n"
