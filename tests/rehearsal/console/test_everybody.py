"""Everybody can use the console: with a screen reader, with a keyboard, on a telephone, in light and in dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.rehearsal.console.at import ADDRESS, ROOT, STACK, TEMPLATE, At

if TYPE_CHECKING:
    from collections.abc import Iterator

AXE = ROOT / "rehearsal/console/web/node_modules/axe-core/axe.min.js"
RUN_AXE = "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)"
GO = "address => { history.pushState(null, '', address); dispatchEvent(new Event('console:went')) }"
NARROW = 360


def screens(at: At) -> Iterator[str]:
    """Show one screen after the other, and yield what each is."""
    instance = at.has_stack()
    client = at.cloud.client("cloudformation")
    stack = client.describe_stacks()["Stacks"][0]["StackId"]
    budget = at.cloud.client("budgets").describe_budgets(AccountId="123456789012")["Budgets"][0]["BudgetName"]
    groups = at.cloud.client("ec2").describe_security_groups()["SecurityGroups"]
    group = next(each["GroupId"] for each in groups if "SecurityGroup" in each["GroupName"])
    at.cloud.client("ssm").start_session(Target=instance)
    addresses = [
        "/",
        "/nowhere",
        "/systems-manager/home",
        "/systems-manager/parameters",
        "/systems-manager/parameters/create",
        "/systems-manager/parameters/email/description",
        "/systems-manager/session-manager/sessions",
        "/systems-manager/session-manager/start-session",
        f"/systems-manager/session-manager/{instance}",
        "/cloudformation/home#/stacks",
        *(
            f"/cloudformation/home#/stacks/{tab}?stackId={stack}"
            for tab in ("stackinfo", "events", "resources", "outputs", "parameters", "template", "changesets")
        ),
        "/ec2/home#Home:",
        "/ec2/home#Instances:",
        f"/ec2/home#InstanceDetails:instanceId={instance}",
        f"/ec2/home#SecurityGroup:groupId={group}",
        f"/ec2/home#ModifyInboundSecurityGroupRules:securityGroupId={group}",
        "/servicequotas/home/services/ec2/quotas",
        "/servicequotas/home/services/ec2/quotas/L-DB2E81BA",
        "/servicequotas/home/requests",
        "/costmanagement/home#/budgets",
        f"/costmanagement/home#/budgets/details?name={budget}",
    ]
    for address in addresses:
        at.page.evaluate(GO, address)
        at.settles()
        yield address
        if address.endswith("/parameters"):
            at.choose("email")
            at.click("ssm.delete")
            yield "the dialog that deletes parameters"
            at.click("console.cancel")
        if "Modify" in address:
            at.click("ec2.add-rule")
            yield "a new rule"
        if address.endswith("#Instances:"):
            at.choose(STACK)
            at.click("ec2.security")
            yield "an instance that is selected"
            at.click("ec2.instance-state")
            yield "the menu of states"
            at.page.keyboard.press("Escape")
        if address.endswith("L-DB2E81BA"):
            at.click("quota.request-increase")
            yield "the dialog that asks for more"
            at.click("console.cancel")
    yield from steps(at)


def steps(at: At) -> Iterator[str]:
    """Show the steps of the wizard."""
    at.page.evaluate(GO, "/cloudformation/home#/stacks/create")
    at.click("cfn.next")
    yield "the first step, with a mistake"
    at.upload(TEMPLATE)
    at.click("cfn.next")
    at.sees(at.text("cfn.provide-name"))
    at.enter("Disk in GiB / 磁盘（GiB）", "1")
    at.click("cfn.next")
    yield "the second step, with mistakes"
    at.enter(at.text("cfn.stack-name"), STACK)
    at.enter("Disk in GiB / 磁盘（GiB）", "100")
    at.click("cfn.next")
    at.click("tags.add")
    yield "the third step"
    at.click("cfn.next")
    yield "the last step"
    at.click("cfn.submit")
    at.sees("already exists")
    yield "the last step, refused"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(at: At, theme: Any) -> None:  # noqa: ANN401 - Playwright's names of themes
    assert AXE.is_file(), "in rehearsal/console/web: npm ci"
    at.page.emulate_media(color_scheme=theme)
    at.open("/")
    at.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = {screen: at.page.evaluate(RUN_AXE) for screen in screens(at)}
    assert {screen: violations for screen, violations in found.items() if violations} == {}


def test_nothing_is_wider_than_a_telephone(at: At) -> None:
    at.page.set_viewport_size({"width": NARROW, "height": 740})
    at.open("/")
    widths = {screen: at.page.evaluate("document.documentElement.scrollWidth") for screen in screens(at)}
    assert {screen: width for screen, width in widths.items() if width > NARROW} == {}


def test_the_keyboard_is_enough(at: At) -> None:
    at.open("/systems-manager/parameters/create")
    keyboard = at.page.keyboard
    at.field(at.text("ssm.name")).focus()
    keyboard.type("email")
    for _ in range(5):  # the description, the tier, the type, the data type, the value
        keyboard.press("Tab")
    keyboard.type(ADDRESS)
    for _ in range(3):  # the button for tags, Cancel, Create parameter
        keyboard.press("Tab")
    keyboard.press("Enter")
    at.sees(at.text("ssm.created"))
    at.page.get_by_role("checkbox", name="email", exact=True).focus()
    keyboard.press("Space")
    at.control(at.text("ssm.delete"), "button").focus()
    keyboard.press("Enter")
    expect(at.page.get_by_role("dialog")).to_be_visible()
    keyboard.press("Escape")
    expect(at.page.get_by_role("dialog")).to_be_hidden()
    assert at.cloud.client("ssm").describe_parameters()["Parameters"][0]["Name"] == "email"


def test_every_request_stays_at_this_address(at: At) -> None:
    asked: list[str] = []
    at.page.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/cloudformation/home#/stacks/create", "/systems-manager/parameters/create"):
        at.open(address)
        at.page.wait_for_load_state("networkidle")
    elsewhere = [url for url in asked if not url.startswith(at.url) and not re.match("data:|blob:", url)]
    assert elsewhere == []
