"""The guide's check of the GPU says the right thing where there is one and where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from walkthrough.steps import ROOT

COMPUTERS = Path(__file__).parent / "gpu"


def check(computer: str) -> subprocess.CompletedProcess[str]:
    """Run ``make gpu-check`` where PyTorch and ``nvidia-smi`` are those of a computer."""
    path = f"{COMPUTERS / computer}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(COMPUTERS / computer)}
    command = [sys.executable, "-m", "walkthrough.gpu"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_with_a_gpu() -> None:
    done = check("with-a-gpu")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "True NVIDIA A10G" in done.stdout


def test_without_a_gpu() -> None:
    done = check("without-a-gpu")
    assert done.returncode == 1
    assert "Found no NVIDIA driver" in done.stdout
    assert "The page shows: True NVIDIA …" in done.stdout
