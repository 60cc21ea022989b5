"""The folder of a reader: all programs in one language, and the template. The site's archive holds the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from walkthrough.bilingual import in_language

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = "deep-learning.template.yaml"


def programs(root: Path, language: str) -> dict[str, str]:
    """The programs of ``scripts/`` by file name, as a reader of ``language`` gets them."""
    files = sorted(path for path in (root / "scripts").iterdir() if path.suffix in {".sh", ".py"})
    return {path.name: in_language(path.read_text("utf-8"), language) for path in files}


def reader_files(root: Path, language: str) -> dict[str, bytes]:
    """The programs and the template, by file name."""
    files = {name: text.encode() for name, text in programs(root, language).items()}
    return files | {TEMPLATE: (root / "cloudformation" / TEMPLATE).read_bytes()}
