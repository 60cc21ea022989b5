"""The labels that the screens have, in both languages: the catalogue of the rehearsal console.

A label of the guide must be in it, and the English page must use the English of the same entry.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).resolve().parents[1] / "rehearsal" / "console" / "labels.json"


@dataclass(frozen=True)
class Label:
    """One text of a screen.

    :ivar key: ``cfn.create-stack``
    :ivar text: as the screen shows it, by language
    :ivar seen: where it was seen, or ""
    :ivar doubtful: whether nobody has seen it in the real console
    """

    key: str
    text: dict[str, str]
    seen: str
    doubtful: bool


@cache
def catalogue() -> tuple[Label, ...]:
    """All labels, in the order of the file."""
    entries = json.loads(CATALOGUE.read_text("utf-8"))
    return tuple(
        Label(key, {"zh_CN": it["zh_CN"], "en": it["en"]}, it["seen"], not it["verified"])
        for key, it in entries.items()
    )


def keys(text: str, language: str) -> set[str]:
    """The labels that a screen in this language shows as ``text``; the same word may stand in several places."""
    return {label.key for label in catalogue() if label.text[language] == text}


def nearest(text: str, language: str) -> list[str]:
    """Up to three labels that look like ``text``, nearest first."""
    return difflib.get_close_matches(text, [label.text[language] for label in catalogue()], cutoff=0.3)


def elsewhere(text: str, language: str) -> tuple[str, str] | None:
    """What a label is in the other language, with that language's tag; ``None`` where it is the same, or no label."""
    other, tag = ("en", "en") if language == "zh_CN" else ("zh_CN", "zh-CN")
    called = {label.text[other] for label in catalogue() if label.text.get(language) == text} - {text}
    return (tag, called.pop()) if len(called) == 1 else None
