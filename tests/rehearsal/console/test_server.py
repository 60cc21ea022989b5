"""The console's server: one address, loopback only, and nobody but its own pages."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from rehearsal.console import Console, NotBuilt
from rehearsal.console.history import STACK, Histories
from tests.rehearsal.console.at import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from rehearsal.cloud import Cloud

JSON = {"Content-Type": "application/json"}


def ask(console: Console, method: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(console.url).netloc, timeout=10)
    connection.request(method, path, body or None, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


def test_it_answers_at_its_own_address_only(console: Console) -> None:
    port = urlsplit(console.url).port
    assert ask(console, "GET", "/").status == 200
    assert ask(console, "GET", "/", Host=f"localhost:{port}").status == 200
    assert ask(console, "GET", "/", Host="evil.example").status == 421
    assert ask(console, "GET", "/api/parameters", Host=f"evil.example:{port}").status == 421


def test_pages_of_other_sites_may_not_ask(cloud: Cloud, console: Console) -> None:
    body = '{"Name": "email", "Type": "String", "Value": "x"}'
    evil = ask(console, "POST", "/api/parameters", body, Content_Type="application/json", Origin="http://evil.example")
    form = ask(console, "POST", "/api/parameters", body, Content_Type="text/plain")
    preflight = ask(console, "OPTIONS", "/api/parameters", Origin="http://evil.example")
    assert (evil.status, form.status, preflight.status) == (403, 403, 403)
    assert cloud.client("ssm").describe_parameters()["Parameters"] == []
    for response in (evil, form, preflight):
        assert not [name for name in response.headers if name.lower().startswith("access-control")]
    assert ask(console, "POST", "/api/parameters", body, **JSON, Origin=console.url).status == 200


def test_refusals_are_those_of_aws(cloud: Cloud, console: Console) -> None:
    assert cloud.client("ssm").describe_parameters()["Parameters"] == []
    refused = ask(console, "GET", "/api/parameter?Name=nobody")
    assert refused.status == 400
    assert b'"code": "ParameterNotFound"' in refused.body  # type: ignore[attr-defined]
    assert ask(console, "GET", "/api/parameter").status == 400
    assert ask(console, "GET", "/api/nothing").status == 404
    assert ask(console, "POST", "/api/parameters", "{}", **JSON).status == 400
    assert ask(console, "POST", "/api/parameters", "{", **JSON).status == 400
    assert ask(console, "POST", "/api/parameters", "[]", **JSON).status == 400
    assert ask(console, "POST", "/api/template", " " * 2_000_001, **JSON).status == 413


def test_pages_may_reach_nothing_else(console: Console) -> None:
    page = ask(console, "GET", "/any/page")
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"
    asset = re.search(rb'src="(/assets/[^"]+)"', page.body)  # type: ignore[attr-defined]
    assert asset
    assert "immutable" in ask(console, "GET", asset[1].decode()).headers["Cache-Control"]
    assert ask(console, "GET", "/assets/../../../pyproject.toml").status == 404
    assert ask(console, "GET", "/assets/%2e%2e/%2e%2e/%2e%2e/pyproject.toml").status == 404
    assert ask(console, "POST", "/").status == 405


def test_pages_that_were_not_built(cloud: Cloud, tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match="npm run build"), Console.serve(cloud, built=tmp_path):
        pass


def test_a_reader_starts_it_and_ctrl_c_ends_it() -> None:
    command = [sys.executable, "-m", "rehearsal.console"]
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    assert child.stdout is not None
    said = ""
    while "AWS_DATA_PATH" not in said:
        said += child.stdout.readline()
        assert child.poll() is None, said
    url = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert url
    with urllib.request.urlopen(url[0]) as page:
        assert "Rehearsal console" in page.read().decode()
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=10)
    assert child.returncode == 0


def event(number: int, status: str, kind: str = STACK) -> dict[str, str]:
    return {"EventId": str(number), "ResourceType": kind, "ResourceStatus": status}


def test_a_history_is_told_bit_by_bit() -> None:
    events = [event(0, "CREATE_IN_PROGRESS"), *(event(n, "CREATE_COMPLETE", "AWS::EC2::VPC") for n in range(1, 4))]
    events.append(event(4, "CREATE_COMPLETE"))
    histories = Histories(pace=2)
    assert histories.look("other", events) == events, "what others have begun is told at once"
    histories.begin("mine")
    assert [len(histories.look("mine", events)) for _ in range(4)] == [2, 4, 5, 5]
    assert histories.unfinished() == []


def test_a_history_waits_for_its_end() -> None:
    histories = Histories(pace=2)
    histories.begin("mine", before=1)
    going = [event(0, "CREATE_COMPLETE"), event(1, "DELETE_IN_PROGRESS")]
    assert histories.look("mine", going) == going
    assert histories.unfinished() == ["mine"]
    assert histories.look("mine", [*going, event(2, "DELETE_COMPLETE")])[-1]["ResourceStatus"] == "DELETE_COMPLETE"
    assert histories.unfinished() == []
