"""What a reader at the console does and sees, by the labels of the catalogue in the page's language."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Locator, Page, Request, ViewportSize

    from rehearsal.cloud import Cloud

ROOT = Path(__file__).parents[3]
LABELS: dict[str, dict[str, Any]] = json.loads((ROOT / "rehearsal/console/labels.json").read_text(encoding="utf-8"))
TEMPLATE = ROOT / "cloudformation" / "deep-learning.template.yaml"
WINDOW: ViewportSize = {"width": 1280, "height": 900}
ADDRESS = "you@example.com"
STACK = "DeepLearning"
MOMENT = 50
"""Milliseconds within which a page asks, and shows what it was told."""


class At:
    """A reader's page, and the cloud behind it."""

    def __init__(self, page: Page, cloud: Cloud, url: str, language: str) -> None:
        self.page = page
        self.cloud = cloud
        self.url = url
        self.language = language
        self.wrong: list[str] = []
        """What the browser complained about, other than refusals, which it reports too."""
        self._awaited: set[Request] = set()
        page.on("request", lambda request: self._awaited.add(request))
        page.on("requestfinished", lambda request: self._awaited.discard(request))
        page.on("requestfailed", lambda request: self._awaited.discard(request))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", self._listen)

    def text(self, key: str, /, **values: object) -> str:
        """Return a text of the catalogue."""
        text = str(LABELS[key][self.language])
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def open(self, address: str) -> None:
        """Go to an address, such as ``/ec2/home#Instances:``."""
        path, hash_, rest = address.partition("#")
        self.page.goto(f"{self.url}{path}?lang={self.language}{hash_}{rest}")

    def service(self, key: str) -> None:
        """Open a service from the home page."""
        self.open("/")
        self.page.get_by_role("link", name=self.text(key), exact=True).click()

    def click(self, key: str) -> None:
        """Click a button, a link, a tab or an entry of a menu; one in an open dialog before one behind it."""
        self.control(self.text(key), "button", "link", "tab", "menuitem").click()

    def choose(self, name: str) -> None:
        """Choose an option by its name."""
        self.control(name, "radio", "checkbox").check()

    def pick(self, label: str, value: str) -> None:
        """Choose a value in the list of a field."""
        self.page.get_by_label(label, exact=True).click()
        self.page.get_by_role("option", name=value, exact=True).click()

    def enter(self, label: str, value: str) -> None:
        """Replace what is in a field."""
        self.field(label).fill(value)

    def field(self, label: str) -> Locator:
        """Return a field by its label."""
        return self.page.get_by_role("textbox", name=label, exact=True)

    def control(self, name: str, *roles: Any) -> Locator:  # noqa: ANN401 - Playwright's names of roles
        """Return the control with a name and the first of some roles that there is one of."""
        dialog = self.page.get_by_role("dialog").locator("visible=true")
        front = dialog if dialog.count() else self.page.locator("body")
        found = [front.get_by_role(role, name=name, exact=True).locator("visible=true") for role in roles]
        anyone = functools.reduce(lambda one, other: one.or_(other), found)
        expect(anyone.first).to_be_visible()
        return next(each for each in found if each.count()).first

    def sees(self, text: str) -> None:
        """Wait for a text."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def settles(self) -> None:
        """Wait until the page has all that it asked for, and shows it."""
        self.page.wait_for_timeout(MOMENT)
        while self._awaited:
            self.page.wait_for_timeout(MOMENT)
        self.page.wait_for_timeout(MOMENT)

    def row(self, *texts: str) -> Locator:
        """Return the row of a table that has all these texts."""
        found = self.page.get_by_role("row")
        for text in texts:
            found = found.filter(has_text=text)
        return found

    def upload(self, file: Path | dict[str, Any]) -> None:
        """Choose the template's file, on the first page of the wizard."""
        self.choose(self.text("cfn.upload-template"))
        with self.page.expect_file_chooser() as chooser:
            self.page.locator("button").filter(has_text=self.text("cfn.choose-file")).click()
        chooser.value.set_files(file)  # type: ignore[arg-type]

    def has_account(self) -> None:
        """Do what comes before the stack: a quota, and the address."""
        self.cloud.approve_quotas()
        self.cloud.client("ssm").put_parameter(Name="email", Value=ADDRESS, Type="String")

    def has_stack(self) -> str:
        """Have the guide's stack, made with the API; return the instance's id."""
        self.has_account()
        client = self.cloud.client("cloudformation")
        template = TEMPLATE.read_text(encoding="utf-8")
        client.create_stack(StackName=STACK, TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
        outputs = client.describe_stacks(StackName=STACK)["Stacks"][0]["Outputs"]
        return next(str(each["OutputValue"]) for each in outputs if each["OutputKey"] == "InstanceId")

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrong.append(message.text)
