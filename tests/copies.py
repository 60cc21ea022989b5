"""A guide of many pages: the guide several times over, each copy with labels and steps of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OF_DOCS = (
    "docs/TERMINOLOGY",
    "docs/_ext",
    "docs/_static",
    "docs/_templates",
    "docs/cards",
    "docs/facts.toml",
    "docs/redirects.txt",
)
SHARED = ("cloudformation", "conf.py", *OF_DOCS, "docutils.conf", "rehearsal", "scripts", "walkthrough")
FRONT = """\
.. meta::
   :description: Copies of the guide, to measure with.

.. _front:

Copies
======

.. toctree::
   :hidden:

"""
# Where a name stands that may be there once: a label, a link to one, a step, the one that it is instead of.
NAMES = re.compile(
    r"(?P<label>^\.\. _)|(?P<ref>:ref:`(?:[^`<]*<)?)|(?P<step>^\.\. step:: )|(?P<other>^\s+:instead-of: )", re.MULTILINE
)
NEEDS = re.compile(r"^(\s+:needs: )([a-z0-9 -]+)$", re.MULTILINE)
"""The steps that a step needs, by their ids; what a page needs is a sentence."""


def renamed(text: str, copy: str) -> str:
    """A page or a catalogue with the name of the copy before each name in it."""
    text = NAMES.sub(lambda found: f"{found[0]}{copy}-", text)
    return NEEDS.sub(lambda found: found[1] + " ".join(f"{copy}-{name}" for name in found[2].split()), text)


def make(folder: Path, count: int) -> Path:
    """Write the copies, with what Sphinx needs beside them, and give the folder in which to run it."""
    (folder / "docs").mkdir(parents=True)
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    names = [f"c{number:03}" for number in range(count)]
    entries = "".join(f"   {name}/index\n" for name in names)
    (folder / "docs" / "index.rst").write_text(FRONT + entries, "utf-8")
    for name in names:
        copy(ROOT / "docs", folder / "docs" / name, name, "*.rst")
        for catalogues in (ROOT / "docs" / "locale").glob("*/LC_MESSAGES"):
            target = folder / "docs" / catalogues.relative_to(ROOT / "docs") / name
            copy(catalogues, target, name, "*.po")
    return folder


def copy(source: Path, target: Path, name: str, pattern: str) -> None:
    """Copy the texts of a folder, renamed."""
    target.mkdir(parents=True)
    for path in source.glob(pattern):
        (target / path.name).write_text(renamed(path.read_text("utf-8"), name), "utf-8")
