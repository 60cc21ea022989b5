"""The terminal of a session, in the browser: a shell on the instance, for those whom it is for and nobody else."""

from __future__ import annotations

import json
import re
import socket
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from rehearsal.console import Console
from rehearsal.instance.instance import SSM_USER, UBUNTU
from rehearsal.machines import Machines
from rehearsal.sandbox import why_unavailable
from tests.rehearsal.console.test_everybody import AXE, RUN_AXE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page, WebSocketRoute

    from rehearsal.cloud import Cloud
    from tests.rehearsal.console.at import At

PASTE = (
    "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
    " document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true})) }"
)
LONG_KEY = f"ssh-rsa {'AAAAB3NzaC1yc2E' * 36} deep-learning"
ONCE = pytest.mark.parametrize("language", ["en"], indirect=True)
"""For tests in which no word of the page matters."""


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


def shows(page: Page, text: str | re.Pattern[str], *, exact: bool = False) -> None:
    """Wait until a line of the terminal has a text, or is exactly that."""
    expect(page.locator(".xterm-accessibility-tree").get_by_text(text, exact=exact).last).to_be_visible()


def pastes(page: Page, text: str) -> None:
    """Paste, as from the reader's own clipboard."""
    page.evaluate(PASTE, text)


def by_input_method(page: Page, text: str) -> None:
    """Write with an input method: letters first, then the characters that they are replaced by."""
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "nin hao", "selectionStart": 7, "selectionEnd": 7})
    keyboard.send("Input.insertText", {"text": text})


def by_dictation(page: Page, text: str) -> None:
    """Write without any key."""
    page.keyboard.insert_text(text)


def types(page: Page, text: str) -> None:
    """Type, and press Enter."""
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def by_the_button(at: At, page: Page) -> None:
    """End the session as the page offers it."""
    page.get_by_role("button", name=at.text("session.terminate")).click()
    expect(page.get_by_text(at.text("session.over"))).to_be_visible()


def by_closing_the_page(at: At, page: Page) -> None:
    """Go elsewhere without ending it, as when the tab is closed."""
    page.goto(at.url)


def active(at: At) -> list[Any]:
    """Return the sessions that are on."""
    return list(at.cloud.client("ssm").describe_sessions(State="Active")["Sessions"])


def test_reader_becomes_ubuntu(session: Page, machines: Machines) -> None:
    (instance,) = machines.fleet.instances.values()
    types(session, "sudo su - ubuntu")
    shows(session, f"ubuntu@{instance.name}:~$")
    pastes(session, "echo 您好，$(whoami) | tee greeting")
    session.keyboard.press("Enter")
    shows(session, "您好，ubuntu")
    assert (instance.home(UBUNTU) / "greeting").read_text() == "您好，ubuntu\n"


@ONCE
@pytest.mark.parametrize("write", [by_input_method, by_dictation, pastes])
def test_chinese_arrives_once(session: Page, machines: Machines, write: Callable[[Page, str], None]) -> None:
    (instance,) = machines.fleet.instances.values()
    session.keyboard.type("echo ")
    write(session, "您好")
    shows(session, "$ echo 您好")  # xterm.js sends what was composed a moment later; no finger is faster
    types(session, ", ssm > ~/greeting; cat ~/greeting")
    shows(session, "您好, ssm", exact=True)
    assert (instance.home(SSM_USER) / "greeting").read_text() == "您好, ssm\n"


@ONCE
def test_terminal_follows_the_window(session: Page) -> None:
    session.set_viewport_size({"width": 400, "height": 800})
    types(session, "stty size | sed 's/.* /columns: /'")
    shows(session, re.compile(r"^columns: [34]\d$"))


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


@ONCE
@pytest.mark.parametrize("leaves", [by_the_button, by_closing_the_page])
def test_leaving_ends_the_shell(at: At, session: Page, machines: Machines, leaves: Callable[[At, Page], None]) -> None:
    (instance,) = machines.fleet.instances.values()
    types(session, """sh -c 'trap "touch ~/hung-up" HUP; echo re""ady; sleep 60 & wait'""")
    shows(session, "ready", exact=True)
    leaves(at, session)
    hung_up = instance.home(SSM_USER) / "hung-up"
    for _ in range(50):
        if hung_up.exists() and not active(at):
            break
        time.sleep(0.1)
    assert hung_up.exists()
    assert active(at) == []


def test_stopped_instance_takes_the_session_with_it(at: At, session: Page, machines: Machines) -> None:
    (identity,) = machines.fleet.instances
    at.cloud.client("ec2").stop_instances(InstanceIds=[identity])
    machines.look()
    expect(session.get_by_text(at.text("session.over"))).to_be_visible()


def test_lost_connection_is_no_end_that_the_reader_made(at: At, machines: Machines) -> None:
    carried: list[WebSocketRoute] = []

    def carry(way: WebSocketRoute) -> None:
        way.connect_to_server()
        carried.append(way)

    at.page.route_web_socket(lambda _: True, carry)
    instance = at.has_stack()
    machines.look()
    at.open(f"/systems-manager/session-manager/{instance}")
    shows(at.page, "$")
    carried[0].close(code=1011)
    expect(at.page.get_by_text(at.text("session.lost"))).to_be_visible()
    at.open("/systems-manager/session-manager/sessions")
    at.click("session.history")
    expect(at.row(instance, "Terminated")).to_be_visible()


@ONCE
def test_reader_may_call_this_computer_by_its_name(at: At, machines: Machines, running_cloud: Cloud) -> None:
    instance = at.has_stack()
    machines.look()
    with Console.serve(running_cloud, trusted_by=machines.channel.trust) as console:
        address = console.url.replace("127.0.0.1", "localhost")
        at.page.goto(f"{address}/systems-manager/session-manager/{instance}")
        shows(at.page, "$")
        at.open("/")  # that console ends here


def test_page_says_why_there_is_no_terminal(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rehearsal.console.services.sessions.why_unavailable", lambda: "bwrap is missing.")
    instance = at.has_stack()
    at.open(f"/systems-manager/session-manager/{instance}")
    at.sees(at.text("session.no-terminal", target=instance))
    at.sees("bwrap is missing.")
    assert at.page.locator(".xterm").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_terminal_is_for_everybody(session: Page, theme: Any) -> None:  # noqa: ANN401 - Playwright's names of themes
    session.emulate_media(color_scheme=theme)
    session.evaluate(AXE.read_text("utf-8"))
    assert session.evaluate(RUN_AXE) == []


@ONCE
def test_terminal_asks_no_other_computer(at: At, machines: Machines) -> None:
    asked: list[str] = []
    at.page.on("request", lambda request: asked.append(request.url))
    at.page.on("websocket", lambda way: asked.append(way.url))
    instance = at.has_stack()
    machines.look()
    at.open(f"/systems-manager/session-manager/{instance}")
    shows(at.page, "$")
    ours = (at.url, machines.channel.url, "data:")
    assert any(url.startswith(machines.channel.url) for url in asked)
    assert [url for url in asked if not url.startswith(ours)] == []


def start(at: At, machines: Machines) -> dict[str, Any]:
    """Start a session as the CLI does."""
    at.open("/")
    instance = at.has_stack()
    machines.look()
    started: dict[str, Any] = at.cloud.client("ssm").start_session(Target=instance)
    return started


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
