"""Mistakes planted in the guide, the scripts, the template and the translation: the suite catches each, at its line.

A plant is a file: what is changed, what is run, and a part of what the run must say, with the line of a text for
``{line}``. A plant whose old text is no longer there is an error: it would prove nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PLANTS = sorted((Path(__file__).parent / "plants").glob("*.yaml"))


@dataclass(frozen=True)
class Garden:
    """A copy of this project in which mistakes may be planted."""

    root: Path

    def plant(self, file: str, old: str, new: str) -> None:
        """Put a mistake into a file."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) >= 1, f"'{old}' is no longer in {file}: the plant must follow"
        path.write_text(text.replace(old, new, 1), "utf-8")

    def line(self, file: str, text: str) -> int:
        """The first line of a file that holds a text, counted from 1."""
        lines = (self.root / file).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if text in line)

    def run(self, tests: str) -> str:
        """Run tests on the copy; what they say."""
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        assert done.returncode, f"{tests} passed in spite of the mistake:\n{done.stdout}"
        return done.stdout


@pytest.fixture
def garden(tmp_path: Path) -> Iterator[Garden]:
    """A fresh copy, with the environments and the built console of this one."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "console").symlink_to(ROOT / "build" / "console")
    yield Garden(tmp_path)
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.stem)
def test_mistake_is_caught(plant: Path, garden: Garden) -> None:
    wanted = yaml.safe_load(plant.read_text("utf-8"))
    garden.plant(**wanted["change"])

    said = garden.run(wanted["run"])

    assert wanted["says"].replace("{line}", str(garden.line(**wanted["at"]))).rstrip() in said
