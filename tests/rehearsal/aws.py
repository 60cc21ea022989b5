"""Running the real AWS CLI against a cloud."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearsal.cloud.cloud import ROOT

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud

CLI = ROOT / ".venv/aws-cli/bin/aws"
HERE = ROOT / "tests/rehearsal"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str
    seconds: float


def aws(cloud: Cloud, *words: str, **variables: str) -> Ran:
    """Run ``aws`` with some words, in the folder of these tests."""
    begun = time.monotonic()
    environment = os.environ | cloud.environment() | {"AWS_DEFAULT_OUTPUT": "text"} | variables
    done = subprocess.run([CLI, *words], cwd=HERE, env=environment, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout.strip(), done.stderr.strip(), time.monotonic() - begun)
