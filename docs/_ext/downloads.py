"""What readers download: the template at a stable address; the scripts in the page's language, alone and as an archive.

``.. template-file::`` shows the link, the size and the SHA-256 of the template; ``.. scripts-file::`` those of the
archive. The walk starts from the same :func:`walkthrough.folder.reader_files`, so a reader's copy and the tested copy
are the same bytes.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from walkthrough.folder import ARCHIVE, TEMPLATE, archive, programs, reader_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Offer(SphinxDirective):
    """A link to a file, its size and its SHA-256."""

    name_of_file: str

    def content_of_file(self) -> bytes:
        """What the reader gets."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """A paragraph with the link, and one with the checksum."""
        content = self.content_of_file()
        link = nodes.reference("", self.name_of_file, refuri=self.name_of_file, classes=["download"])
        size = nodes.inline(text=f" {len(content) / 1024:.0f} KB", classes=["aside"])
        checksum = nodes.paragraph("", "SHA-256: ", nodes.literal(text=hashlib.sha256(content).hexdigest()))
        offer = nodes.container("", nodes.paragraph("", "", link, size), checksum, classes=["offer"])
        return [offer]


class TemplateFile(Offer):
    """``.. template-file::``."""

    name_of_file = TEMPLATE

    def content_of_file(self) -> bytes:
        """The template."""
        path = Path(self.config.guide_root) / "cloudformation" / TEMPLATE
        self.env.note_dependency(str(path))
        return path.read_bytes()


class ScriptsFile(Offer):
    """``.. scripts-file::``."""

    name_of_file = ARCHIVE

    def content_of_file(self) -> bytes:
        """The archive; the page is read again when a script changes."""
        root = Path(self.config.guide_root)
        for path in [*(root / "scripts").iterdir(), root / "cloudformation" / TEMPLATE]:
            self.env.note_dependency(str(path))
        return archive(root, self.config.language)


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Put the files beside the pages that link to them."""
    if failure or app.builder.name != "html":
        return
    root, out, language = Path(app.confdir), Path(app.outdir), app.config.language
    (out / ARCHIVE).write_bytes(archive(root, language))
    (out / TEMPLATE).write_bytes(reader_files(root, language)[TEMPLATE])
    (out / "scripts").mkdir(exist_ok=True)
    for name, text in programs(root, language).items():
        (out / "scripts" / name).write_text(text, "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives, and the copy at the end of a build."""
    app.add_directive("template-file", TemplateFile)
    app.add_directive("scripts-file", ScriptsFile)
    app.connect("build-finished", publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
