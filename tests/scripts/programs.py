"""The programs of the guide, as they lie in the repository and as a reader has them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from walkthrough.bilingual import in_language

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
TEMPLATE = ROOT / "cloudformation" / "deep-learning.template.yaml"
AWS_CLI = ROOT / ".venv" / "aws-cli" / "bin"

LANGUAGES = ("zh_CN", "en")
WAYS = ("cli", "boto3")
PROGRAMS = sorted(file for file in SCRIPTS.iterdir() if file.suffix in {".sh", ".py"})
STEPS = [file.stem for file in PROGRAMS if file.suffix == ".sh" and file.stem != "china"]


@dataclass(frozen=True)
class Outcome:
    """What a program did.

    :ivar status: its exit status
    :ivar printed: what it wrote to stdout
    :ivar complained: what it wrote to stderr
    """

    status: int
    printed: str
    complained: str


@dataclass(frozen=True)
class Reader:
    """Somebody at a terminal, in a folder with the programs in one language and the template.

    :ivar way: ``cli`` or ``boto3``
    :ivar environment: what is exported at that terminal
    """

    folder: Path
    way: str
    environment: dict[str, str]

    @classmethod
    def settle(cls, folder: Path, way: str, language: str, environment: dict[str, str]) -> Reader:
        """Put the programs and the template into a folder, and sit down there."""
        for file in (*PROGRAMS, TEMPLATE):
            text = file.read_text(encoding="utf-8")
            (folder / file.name).write_text(text if file == TEMPLATE else in_language(text, language), encoding="utf-8")
        terminal = {"PATH": f"{AWS_CLI}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        return cls(folder, way, terminal | environment)

    def command(self, step: str) -> list[str]:
        """Return what the reader types for a step, without its arguments."""
        if self.way == "cli":
            return ["bash", f"{step}.sh"]
        return [sys.executable, f"{step.replace('-', '_')}.py"]

    def run(self, step: str, *arguments: str) -> Outcome:
        """Type it and wait for it."""
        done = subprocess.run(
            [*self.command(step), *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)


def steady(text: str) -> str:
    """Replace what differs from one rehearsal to the next: ids, and addresses that nobody wrote down."""
    text = re.sub(r"\b(i|vol|sg|vpc)-[0-9a-f]{8,}", r"\1-…", text)
    return re.sub(r"\b(?!203\.0\.113\.|192\.168\.|0\.0\.0\.0|127\.|10\.0\.)\d+\.\d+\.\d+\.\d+\b", "<address>", text)
