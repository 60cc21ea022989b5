"""The state of the last walk: what the ledger says, and nothing where there is no ledger."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.small import Small, build
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Site

HEAD = subprocess.run(
    ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
).stdout.strip()
LEDGER: dict[str, Any] = {
    "date": "2026-11-24",
    "commit": HEAD or "0123456789abcdef",
    "walked": {"steps": 40, "ways": 160, "actions": 400},
    "unrehearsed": [
        {"step": "see-gpu", "reason": "需要 GPU。"},
        {"step": "gone-step", "reason": "a reason of its own"},
    ],
}
PAGES = {
    "index": ".. last-walk::\n\n.. toctree::\n\n   gpu\n",
    "gpu": ".. step:: see-gpu\n   :unrehearsed: 需要 GPU。\n\n   .. terminal:: instance\n\n      $ nvidia-smi\n",
}


def site_with(ledger: str | None, folder: Path, language: str = "zh_CN") -> Small:
    """A small site, beside a ledger of this text."""
    path = folder / "ledger.json"
    if ledger is not None:
        path.write_text(ledger, "utf-8")
    return build(folder, PAGES, ["last_walk", "walkthrough.directives"], language, guide_ledger=str(path))


@pytest.mark.parametrize(
    ("language", "date", "why"),
    [
        ("zh_CN", "2026-11-24，测试照着这份指南走过 40 个步骤", "："),
        ("en", "On 2026-11-24, tests walked 40 steps", ": "),
    ],
)
def test_record_is_shown(tmp_path: Path, language: str, date: str, why: str) -> None:
    small = site_with(json.dumps(LEDGER), tmp_path, language)
    text = small.text("index")

    assert small.complaints == ""
    assert date in text
    assert "160" in text
    assert "400" in text
    assert str(LEDGER["commit"])[:7] in text
    assert f"gpu{why}需要 GPU。" in text
    assert 'href="gpu.html#step-see-gpu"' in small.html("index")
    assert 'id="step-see-gpu"' in small.html("gpu")
    assert f"gone-step{why}a reason of its own" in text


def test_step_with_several_ways_is_named_once(tmp_path: Path) -> None:
    twice = {**LEDGER, "unrehearsed": LEDGER["unrehearsed"][:1] * 2}

    assert site_with(json.dumps(twice), tmp_path).text("index").count("需要 GPU。") == 1


def test_walk_outside_of_a_repository_has_no_version(tmp_path: Path) -> None:
    assert "版本" not in site_with(json.dumps({**LEDGER, "commit": ""}), tmp_path).text("index")


@pytest.mark.parametrize(
    ("language", "said"), [("zh_CN", "没有走查记录"), ("en", "This build has no record of a walk")]
)
def test_no_record_is_said(tmp_path: Path, language: str, said: str) -> None:
    small = site_with(None, tmp_path, language)
    text = small.text("index")

    assert small.complaints == ""
    assert said in text
    assert "make test" in text
    assert "2026" not in text


BROKEN = {
    "not JSON": "{",
    "no date": json.dumps({name: value for name, value in LEDGER.items() if name != "date"}),
    "a date that is none": json.dumps({**LEDGER, "date": "yesterday"}),
    "no actions": json.dumps({**LEDGER, "walked": {"steps": 40, "ways": 160}}),
    "a list": "[]",
    "a step without a reason": json.dumps({**LEDGER, "unrehearsed": [{"step": "check-gpu"}]}),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_broken_record_is_no_record_and_an_error(tmp_path: Path, text: str) -> None:
    """With -W, which ``make html`` uses, the complaint fails the build."""
    small = site_with(text, tmp_path)

    assert "index.rst:6: WARNING:" in small.complaints
    assert "ledger.json" in small.complaints
    assert "Delete it, or run 'make test'" in small.complaints
    assert "没有走查记录" in small.text("index")


def test_page_says_that_it_changed_since(tmp_path: Path) -> None:
    """A walk says nothing about pages that were changed after it."""
    first = subprocess.run(
        ["git", "rev-list", "--max-parents=0", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    if not first:
        pytest.skip("there is no history here")
    small = site_with(json.dumps({**LEDGER, "commit": first[0]}), tmp_path)

    assert "，页面此后有改动。" in small.text("index")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_front_page_shows_the_ledger_of_this_build(site: Site, language: str) -> None:
    page = site.read(language, "index.html")

    expected = "recorded" if (ROOT / "build" / "ledger.json").is_file() else "unrecorded"
    assert f'class="{expected} last-walk docutils container"' in page or f"last-walk {expected}" in page
