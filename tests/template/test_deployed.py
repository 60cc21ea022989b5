"""The template on the rehearsal cloud: what it makes, what it refuses, and that nothing is left of it."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from botocore.exceptions import ClientError

from tests.template.document import the_template
from tests.template.stacks import ADDRESS, deploy, everything

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud

# One rehearsal for all of them, in one worker.
pytestmark = pytest.mark.xdist_group("template")

RESOURCES = set(the_template().data["Resources"])


def test_defaults_make_every_resource(account: Cloud) -> None:
    assert set(deploy(account).resources) == RESOURCES


def test_the_instance_is_the_one_that_the_guide_promises(account: Cloud) -> None:
    stack = deploy(account)
    instance = stack.instance()
    assert instance["InstanceType"] == "g5.xlarge"
    assert {"Key": "Name", "Value": "DeepLearning"} in instance["Tags"]
    assert instance["SubnetId"] == stack.resources["Subnet"]
    assert [group["GroupId"] for group in instance["SecurityGroups"]] == [stack.resources["SecurityGroup"]]
    assert instance["IamInstanceProfile"]["Arn"].endswith(stack.resources["InstanceProfile"])
    assert instance["MetadataOptions"]["HttpTokens"] == "required"


def test_its_disk_is_large_encrypted_and_goes_with_it(account: Cloud) -> None:
    [disk] = deploy(account).instance()["BlockDeviceMappings"]
    [volume] = account.client("ec2").describe_volumes(VolumeIds=[disk["Ebs"]["VolumeId"]])["Volumes"]
    assert (disk["DeviceName"], disk["Ebs"]["DeleteOnTermination"]) == ("/dev/sda1", True)
    assert (volume["Size"], volume["VolumeType"], volume["Encrypted"]) == (200, "gp3", True)


def test_no_port_is_open_unless_an_address_is_given(account: Cloud) -> None:
    stack = deploy(account)
    assert stack.inbound() == []


def test_an_address_opens_ssh_for_itself_and_keeps_the_instance(account: Cloud) -> None:
    before = deploy(account)
    after = before.update(SshAddress="203.0.113.7/32")
    [rule] = after.inbound()
    assert (rule["IpProtocol"], rule["FromPort"], rule["ToPort"]) == ("tcp", 22, 22)
    assert [source["CidrIp"] for source in rule["IpRanges"]] == ["203.0.113.7/32"]
    assert rule.get("Ipv6Ranges", []) == []
    assert after.outputs["InstanceId"] == before.outputs["InstanceId"]


def test_a_renewed_image_replaces_the_instance_at_the_next_update(account: Cloud) -> None:
    """CloudFormation reads the parameter again, whatever the update is about: the description warns of it."""
    older, newer = (image["ImageId"] for image in account.client("ec2").describe_images()["Images"][:2])
    parameters = account.client("ssm")
    parameters.put_parameter(Name="image", Value=older, Type="String", DataType="aws:ec2:image")
    before = deploy(account, Image="image")
    parameters.put_parameter(Name="image", Value=newer, Type="String", DataType="aws:ec2:image", Overwrite=True)
    after = before.update(SshAddress="203.0.113.7/32")
    assert after.instance()["ImageId"] == newer
    assert after.outputs["InstanceId"] != before.outputs["InstanceId"]


def test_a_zone_puts_the_subnet_there(account: Cloud) -> None:
    stack = deploy(account, Zone="cn-northwest-1c")
    [subnet] = account.client("ec2").describe_subnets(SubnetIds=[stack.resources["Subnet"]])["Subnets"]
    assert subnet["AvailabilityZone"] == "cn-northwest-1c"


def test_the_budget_writes_to_the_address_twice(account: Cloud) -> None:
    budgets = account.client("budgets")
    stack = deploy(account, MonthlyBudget="5000", AlertPercentage="60")
    where = {
        "AccountId": account.client("sts").get_caller_identity()["Account"],
        "BudgetName": stack.resources["Budget"],
    }
    limit = budgets.describe_budget(**where)["Budget"]["BudgetLimit"]
    notifications = budgets.describe_notifications_for_budget(**where)["Notifications"]
    assert (float(limit["Amount"]), limit["Unit"]) == (5000, "CNY")
    assert {(n["NotificationType"], n["Threshold"]) for n in notifications} == {("ACTUAL", 60), ("FORECASTED", 100)}
    for notification in notifications:
        found = budgets.describe_subscribers_for_notification(**where, Notification=notification)
        assert found["Subscribers"] == [{"SubscriptionType": "EMAIL", "Address": ADDRESS}]


@pytest.mark.parametrize(
    ("minutes", "instance_type", "periods", "percent"),
    [("120", "g5.xlarge", 24, 12.5), ("30", "g4dn.2xlarge", 6, 6.25)],
)
def test_the_alarm_stops_the_instance(
    account: Cloud, minutes: str, instance_type: str, periods: int, percent: float
) -> None:
    stack = deploy(account, IdleMinutes=minutes, InstanceType=instance_type)
    [alarm] = account.client("cloudwatch").describe_alarms(AlarmNames=[stack.resources["IdleAlarm"]])["MetricAlarms"]
    assert alarm["Dimensions"] == [{"Name": "InstanceId", "Value": stack.resources["Instance"]}]
    assert (alarm["Period"], alarm["EvaluationPeriods"], alarm["Threshold"]) == (300, periods, percent)
    assert alarm["AlarmActions"] == ["arn:aws-cn:automate:cn-northwest-1:ec2:stop"]


def test_zero_minutes_make_no_alarm(account: Cloud) -> None:
    assert set(deploy(account, IdleMinutes="0").resources) == RESOURCES - {"IdleAlarm"}
    assert everything(account)["alarms"] == []


def test_outputs_can_be_used_as_they_are(account: Cloud) -> None:
    stack = deploy(account)
    instance = stack.instance()
    outputs = stack.outputs
    assert set(outputs) == set(the_template().data["Outputs"])
    assert outputs["InstanceId"] == instance["InstanceId"]
    assert outputs["PublicIp"] == instance["PublicIpAddress"]
    assert re.fullmatch(r"https://cn-northwest-1\.console\.amazonaws\.cn/\S+", outputs["SessionLink"])
    assert shlex.split(outputs["SshTunnelCommand"])[-1] == f"ubuntu@{instance['PublicIpAddress']}"
    assert shlex.split(outputs["SessionTunnelCommand"])[3:] == [
        *("--region", "cn-northwest-1"),
        *("--target", instance["InstanceId"]),
        *("--document-name", "AWS-StartPortForwardingSession"),
        *("--parameters", "portNumber=8888,localPortNumber=8080"),
    ]


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("EmailParameter", ADDRESS),
        ("Image", "ami-0123456789abcdef0"),
        ("InstanceType", "g6.xlarge"),
        ("VolumeSize", "50"),
        ("Zone", "b"),
        ("SshAddress", "0.0.0.0/0"),
        ("SshAddress", "203.0.113.7"),
        ("SshAddress", "203.0.113.256/32"),
        ("MonthlyBudget", "0"),
        ("AlertPercentage", "101"),
        ("IdleMinutes", "90"),
    ],
)
def test_a_wrong_value_is_refused_with_what_to_enter_instead(account: Cloud, parameter: str, value: str) -> None:
    instead = the_template().data["Parameters"][parameter]["ConstraintDescription"]
    with pytest.raises(ClientError) as refused:
        deploy(account, **{parameter: value})
    assert instead in refused.value.response["Error"]["Message"]


def test_without_the_address_nothing_is_made(account: Cloud) -> None:
    account.client("ssm").delete_parameter(Name="email")
    before = everything(account)
    with pytest.raises(ClientError, match=re.escape("Unable to fetch parameters [email]")):
        deploy(account)
    assert everything(account) == before


def test_a_second_stack_stands_beside_the_first(account: Cloud) -> None:
    first, second = deploy(account), deploy(account, "Another")
    assert not set(first.resources.values()) & set(second.resources.values())
    first.delete()
    assert second.instance()["State"]["Name"] == "running"


def test_deletion_leaves_nothing(account: Cloud) -> None:
    before = everything(account)
    stack = deploy(account, SshAddress="203.0.113.7/32")
    assert everything(account) != before
    stack.delete()
    assert everything(account) == before
