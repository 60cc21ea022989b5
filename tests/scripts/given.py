"""What can be so before a reader runs a program."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from botocore.exceptions import WaiterError

from tests.scripts.programs import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud

OWN_IMAGE = "deep-learning-image"


def address_kept(cloud: Cloud) -> None:
    """Keep an address in the parameter ``email``."""
    cloud.client("ssm").put_parameter(Name="email", Type="String", Value="you@example.com")


def address_kept_as_a_secret(cloud: Cloud) -> None:
    """Keep an address in the parameter ``email``, but as a type that CloudFormation does not read."""
    cloud.client("ssm").put_parameter(Name="email", Type="SecureString", Value="you@example.com")


def quota_approved(cloud: Cloud) -> None:
    """Let AWS have approved quotas for GPU instances."""
    cloud.approve_quotas()


def quota_asked_for(cloud: Cloud) -> None:
    """Ask for a higher quota of G instances."""
    cloud.client("service-quotas").request_service_quota_increase(
        ServiceCode="ec2", QuotaCode="L-DB2E81BA", DesiredValue=8
    )


def stack(cloud: Cloud, **parameters: str) -> None:
    """Create the stack, which may end complete or rolled back."""
    cloudformation = cloud.client("cloudformation")
    cloudformation.create_stack(
        StackName="DeepLearning",
        TemplateBody=TEMPLATE.read_text(encoding="utf-8"),
        Capabilities=["CAPABILITY_IAM"],
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
    )
    with suppress(WaiterError):
        cloudformation.get_waiter("stack_create_complete").wait(StackName="DeepLearning")


def stack_with_ssh(cloud: Cloud) -> None:
    """Create the stack so that it lets 203.0.113.7 in."""
    stack(cloud, SshAddress="203.0.113.7/32")


def stack_with_an_image_that_has_moved_on(cloud: Cloud) -> None:
    """Create the stack from a parameter that holds another image afterwards."""
    images = cloud.client("ec2").describe_images(Owners=["amazon"])["Images"]
    before, now = (image["ImageId"] for image in images[:2])
    ssm = cloud.client("ssm")
    ssm.put_parameter(Name=OWN_IMAGE, Type="String", DataType="aws:ec2:image", Value=before)
    stack(cloud, Image=OWN_IMAGE)
    ssm.put_parameter(Name=OWN_IMAGE, Type="String", DataType="aws:ec2:image", Value=now, Overwrite=True)


def instance_stopped(cloud: Cloud) -> None:
    """Stop the instance of the stack."""
    ec2 = cloud.client("ec2")
    reservations = ec2.describe_instances()["Reservations"]
    ec2.stop_instances(InstanceIds=[reservations[0]["Instances"][0]["InstanceId"]])


def no_capacity(cloud: Cloud) -> None:
    """Leave no room for a g5.xlarge in any zone."""
    for zone in "abc":
        cloud.no_capacity("g5.xlarge", f"cn-northwest-1{zone}")


def start_refused(cloud: Cloud) -> None:
    """Leave no room for the instance in its zone."""
    message = "We currently do not have sufficient g5.xlarge capacity in the Availability Zone you requested."
    cloud.fail("ec2", "StartInstances", "InsufficientInstanceCapacity", message, status=400)


def policy_attached_by_hand(cloud: Cloud) -> None:
    """Give the role of the stack a policy that the stack does not know of."""
    iam = cloud.client("iam")
    document = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
    policy = iam.create_policy(PolicyName="by-hand", PolicyDocument=document)["Policy"]["Arn"]
    [role] = [role["RoleName"] for role in iam.list_roles()["Roles"] if role["RoleName"].startswith("DeepLearning-")]
    iam.attach_role_policy(RoleName=role, PolicyArn=policy)


def keys_expired(cloud: Cloud) -> None:
    """End the reader's session."""
    message = "The security token included in the request is expired"
    cloud.fail("ssm", "*", "ExpiredTokenException", message, times=9, status=400)


def keys_of_a_global_account(cloud: Cloud) -> None:
    """Answer as AWS China does to keys of a global account."""
    message = "The security token included in the request is invalid."
    cloud.fail("sts", "*", "InvalidClientTokenId", message, times=9, status=403)


def budget_refused(cloud: Cloud) -> None:
    """Let AWS Budgets refuse the currency."""
    cloud.fail_resource("AWS::Budgets::Budget", "CNY is not in the supported unit set: [USD]")


def budget_left_behind(cloud: Cloud) -> None:
    """Leave the budget of a stack that is not in this region."""
    account = cloud.client("sts").get_caller_identity()["Account"]
    budget = {
        "BudgetName": "DeepLearning-Budget",
        "BudgetType": "COST",
        "TimeUnit": "MONTHLY",
        "BudgetLimit": {"Amount": "10000", "Unit": "CNY"},
    }
    cloud.client("budgets").create_budget(AccountId=account, Budget=budget)


def deletion_refused(cloud: Cloud) -> None:
    """Let EC2 refuse to delete the network."""
    cloud.fail("ec2", "DeleteVpc", "DependencyViolation", "The vpc has dependencies and cannot be deleted.", times=9)


GIVEN: dict[str, Callable[[Cloud], None]] = {
    "address kept": address_kept,
    "address kept as a secret": address_kept_as_a_secret,
    "budget left behind": budget_left_behind,
    "budget refused": budget_refused,
    "deletion refused": deletion_refused,
    "instance stopped": instance_stopped,
    "keys expired": keys_expired,
    "keys of a global account": keys_of_a_global_account,
    "no capacity": no_capacity,
    "policy attached by hand": policy_attached_by_hand,
    "quota approved": quota_approved,
    "quota asked for": quota_asked_for,
    "stack": stack,
    "stack with SSH": stack_with_ssh,
    "stack with an image that has moved on": stack_with_an_image_that_has_moved_on,
    "start refused": start_refused,
}
"""By the words that the cases use."""
