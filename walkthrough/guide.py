"""Read the guide, in one of its languages, as Sphinx reads it: pages, steps, and what Sphinx had to complain about."""

from __future__ import annotations

import io
import re
import tempfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from walkthrough.steps import ROOT, Step, steps_of

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes

SOURCE_LANGUAGE = "zh_CN"
LANGUAGES = (SOURCE_LANGUAGE, "en")
DOCS = ROOT / "docs"
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Page:
    """A page of the guide in one language.

    :ivar complaints: what Sphinx said about it, a line each, with file and line number
    """

    name: str
    folder: Path
    doctree: nodes.document
    steps: tuple[Step, ...]
    complaints: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The source of the page."""
        return self.folder / f"{self.name}.rst"


@dataclass(frozen=True)
class Guide:
    """The guide in one language, its pages in reading order."""

    language: str
    pages: dict[str, Page]

    @property
    def steps(self) -> dict[str, Step]:
        """All steps by id, in reading order."""
        return {step.name: step for page in self.pages.values() for step in page.steps}


@cache
def read_guide(language: str, source: Path = DOCS) -> Guide:
    """Read all pages; once a process.

    :param language: ``zh_CN`` or ``en``
    :param source: the folder of the pages
    """
    complaints = io.StringIO()
    with tempfile.TemporaryDirectory() as out, patch_docutils(str(ROOT)), docutils_namespace():
        app = Sphinx(
            source,
            ROOT,
            out,
            f"{out}/doctrees",
            "dummy",
            confoverrides={"language": language, "nitpicky": True},
            status=None,
            warning=complaints,
        )
        app.build()
        doctrees = {name: app.env.get_doctree(name) for name in app.env.found_docs}
    said = [ESCAPES.sub("", line).removeprefix(f"{ROOT}/") for line in complaints.getvalue().splitlines()]
    pages = {}
    for name in reading_order(doctrees, app.config.root_doc):
        own = tuple(line for line in said if f"/{name}.rst:" in line or f"/{name}.po:" in line)
        own = tuple(line for line in own if "image file not readable" not in line)  # a picture is taken on the walk
        pages[name] = Page(name, source, doctrees[name], tuple(steps_of(name, doctrees[name])), own)
    return Guide(language, pages)


def reading_order(doctrees: dict[str, nodes.document], root: str) -> list[str]:
    """The pages as a reader turns them: the root, then what its tables of contents list, depth first."""
    order = [root]
    for contents in doctrees[root].findall(addnodes.toctree):
        for _title, name in contents["entries"]:
            order += [page for page in reading_order(doctrees, name) if page not in order]
    return order
