"""The whole path of the guide, once, with the real AWS CLI on a cloud in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jmespath  # type: ignore[import-untyped]
import pytest

from rehearsal.cloud import Cloud
from rehearsal.cloud.cloudformation.checks import LONGEST
from rehearsal.cloud.resources import TYPES
from tests.rehearsal.aws import Ran, aws

if TYPE_CHECKING:
    from collections.abc import Iterator

STACK = ("--stack-name", "DeepLearning")
DEPLOY = ("cloudformation", "deploy", *STACK, "--template-file", "everything.template.yaml")
ACKNOWLEDGED = ("--capabilities", "CAPABILITY_IAM")

LEFT = {
    "instances": "ec2 describe_instances Reservations[].Instances[?State.Name!='terminated'][]",
    "volumes": "ec2 describe_volumes Volumes[]",
    "interfaces": "ec2 describe_network_interfaces NetworkInterfaces[]",
    "networks": "ec2 describe_vpcs Vpcs[?!IsDefault]",
    "gateways": "ec2 describe_internet_gateways InternetGateways[]",
    "templates": "ec2 describe_launch_templates LaunchTemplates[]",
    "roles": "iam list_roles Roles[]",
    "profiles": "iam list_instance_profiles InstanceProfiles[]",
    "budgets": "budgets describe_budgets Budgets[]",
    "alarms": "cloudwatch describe_alarms MetricAlarms[]",
    "topics": "sns list_topics Topics[]",
    "subscriptions": "sns list_subscriptions Subscriptions[]",
}
"""What a stack may leave, and how one looks for it: service, action, expression."""


def left(cloud: Cloud) -> set[str]:
    found = set()
    for name, look in LEFT.items():
        service, action, expression = look.split()
        account = {"AccountId": "123456789012"} if service == "budgets" else {}
        if jmespath.search(expression, getattr(cloud.client(service), action)(**account)):
            found.add(name)
    return found


@pytest.fixture(scope="module")
def own_cloud() -> Iterator[Cloud]:
    with Cloud.spawn() as cloud:
        yield cloud


def test_a_template_that_is_too_long(own_cloud: Cloud) -> None:
    short = "Resources: {Gateway: {Type: AWS::EC2::InternetGateway}}\n#"
    longest = short + "x" * (LONGEST - len(short))
    formation = own_cloud.client("cloudformation")
    formation.validate_template(TemplateBody=longest)
    with pytest.raises(formation.exceptions.ClientError, match="Member must have length less than or equal to 51200"):
        formation.validate_template(TemplateBody=longest + "x")


def test_whole_path(own_cloud: Cloud) -> None:
    def done(*words: str) -> Ran:
        ran = aws(own_cloud, *words)
        assert ran.status == 0, ran.err
        return ran

    refused = aws(own_cloud, *DEPLOY, *ACKNOWLEDGED)
    assert (refused.status, "Unable to fetch parameters [email]" in refused.err) == (255, True)
    done("ssm", "put-parameter", "--name", "email", "--type", "String", "--value", "you@example.com")
    refused = aws(own_cloud, *DEPLOY)
    assert (refused.status, "Requires capabilities : [CAPABILITY_IAM]" in refused.err) == (255, True)
    quota = ("--service-code", "ec2", "--quota-code", "L-DB2E81BA")
    done("service-quotas", "request-service-quota-increase", *quota, "--desired-value", "4")

    done(*DEPLOY, *ACKNOWLEDGED)
    outputs = done(
        "cloudformation", "describe-stacks", *STACK, "--query", "Stacks[0].Outputs[].[OutputKey,OutputValue]"
    )
    values = dict(line.split("\t") for line in outputs.out.splitlines())
    assert (values["Partition"], values["UrlSuffix"], values["Email"]) == (
        "aws-cn",
        "amazonaws.com.cn",
        "you@example.com",
    )
    kinds = done("cloudformation", "describe-stack-resources", *STACK, "--query", "StackResources[].ResourceType")
    assert set(kinds.out.split()) == TYPES.keys()

    instance = ("--instance-ids", values["InstanceId"])
    address = ("ec2", "describe-instances", *instance, "--query", "Reservations[].Instances[].PublicIpAddress")
    assert done(*address).out == values["PublicIp"]
    done("ec2", "stop-instances", *instance)
    done("ec2", "wait", "instance-stopped", *instance)
    assert done(*address).out == ""
    done("ec2", "start-instances", *instance)
    done("ec2", "wait", "instance-running", *instance)
    assert done(*address).out not in ("", values["PublicIp"])

    done(*DEPLOY, *ACKNOWLEDGED, "--parameter-overrides", "InstanceType=g4dn.xlarge")
    kind = ("ec2", "describe-instances", *instance, "--query", "Reservations[].Instances[].InstanceType")
    assert done(*kind).out == "g4dn.xlarge"
    assert left(own_cloud) == LEFT.keys()
    done("cloudformation", "delete-stack", *STACK)
    done("cloudformation", "wait", "stack-delete-complete", *STACK)
    assert left(own_cloud) == set()
