"""Walk one way of the guide: a fresh cloud, a reader's folder, the steps in order, each checked when it is done."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from rehearsal.cloud import Cloud
from walkthrough.checks import CHECKS, Seen
from walkthrough.expectation import compare
from walkthrough.failure import Blocked, Failed, Unmet
from walkthrough.folder import reader_files
from walkthrough.guide import SOURCE_LANGUAGE
from walkthrough.state import differences, inventory, state
from walkthrough.steps import ROOT, RunScript, Way

if TYPE_CHECKING:
    from types import TracebackType

    from walkthrough.comparison import Comparison
    from walkthrough.guide import Guide
    from walkthrough.steps import Step

# What a reader installed: Python with boto3, the CLI (in an environment of its own), the system's shell.
PATH = ":".join([str(ROOT / ".venv/bin"), str(ROOT / ".venv/aws-cli/bin"), "/usr/bin", "/bin"])
PATIENCE = 120
"""Seconds that a program may take before the walk gives up on it."""


def walk_name(way: Way, language: str) -> str:
    """The name of a walk in ids: ``cli``, ``cli-en``; a console speaks one language or the other, so it always says."""
    return way.value if language == SOURCE_LANGUAGE and way is not Way.CONSOLE else f"{way.value}-{language}"


def walkable(step: Step, way: Way) -> bool:
    """Whether the rehearsal can do this way of a step today: programs, yes; a screen or a terminal, not yet."""
    return not step.unrehearsed and all(isinstance(action, RunScript) for action in step.ways.get(way, [None]))


class Walk:
    """One way, in one language, on a cloud of its own.

    Use it as a context manager; it leaves no process and no file behind.
    """

    def __init__(self, guide: Guide, way: Way, comparison: Comparison) -> None:
        self.guide = guide
        self.way = way
        self.name = walk_name(way, guide.language)
        self.comparison = comparison
        self.outcomes: dict[str, Exception | None] = {}
        self._resources = ExitStack()

    def __enter__(self) -> Walk:
        """Start the cloud and lay out the reader's folder."""
        self.cloud = self._resources.enter_context(Cloud.spawn())
        self.folder = Path(self._resources.enter_context(tempfile.TemporaryDirectory(prefix="walk-")))
        for name, content in reader_files(ROOT, self.guide.language).items():
            (self.folder / name).write_bytes(content)
        self.state = state(self.cloud)
        self.before = inventory(self.cloud)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the cloud and remove the folder."""
        self._resources.close()

    def reach(self, name: str) -> None:
        """Do a step, once, after the steps that it needs.

        :raises Failed: when it fails, also when it failed before
        :raises Blocked: when a step that it needs failed
        """
        if name not in self.outcomes:
            try:
                self.outcomes[name] = None
                self._prepare(self.guide.steps[name])
                self._do(self.guide.steps[name])
            except (Failed, Blocked) as outcome:
                self.outcomes[name] = outcome
        failure = self.outcomes[name]
        if failure is not None:
            raise failure

    def _prepare(self, step: Step) -> None:
        for need in step.needs:
            if walkable(self.guide.steps[need], self.way):
                try:
                    self.reach(need)
                except (Failed, Blocked) as outcome:
                    raise Blocked(f"{step.place}: step '{step.name}' needs '{need}', which failed") from outcome

    def _do(self, step: Step) -> None:
        action, output = None, ""
        try:
            for action in step.ways[self.way]:  # the failure names the last one
                assert isinstance(action, RunScript)
                output += self._run(action)
            CHECKS[step.name](Seen(self.cloud, output))
            before, self.state = self.state, state(self.cloud)
            self.comparison.hold(step.name, self.name, before, self.state)
        except Unmet as unmet:
            self.state = state(self.cloud)  # what a failed step did is no change of the next one
            place = action.place if action else step.place
            raise Failed(place, step.name, self.name, str(action), unmet.expected, unmet.came) from None

    def _run(self, action: RunScript) -> str:
        """Run a program as the page shows it, and hold its output against the page."""
        (self.folder / action.file).write_text(action.code, "utf-8")
        done = subprocess.run(
            shlex.split(action.command),
            cwd=self.folder,
            env=self.cloud.environment() | {"PATH": PATH, "HOME": str(self.folder), "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            raise Unmet("exit status 0", f"exit status {done.returncode}\n{done.stdout}{done.stderr}")
        if action.expected and (mismatch := compare(action.expected, done.stdout)):
            raise Unmet(f"as the page shows: {mismatch.expected}", f"{mismatch.came}\n(all of it:)\n{done.stdout}")
        return done.stdout

    def left_over(self) -> list[str]:
        """What there is now and was not there before the first step, or the reverse."""
        return differences(self.before, inventory(self.cloud))
