"""A reader at a terminal who runs the programs of the guide: the CLI way and the Python way."""

from __future__ import annotations

import shlex
import subprocess
from typing import TYPE_CHECKING

from walkthrough.expectation import compare
from walkthrough.failure import Unmet
from walkthrough.steps import ROOT, Action, RunScript

if TYPE_CHECKING:
    from pathlib import Path

    from rehearsal.cloud import Cloud
    from walkthrough.steps import Step

# What a reader installed: Python with boto3, the CLI (in an environment of its own), the system's shell.
PATH = ":".join([str(ROOT / ".venv/bin"), str(ROOT / ".venv/aws-cli/bin"), "/usr/bin", "/bin"])
PATIENCE = 120
"""Seconds that a program may take before the walk gives up on it."""


class Programs:
    """Runs programs exactly as the page shows them, in the reader's folder and on the rehearsal's cloud.

    :param cloud: the cloud that they talk to
    :param folder: where the reader has unpacked the archive; also the reader's home
    """

    def __init__(self, cloud: Cloud, folder: Path) -> None:
        self.folder = folder
        self.environment = cloud.environment() | {"PATH": PATH, "HOME": str(folder), "LANG": "C.UTF-8"}
        self.output = ""
        self.remark = ""

    def begin(self, _step: Step, _actions: tuple[Action, ...]) -> None:
        """Begin a step: what was printed before is no part of it."""
        self.output = ""

    def do(self, action: Action) -> None:
        """Run a program, and hold its output against the page.

        :raises Unmet: when its exit status is not 0, or it prints something else than the page shows
        """
        assert isinstance(action, RunScript)
        (self.folder / action.file).write_text(action.code, "utf-8")
        done = subprocess.run(
            shlex.split(action.command),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            raise Unmet("exit status 0", f"exit status {done.returncode}\n{done.stdout}{done.stderr}")
        if action.expected and (mismatch := compare(action.expected, done.stdout)):
            raise Unmet(f"as the page shows: {mismatch.expected}", f"{mismatch.came}\n(all of it:)\n{done.stdout}")
        self.output += done.stdout

    def seen(self) -> str:
        """What the programs of this step printed."""
        return self.output
