"""Small sites of some pages and extensions, for what the whole guide cannot show: bad input, other states."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from pathlib import Path

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
TITLE = ".. _{name}:\n\n{name}\n{line}\n\n"


@dataclass(frozen=True)
class Small:
    """A small site, and what Sphinx complained about."""

    out: Path
    complaints: str

    def text(self, page: str) -> str:
        """The words of a page, without markup."""
        body = self.html(page)
        return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", body)).strip()

    def html(self, page: str) -> str:
        """What stands on a page."""
        text = (self.out / f"{page}.html").read_text("utf-8")
        return text[text.index('role="main"') : text.index('class="sphinxsidebar"')]


def build(folder: Path, pages: dict[str, str], extensions: list[str], language: str, **settings: str) -> Small:
    """Build pages, given by name and by what stands below their title, with extensions of the guide alone."""
    source = folder / "docs"
    source.mkdir()
    for name, text in pages.items():
        (source / f"{name}.rst").write_text(TITLE.format(name=name, line="=" * len(name)) + text, "utf-8")
    complaints = io.StringIO()
    overrides = {"extensions": extensions, "language": language, "html_theme": "alabaster", "root_doc": "index"}
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            source,
            None,
            folder / "html",
            folder / "doctrees",
            "html",
            confoverrides={**overrides, "guide_root": str(ROOT), **settings},
            status=None,
            warning=complaints,
        )
        app.build()
    return Small(folder / "html", ESCAPES.sub("", complaints.getvalue()))
