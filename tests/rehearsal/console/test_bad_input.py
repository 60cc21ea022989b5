"""What AWS refuses is said where the reader looks, in AWS's words, and nothing that was entered is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.rehearsal.console.at import ADDRESS, STACK, TEMPLATE, At

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def language() -> str:
    """AWS's words are the same for both readers, and the console's own are tried elsewhere: once is enough."""
    return "zh_CN"


def at_the_template(at: At) -> None:
    at.open("/cloudformation/home#/stacks/create")


def at_the_details(at: At) -> None:
    at_the_template(at)
    at.upload(TEMPLATE)
    at.click("cfn.next")
    at.sees(at.text("cfn.provide-name"))


def at_the_review(at: At, acknowledge: bool = True) -> None:
    at_the_details(at)
    at.enter(at.text("cfn.stack-name"), STACK)
    at.enter("Disk in GiB / 磁盘（GiB）", "300")
    at.click("cfn.next")
    if acknowledge:
        at.choose(at.text("cfn.acknowledge"))
    at.click("cfn.next")
    expect(at.row("VolumeSize", "300")).to_be_visible()


NO_TEMPLATES = {
    "Resources: [": "Template format error: YAML not well-formed. (line 1, column 13)",
    "{": "Template format error: JSON not well-formed.",
    "hello": "Template format error: unsupported structure.",
    "Parameters: {}": "Template format error: At least one Resources member must be defined.",
}


def test_a_file_that_is_no_template(at: At) -> None:
    at_the_template(at)
    for text, says in NO_TEMPLATES.items():
        at.upload({"name": "mine.yaml", "mimeType": "text/yaml", "buffer": text.encode()})
        at.click("cfn.next")
        at.sees("ValidationError")
        at.sees(says)
        at.sees("mine.yaml")
    at.upload(TEMPLATE)
    at.click("cfn.next")
    at.sees(at.text("cfn.provide-name"))


def test_no_file_and_no_address(at: At) -> None:
    at_the_template(at)
    at.click("cfn.next")
    at.sees(at.text("console.required"))
    at.enter(at.text("cfn.s3-url"), "https://example.s3.cn-northwest-1.amazonaws.com.cn/mine.yaml")
    at.click("cfn.next")
    at.sees("A template in S3 is not rehearsed")
    at.choose(at.text("cfn.upload-template"))
    at.click("cfn.next")
    at.sees(at.text("cfn.no-file"))


def test_a_file_over_the_limit(at: At) -> None:
    text = TEMPLATE.read_text(encoding="utf-8") + "#" * 51_200
    at_the_template(at)
    at.upload({"name": "long.yaml", "mimeType": "text/yaml", "buffer": text.encode()})
    at.click("cfn.next")
    at.sees("Member must have length less than or equal to 51200")
    at.sees(at.text("cfn.file-too-large", size=len(text.encode()), most=51_200))
    at.sees("long.yaml")


def test_names_that_no_stack_may_have(at: At) -> None:
    at_the_details(at)
    field = at.field(at.text("cfn.stack-name"))
    for name in ("", "Deep Learning", "1DeepLearning", "深度学习", "D" * 129):
        at.enter(at.text("cfn.stack-name"), name)
        at.click("cfn.next")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value(name)
        expect(field).to_be_focused()
    at.enter(at.text("cfn.stack-name"), STACK)
    at.click("cfn.next")
    at.sees(at.text("cfn.failure-options"))


NOT_ALLOWED = {
    "E-mail parameter / 邮箱参数名": (ADDRESS, "EmailParameter"),
    "Disk in GiB / 磁盘（GiB）": ("50", "VolumeSize"),
    "Monthly budget in CNY / 每月预算（元）": ("much", "MonthlyBudget"),
    "Image parameter / 映像参数名": ("ami-0dee9000000000824", "Image"),
    "Address that may use SSH / 允许 SSH 的地址": ("0.0.0.0/0", "SshAddress"),
}


def test_values_that_the_template_does_not_allow(at: At) -> None:
    at_the_details(at)
    at.enter(at.text("cfn.stack-name"), STACK)
    for label, (value, _) in NOT_ALLOWED.items():
        at.enter(label, value)
    at.click("cfn.next")
    for label, (value, key) in NOT_ALLOWED.items():
        expect(at.field(label)).to_have_attribute("aria-invalid", "true")
        expect(at.field(label)).to_have_value(value)
        at.sees(at.text("cfn.constraint", key=key, words="").strip())


def submit_in_vain(at: At, *says: str) -> None:
    at.click("cfn.submit")
    for words in says:
        at.sees(words)
    expect(at.row("VolumeSize", "300")).to_be_visible()
    assert at.cloud.client("cloudformation").describe_stacks()["Stacks"] == []


def test_the_address_was_not_put_first(at: At) -> None:
    at_the_review(at)
    submit_in_vain(at, "Unable to fetch parameters [email] from parameter store for this account.")
    at.has_account()
    at.click("cfn.submit")
    expect(at.row(STACK, "CREATE_COMPLETE")).to_be_visible(timeout=15_000)


def test_nothing_is_acknowledged(at: At) -> None:
    at.has_account()
    at_the_review(at, acknowledge=False)
    submit_in_vain(at, "InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]")
    at.page.get_by_role("button", name=at.text("cfn.edit-step", title=at.text("cfn.configure-options"))).click()
    at.choose(at.text("cfn.acknowledge"))
    at.click("cfn.next")
    at.click("cfn.submit")
    expect(at.row(STACK, "CREATE_COMPLETE")).to_be_visible(timeout=15_000)


def test_a_stack_that_fails_shows_why(at: At) -> None:
    at.cloud.client("ssm").put_parameter(Name="email", Value=ADDRESS, Type="String")
    at_the_review(at)
    at.click("cfn.submit")
    expect(at.row("Instance", "CREATE_FAILED", "current vCPU limit of 0")).to_be_visible(timeout=15_000)
    expect(at.row(STACK, "ROLLBACK_COMPLETE")).to_be_visible(timeout=15_000)


def test_a_stack_of_this_name_is_there_already(at: At) -> None:
    at.has_stack()
    at_the_review(at)
    at.click("cfn.submit")
    at.sees(f"Stack [{STACK}] already exists")


def test_a_parameter_without_a_name_or_a_value(at: At) -> None:
    at.open("/systems-manager/parameters/create")
    at.click("ssm.create-parameter")
    expect(at.field(at.text("ssm.name"))).to_be_focused()
    for key in ("ssm.name", "ssm.value"):
        expect(at.field(at.text(key))).to_have_attribute("aria-invalid", "true")


def test_a_parameter_that_is_there_already(at: At) -> None:
    at.has_account()
    at.open("/systems-manager/parameters/create")
    at.enter(at.text("ssm.name"), "email")
    at.enter(at.text("ssm.value"), "other@example.com")
    at.click("ssm.create-parameter")
    at.sees("ParameterAlreadyExists")
    expect(at.field(at.text("ssm.value"))).to_have_value("other@example.com")


def test_a_quota_that_is_no_increase(at: At) -> None:
    at.open("/servicequotas/home/services/ec2/quotas/L-DB2E81BA")
    at.click("quota.request-increase")
    at.enter(at.text("quota.increase-value"), "many")
    at.click("quota.request")
    at.sees(at.text("quota.not-a-number"))
    at.enter(at.text("quota.increase-value"), "0")
    at.click("quota.request")
    at.sees("You must provide a quota value greater than the current quota value")
    expect(at.field(at.text("quota.increase-value"))).to_have_value("0")


def test_an_address_that_is_none(at: At) -> None:
    at.has_stack()
    groups = at.cloud.client("ec2").describe_security_groups()["SecurityGroups"]
    group = next(each["GroupId"] for each in groups if "SecurityGroup" in each["GroupName"])
    at.open(f"/ec2/home#ModifyInboundSecurityGroupRules:securityGroupId={group}")
    at.click("ec2.add-rule")
    at.click("ec2.save-rules")
    at.sees(at.text("console.required"))
    at.enter(at.text("ec2.source"), "203.0.113.7")
    at.click("ec2.save-rules")
    at.sees("InvalidParameterValue")
    expect(at.field(at.text("ec2.source"))).to_have_value("203.0.113.7")


def test_an_instance_that_cannot_start(at: At) -> None:
    instance = at.has_stack()
    at.cloud.client("ec2").stop_instances(InstanceIds=[instance])
    at.cloud.no_capacity("g5.xlarge", "cn-northwest-1a")
    at.open("/ec2/home#Instances:")
    at.choose(STACK)
    at.click("ec2.instance-state")
    at.click("ec2.start-instance")
    at.sees("InsufficientInstanceCapacity")
    at.sees("We currently do not have sufficient g5.xlarge capacity")


def parameter(at: At) -> None:
    at.open("/systems-manager/parameters/create")
    at.enter(at.text("ssm.name"), "email")
    at.enter(at.text("ssm.value"), ADDRESS)


def review(at: At) -> None:
    at.has_account()
    at_the_review(at)


@pytest.mark.parametrize(
    ("fill", "button", "done"),
    [(parameter, "ssm.create-parameter", "ssm.my-parameters"), (review, "cfn.submit", "cfn.events")],
)
def test_the_connection_is_lost(at: At, fill: Callable[[At], None], button: str, done: str) -> None:
    fill(at)
    at.page.context.set_offline(True)
    at.click(button)
    at.sees(at.text("console.network-error"))
    at.page.context.set_offline(False)
    at.click(button)
    at.sees(at.text(done))


def test_a_list_that_could_not_be_had(at: At) -> None:
    at.cloud.fail("ssm", "DescribeParameters", "AccessDeniedException", "User reader is not authorized", times=1)
    at.open("/systems-manager/parameters")
    at.sees("AccessDeniedException")
    at.sees("User reader is not authorized")
    at.click("console.retry")
    at.sees(at.text("ssm.no-parameters"))


def test_pages_that_are_not_there(at: At) -> None:
    at.open("/s3/buckets")
    at.sees(at.text("console.no-such-page"))
    at.open("/systems-manager/parameters/nobody/description")
    at.sees("ParameterNotFound")
    at.open("/ec2/home#InstanceDetails:instanceId=i-0123")
    at.sees(at.text("ec2.no-such-instance", id="i-0123"))
