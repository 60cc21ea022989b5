"""The folder of a reader: all programs in one language, and the template. The site's archive holds the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from walkthrough.bilingual import in_language

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = "deep-learning.template.yaml"
ARCHIVE = "deep-learning-scripts.zip"
EPOCH = (2026, 1, 1, 0, 0, 0)
"""The date of every file in the archive: the same folder gives the same bytes on any day."""


def programs(root: Path, language: str) -> dict[str, str]:
    """The programs of ``scripts/`` by file name, as a reader of ``language`` gets them."""
    files = sorted(path for path in (root / "scripts").iterdir() if path.suffix in {".sh", ".py"})
    return {path.name: in_language(path.read_text("utf-8"), language) for path in files}


def reader_files(root: Path, language: str) -> dict[str, bytes]:
    """The programs and the template, by file name."""
    files = {name: text.encode() for name, text in programs(root, language).items()}
    return files | {TEMPLATE: (root / "cloudformation" / TEMPLATE).read_bytes()}


def archive(root: Path, language: str) -> bytes:
    """The folder of a reader as one archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in reader_files(root, language).items():
            target.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
