"""``make linkcheck`` tells dead links from living ones, and leaves alone only what cannot be checked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = """\
.. _home:

首页
====

- `还在 <http://{host}/there>`__
- `没有了 <http://{host}/gone>`__
- `搬走了 <http://{host}/moved>`__
- `有这个标题 <http://{host}/there#title>`__
- `没有这个标题 <http://{host}/there#no-title>`__
- `自己的电脑 <http://127.0.0.1:8080>`__
- `自己的电脑 <http://localhost:8888/tree>`__
- `控制台 <https://cn-northwest-1.console.amazonaws.cn/ec2/home>`__
"""


class OtherSite(BaseHTTPRequestHandler):
    """A site that has one page, and another that moved there."""

    def do_GET(self) -> None:
        """Answer."""
        path = self.path.partition("#")[0]
        self.send_response({"/there": 200, "/moved": 301}.get(path, 404))
        if path == "/moved":
            self.send_header("Location", "/there")
        self.end_headers()
        if path == "/there":
            self.wfile.write(b'<html><body><h1 id="title">There</h1></body></html>')

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """Host and port, by a name that the settings do not leave alone."""
    server = ThreadingHTTPServer(("127.0.0.2", 0), OtherSite)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.2:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_dead_links_are_told(tmp_path: Path, host: str) -> None:
    (tmp_path / "index.rst").write_text(PAGE.format(host=host), "utf-8")
    command = [sys.executable, "-m", "sphinx", "-c", str(ROOT), "-n", "-W", "--keep-going", "-q", "-b", "linkcheck"]

    done = subprocess.run(
        [*command, str(tmp_path), str(tmp_path / "out")], cwd=ROOT, capture_output=True, text=True, check=False
    )

    results = [json.loads(line) for line in (tmp_path / "out" / "output.json").read_text("utf-8").splitlines()]
    status = {result["uri"].replace(host, "host"): result["status"] for result in results}
    assert status == {
        "http://host/there": "working",
        "http://host/gone": "broken",
        "http://host/moved": "redirected",
        "http://host/there#title": "working",
        "http://host/there#no-title": "broken",
        "http://127.0.0.1:8080": "ignored",
        "http://localhost:8888/tree": "ignored",
        "https://cn-northwest-1.console.amazonaws.cn/ec2/home": "ignored",
    }
    assert done.returncode != 0
    assert f"index.rst:7: WARNING: broken link: http://{host}/gone" in done.stderr


def test_what_is_left_alone_has_its_reason() -> None:
    settings = (ROOT / "conf.py").read_text("utf-8")
    ignored = settings[settings.index("linkcheck_ignore = [") :].partition("\n]")[0].splitlines()[1:]

    bare = [line.strip() for line in ignored if not re.search(r",\s+# \w+", line)]

    assert not bare, f"conf.py: say after # why linkcheck leaves this alone: {', '.join(bare)}"
