"""Every step of the guide's console way, by the labels of the page's language; each test begins where it likes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.rehearsal.console.at import ADDRESS, STACK, TEMPLATE
from tests.rehearsal.console.conftest import PACE

if TYPE_CHECKING:
    from tests.rehearsal.console.at import At

QUOTA = "/servicequotas/home/services/ec2/quotas/L-DB2E81BA"


def test_the_search_opens_a_service(at: At) -> None:
    at.open("/")
    expect(at.page.locator("html")).to_have_attribute("lang", at.language.replace("_", "-"))
    at.sees(at.text("region.ningxia"))
    at.sees(at.text("console.banner"))
    search = at.page.get_by_role("combobox", name=at.text("search.services"))
    search.fill("cloudf")
    at.page.get_by_role("option", name="CloudFormation", exact=True).click()
    at.sees(at.text("cfn.no-stacks"))
    search.fill("ec2")
    search.press("Enter")
    expect(at.page.get_by_role("heading", name="EC2", level=1)).to_be_visible()


def test_put_see_and_delete_the_address(at: At) -> None:
    at.service("service.systems-manager")
    at.click("ssm.parameter-store")
    at.click("ssm.create-parameter")
    at.enter(at.text("ssm.name"), "email")
    at.enter(at.text("ssm.value"), ADDRESS)
    at.click("ssm.create-parameter")
    at.sees(at.text("ssm.created"))
    stored = at.cloud.client("ssm").get_parameter(Name="email")["Parameter"]
    assert (stored["Value"], stored["Type"], stored["DataType"]) == (ADDRESS, "String", "text")

    at.page.get_by_role("link", name="email", exact=True).click()
    expect(at.page.locator("dl").get_by_text(ADDRESS)).to_be_visible()

    at.click("ssm.parameter-store")
    at.choose("email")
    at.click("ssm.delete")
    at.click("ssm.delete-parameters")
    at.sees(at.text("ssm.no-parameters"))
    assert at.cloud.client("ssm").describe_parameters()["Parameters"] == []


def test_all_fields_of_a_parameter_reach_the_cloud(at: At) -> None:
    at.open("/systems-manager/parameters/create")
    at.enter(at.text("ssm.name"), "/my/image")
    at.enter(at.text("ssm.description-optional"), "mine")
    at.choose(at.text("ssm.advanced"))
    at.pick(at.text("ssm.data-type"), "aws:ec2:image")
    at.enter(at.text("ssm.value"), "ami-0dee9000000000824")
    at.click("tags.add")
    at.enter(at.text("tags.key"), "for")
    at.page.get_by_role("textbox", name=at.text("tags.value"), exact=True).last.fill("rehearsing")
    at.click("ssm.create-parameter")
    at.sees(at.text("ssm.created"))
    ssm = at.cloud.client("ssm")
    described = ssm.describe_parameters()["Parameters"][0]
    assert (described["Description"], described["Tier"], described["DataType"]) == ("mine", "Advanced", "aws:ec2:image")
    tags = ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId="/my/image")["TagList"]
    assert tags == [{"Key": "for", "Value": "rehearsing"}]
    at.page.get_by_role("link", name="/my/image", exact=True).click()
    at.sees("ami-0dee9000000000824")


def test_public_parameters(at: At) -> None:
    at.open("/systems-manager/parameters")
    at.click("ssm.public-parameters")
    at.sees("/aws/service/deeplearning/ami/")


def test_see_and_raise_a_quota(at: At) -> None:
    at.open(QUOTA)
    at.sees("Running On-Demand G and VT instances")
    at.sees(at.text("quota.applied"))
    at.click("quota.request-increase")
    at.enter(at.text("quota.increase-value"), "4")
    at.click("quota.request")
    expect(at.row("Running On-Demand G", at.text("quota.pending"))).to_be_visible()
    asked = at.cloud.client("service-quotas").list_requested_service_quota_change_history()["RequestedQuotas"]
    assert [(each["QuotaCode"], each["DesiredValue"], each["Status"]) for each in asked] == [
        ("L-DB2E81BA", 4.0, "PENDING")
    ]
    at.page.get_by_role("button", name=at.text("console.refresh")).click()
    expect(at.row("Running On-Demand G", at.text("quota.approved"))).to_be_visible()
    at.click("quota.services")
    expect(at.row("Running On-Demand G", "4")).to_be_visible()


def test_create_the_stack_and_read_its_outputs(at: At) -> None:
    at.has_account()
    at.service("service.cloudformation")
    at.click("cfn.create-stack")
    at.click("cfn.with-new-resources")
    at.choose(at.text("cfn.existing-template"))
    at.upload(TEMPLATE)
    at.click("cfn.next")
    at.enter(at.text("cfn.stack-name"), STACK)
    expect(at.field("E-mail parameter / 邮箱参数名")).to_have_value("email")
    at.pick("Instance type / 实例类型", "g4dn.xlarge")
    at.click("cfn.next")
    at.choose(at.text("cfn.acknowledge"))
    at.click("cfn.next")
    at.click("cfn.submit")
    at.sees("CREATE_IN_PROGRESS")
    expect(at.row(STACK, "CREATE_COMPLETE")).to_be_visible(timeout=15_000)
    stack = at.cloud.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    given = {each["ParameterKey"]: each["ParameterValue"] for each in stack["Parameters"]}
    assert (given["EmailParameter"], given["InstanceType"], given["VolumeSize"]) == ("email", "g4dn.xlarge", "200")

    at.service("service.cloudformation")
    at.page.get_by_role("link", name=STACK, exact=True).click()
    at.click("cfn.outputs")
    for output in stack["Outputs"]:
        expect(at.row(output["OutputKey"], output["OutputValue"])).to_be_visible()
    at.click("cfn.resources")
    expect(at.row("Instance", "AWS::EC2::Instance", "CREATE_COMPLETE")).to_be_visible()
    at.click("cfn.parameters")
    expect(at.row("EmailParameter", ADDRESS)).to_be_visible()
    at.click("cfn.template")
    expect(at.field(at.text("cfn.template"))).to_have_value(TEMPLATE.read_text(encoding="utf-8"))
    at.click("cfn.change-sets")
    at.sees(at.text("cfn.no-change-sets"))


def test_events_arrive_over_time(at: At) -> None:
    at.open("/")
    at.has_account()
    started = at.page.request.post(
        f"{at.url}/api/stacks",
        data={
            "StackName": STACK,
            "TemplateBody": TEMPLATE.read_text(encoding="utf-8"),
            "Capabilities": ["CAPABILITY_IAM"],
        },
    )
    stack = str(started.json()["StackId"])
    counts, statuses = [], []
    for _ in range(6):
        told = at.page.request.get(f"{at.url}/api/stack", params={"StackId": stack}).json()
        counts.append(len(told["Events"]))
        statuses.append(told["Stack"]["StackStatus"])
        assert ("Outputs" in told["Stack"]) is (statuses[-1] == "CREATE_COMPLETE")
    assert counts[:2] == [PACE, 2 * PACE]
    assert counts[-1] == counts[-2]
    assert statuses[0] == "CREATE_IN_PROGRESS"
    assert statuses[-1] == "CREATE_COMPLETE"


def test_a_cloud_that_was_reset_meanwhile(at: At) -> None:
    at.has_stack()
    stack = at.cloud.client("cloudformation").describe_stacks()["Stacks"][0]["StackId"]
    at.page.request.post(f"{at.url}/api/stacks/delete", data={"StackId": stack})
    at.cloud.reset()
    at.open("/cloudformation/home#/stacks")
    at.sees(at.text("cfn.no-stacks"))


def test_start_a_session_in_a_new_tab(at: At) -> None:
    instance = at.has_stack()
    at.service("service.systems-manager")
    at.click("ssm.session-manager")
    at.click("ssm.start-session")
    at.choose(STACK)
    with at.page.context.expect_page() as opened:
        at.click("ssm.start-session")
    expect(opened.value.get_by_text(instance).first).to_be_visible()
    sessions = at.cloud.client("ssm").describe_sessions(State="Active")["Sessions"]
    assert [each["Target"] for each in sessions] == [instance]
    expect(opened.value.get_by_text(sessions[0]["SessionId"]).first).to_be_visible()
    opened.value.get_by_role("button", name=at.text("session.terminate")).click()
    expect(opened.value.get_by_text(at.text("session.over"))).to_be_visible()
    at.click("ssm.session-manager")
    at.click("session.history")
    expect(at.row(instance, "Terminated")).to_be_visible()


def test_no_session_on_an_instance_that_is_stopped(at: At) -> None:
    instance = at.has_stack()
    at.cloud.client("ec2").stop_instances(InstanceIds=[instance])
    at.open("/systems-manager/session-manager/start-session")
    at.sees(at.text("session.no-targets"))
    at.open(f"/systems-manager/session-manager/{instance}")
    at.sees("TargetNotConnected")
    at.sees(f"{instance} is not connected.")


def test_stop_and_start_the_instance(at: At) -> None:
    at.has_stack()
    at.cloud.linger("ec2::instance", 2)
    at.service("service.ec2")
    at.click("ec2.instances")
    at.choose(STACK)
    at.click("ec2.instance-state")
    at.click("ec2.stop-instance")
    at.click("ec2.stop")
    expect(at.row(STACK, at.text("ec2.stopping"))).to_be_visible()
    expect(at.row(STACK, at.text("ec2.stopped"))).to_be_visible()
    at.click("ec2.instance-state")
    at.click("ec2.start-instance")
    expect(at.row(STACK, at.text("ec2.pending"))).to_be_visible()
    expect(at.row(STACK, at.text("ec2.running"))).to_be_visible()


def test_let_one_address_in(at: At) -> None:
    at.has_stack()
    at.service("service.ec2")
    at.click("ec2.instances")
    at.choose(STACK)
    at.click("ec2.security")
    at.page.get_by_role("link", name=re.compile("SecurityGroup")).click()
    at.click("ec2.edit-inbound-rules")
    at.click("ec2.add-rule")
    at.pick(at.text("ec2.type"), "SSH")
    at.enter(at.text("ec2.source"), "203.0.113.7/32")
    at.click("ec2.save-rules")
    expect(at.row("SSH", "22", "203.0.113.7/32")).to_be_visible()
    rules = at.cloud.client("ec2").describe_security_group_rules()["SecurityGroupRules"]
    inbound = [each for each in rules if not each["IsEgress"]]
    assert [(each["FromPort"], each["ToPort"], each["CidrIpv4"]) for each in inbound] == [(22, 22, "203.0.113.7/32")]

    at.click("ec2.edit-inbound-rules")
    at.click("sg.delete-rule")
    at.click("ec2.save-rules")
    expect(at.page.get_by_role("button", name=at.text("ec2.save-rules"))).to_be_hidden()
    at.sees(at.text("sg.no-rules"))
    rules = at.cloud.client("ec2").describe_security_group_rules()["SecurityGroupRules"]
    assert [each for each in rules if not each["IsEgress"]] == []


def test_delete_the_stack_and_see_that_nothing_is_left(at: At) -> None:
    at.has_stack()
    at.service("service.budgets")
    expect(at.page.get_by_role("heading", name=at.text("budgets.title"), level=1)).to_be_visible()
    at.page.get_by_role("link", name=re.compile(f"^{STACK}")).click()
    expect(at.row("> 70%", ADDRESS)).to_be_visible()

    at.service("service.cloudformation")
    at.page.get_by_role("link", name=STACK, exact=True).click()
    at.sees("CREATE_COMPLETE")
    page_of_the_stack = at.page.url
    at.service("service.cloudformation")
    at.choose(STACK)
    at.click("cfn.delete")
    at.click("cfn.delete")
    expect(at.row(STACK, "DELETE_IN_PROGRESS")).to_be_visible()
    expect(at.row(STACK, "DELETE_COMPLETE")).to_be_visible(timeout=15_000)
    at.page.get_by_role("button", name=at.text("console.refresh")).click()
    at.sees(at.text("cfn.no-stacks"))
    at.page.goto(page_of_the_stack)
    at.sees("DELETE_COMPLETE")

    at.service("service.ec2")
    at.click("ec2.instances")
    expect(
        at.row(STACK, at.text("ec2.terminated")).or_(at.page.get_by_text(at.text("ec2.no-instances")))
    ).to_be_visible()
    at.service("service.budgets")
    at.sees(at.text("budgets.none"))


def test_language_and_theme_are_kept(at: At) -> None:
    at.open("/")
    other = {"zh_CN": "en", "en": "zh_CN"}[at.language]
    at.page.get_by_role("button", name=at.text({"en": "language.en", "zh_CN": "language.zh"}[at.language])).click()
    choice = at.text({"en": "language.en", "zh_CN": "language.zh"}[other])
    at.page.get_by_role("menuitemcheckbox", name=choice).click()
    at.language = other
    at.sees(at.text("home.title"))
    at.page.get_by_role("button", name=at.text("theme.title")).click()
    at.page.get_by_role("menuitemcheckbox", name=at.text("theme.dark")).click()
    at.page.goto(at.url)
    at.sees(at.text("home.title"))
    expect(at.page.locator("body")).to_have_class(re.compile("awsui-dark-mode"))
