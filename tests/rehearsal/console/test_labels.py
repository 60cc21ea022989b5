"""The catalogue of texts: every screen takes its texts from it, and nothing in it is left over."""

from __future__ import annotations

import re

from tests.rehearsal.console.at import LABELS, ROOT

WEB = ROOT / "rehearsal/console/web/src"
SOURCES = sorted([*WEB.rglob("*.ts"), *WEB.rglob("*.tsx")])
KEY = re.compile(r'"([a-z0-9]+\.[a-z0-9-]+)"')
OF_OTHERS = ("jupyter.", "quota.g")
"""Labels that come from elsewhere: Jupyter runs on the instance, and AWS itself names its quotas."""
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
PROSE = re.compile(r">\s*[A-Za-z][^<>{}=]*</|(?:title|label|text|header|placeholder)=\"[A-Z]")


def used() -> set[str]:
    return {key for source in SOURCES for key in KEY.findall(source.read_text(encoding="utf-8"))}


def test_every_label_is_used() -> None:
    there = {key for key in LABELS if not key.startswith(OF_OTHERS)}
    assert there - used() == set()


def test_every_label_that_is_used_is_there() -> None:
    areas = {key.partition(".")[0] for key in LABELS}
    assert {key for key in used() if key.partition(".")[0] in areas} - LABELS.keys() == set()


def test_labels_are_whole() -> None:
    for key, label in LABELS.items():
        assert label.keys() == {"en", "zh_CN", "seen", "verified"}, key
        assert label["en"].strip(), key
        assert label["zh_CN"].strip(), key
        assert blanks(label["en"]) == blanks(label["zh_CN"]), key
        assert bool(label["seen"]) is label["verified"], f"{key}: what is verified says where it was seen"


def blanks(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


def test_no_text_stands_in_a_source() -> None:
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        assert CHINESE.findall(text) == [], source
        assert PROSE.findall(text) == [], source
