"""The site, built once a run as `make html` builds it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = {"zh_CN": "", "en": "en"}


@dataclass(frozen=True)
class Site:
    """A built site; ``folder`` holds the Chinese pages, ``folder/en`` the English ones."""

    folder: Path

    def pages(self, language: str) -> list[Path]:
        """The pages of a language."""
        return sorted((self.folder / FOLDERS[language]).glob("*.html"))

    def read(self, language: str, name: str) -> str:
        """A file of a language."""
        return (self.folder / FOLDERS[language] / name).read_text("utf-8")


def sphinx(builder: str, language: str, out: Path, doctrees: Path, *settings: str, source: Path | str = "docs") -> None:
    """Run sphinx-build as the Makefile does, with some ``name=value`` of conf.py set, and fail with what it said."""
    command = [sys.executable, "-m", "sphinx", "-c", ".", "-n", "-W", "--keep-going", "-q", "-b", builder]
    command += ["-d", str(doctrees), *(f"-D{setting}" for setting in (f"language={language}", *settings))]
    command += [str(source), str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(
            f"sphinx-build -b {builder} -D language={language} failed:\n{done.stdout}{done.stderr}", pytrace=False
        )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Both languages, from nothing."""
    folder = tmp_path_factory.mktemp("site")
    for language, sub in FOLDERS.items():
        sphinx("html", language, folder / "html" / sub, folder / "doctrees" / language)
    return Site(folder / "html")


@pytest.fixture(scope="session")
def gettext(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sentences of the guide, as translators get them: a folder of .pot files."""
    folder = tmp_path_factory.mktemp("gettext")
    sphinx("gettext", "zh_CN", folder / "pot", folder / "doctrees")
    return folder / "pot"
