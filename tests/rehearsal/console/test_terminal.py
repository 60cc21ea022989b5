"""The terminal of a session, in the browser: a shell on the instance, for those whom it is for and nobody else."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from rehearsal.instance.instance import UBUNTU
from rehearsal.machines import Machines
from rehearsal.sandbox import why_unavailable
from tests.rehearsal.console.test_everybody import AXE, RUN_AXE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from rehearsal.console import Console
    from tests.rehearsal.console.at import At

PASTE = (
    "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
    " document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true})) }"
)
LONG_KEY = f"ssh-rsa {'AAAAB3NzaC1yc2E' * 36} deep-learning"


@pytest.fixture
def machines(at: At, console: Console) -> Iterator[Machines]:
    if reason := why_unavailable():
        pytest.skip(reason)
    with Machines.of(at.cloud, {}) as machines:
        machines.channel.trust(console.url)
        yield machines


@pytest.fixture
def session(at: At, machines: Machines) -> Page:
    """A page with a session that has its prompt."""
    instance = at.has_stack()
    machines.look()
    at.open(f"/systems-manager/session-manager/{instance}")
    shows(at.page, "$")
    return at.page


def shows(page: Page, text: str) -> None:
    """Wait until a line of the terminal has a text."""
    expect(page.locator(".xterm-accessibility-tree").get_by_text(text).last).to_be_visible()


def pastes(page: Page, text: str) -> None:
    """Paste, as from the reader's own clipboard."""
    page.evaluate(PASTE, text)


def types(page: Page, text: str) -> None:
    """Type, and press Enter."""
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_reader_becomes_ubuntu(session: Page, machines: Machines) -> None:
    (instance,) = machines.fleet.instances.values()
    types(session, "sudo su - ubuntu")
    shows(session, f"ubuntu@{instance.name}:~$")
    pastes(session, "echo 您好，$(whoami) | tee greeting")
    session.keyboard.press("Enter")
    shows(session, "您好，ubuntu")
    assert (instance.home(UBUNTU) / "greeting").read_text() == "您好，ubuntu\n"


def test_long_key_survives_the_editor(session: Page, machines: Machines) -> None:
    (instance,) = machines.fleet.instances.values()
    types(session, "sudo su - ubuntu")
    shows(session, f"ubuntu@{instance.name}:~$")
    types(session, "nano keys")
    shows(session, "GNU nano")
    pastes(session, LONG_KEY)
    shows(session, "deep-learning")
    session.keyboard.press("Control+O")
    shows(session, "File Name to Write")
    session.keyboard.press("Enter")
    shows(session, "Wrote 1 line")
    assert (instance.home(UBUNTU) / "keys").read_text() == f"{LONG_KEY}\n"


def test_exit_ends_the_session(at: At, session: Page) -> None:
    types(session, "exit")
    expect(session.get_by_text(at.text("session.over"))).to_be_visible()
    assert at.cloud.client("ssm").describe_sessions(State="Active")["Sessions"] == []


def test_terminate_ends_the_shell(at: At, session: Page) -> None:
    session.get_by_role("button", name=at.text("session.terminate")).click()
    expect(session.get_by_text(at.text("session.over"))).to_be_visible()
    assert at.cloud.client("ssm").describe_sessions(State="Active")["Sessions"] == []


def test_stopped_instance_takes_the_session_with_it(at: At, session: Page, machines: Machines) -> None:
    (identity,) = machines.fleet.instances
    at.cloud.client("ec2").stop_instances(InstanceIds=[identity])
    machines.look()
    expect(session.get_by_text(at.text("session.over"))).to_be_visible()


def test_terminal_is_for_everybody(session: Page) -> None:
    session.evaluate(AXE.read_text("utf-8"))
    assert session.evaluate(RUN_AXE) == []


def start(at: At, machines: Machines) -> dict[str, Any]:
    """Start a session as the CLI does."""
    at.open("/")
    instance = at.has_stack()
    machines.look()
    started: dict[str, Any] = at.cloud.client("ssm").start_session(Target=instance)
    return started


ONCE = pytest.mark.parametrize("language", ["en"], indirect=True)


@ONCE
def test_channel_needs_the_token(at: At, machines: Machines) -> None:
    started = start(at, machines)
    with connect(started["StreamUrl"], proxy=None) as channel:
        channel.send(json.dumps({"TokenValue": "guessed"}))
        with pytest.raises(ConnectionClosedError, match="not its token"):
            channel.recv()


@ONCE
def test_channel_needs_a_session(at: At, machines: Machines) -> None:
    started = start(at, machines)
    at.cloud.client("ssm").terminate_session(SessionId=started["SessionId"])
    with connect(started["StreamUrl"], proxy=None) as channel:
        channel.send(json.dumps({"TokenValue": started["TokenValue"]}))
        with pytest.raises(ConnectionClosedError, match="no such session"):
            channel.recv()


@ONCE
@pytest.mark.parametrize("lie", ["origin", "host"])
def test_channel_turns_others_away(at: At, machines: Machines, lie: str) -> None:
    """A page of another site says where it comes from; one whose name was pointed here calls us by that name."""
    url = start(at, machines)["StreamUrl"]
    to = url if lie == "origin" else url.replace("127.0.0.1", "evil.example")
    with socket.create_connection(("127.0.0.1", urlsplit(url).port)) as way:
        origin = Origin("http://evil.example") if lie == "origin" else None
        with pytest.raises(InvalidStatus, match="403"), connect(to, sock=way, proxy=None, origin=origin):
            pass
