"""What the ledger records of a run."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from walkthrough.ledger import record
from walkthrough.summary import OUTCOME, UNREHEARSED, WALKED

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Report:
    """As much of one of pytest's reports as counts."""

    nodeid: str
    user_properties: list[tuple[str, Any]]
    when: str = field(default="call")


def test_ledger_counts_ways_and_names_what_was_not_walked(tmp_path: Path) -> None:
    reports = [
        Report("docs/a.rst::put-email[cli]", [(OUTCOME, WALKED), ("actions", 2)]),
        Report("docs/a.rst::put-email[boto3]", [(OUTCOME, WALKED), ("actions", 3)]),
        Report("docs/b.rst::see-gpu[terminal]", [(OUTCOME, UNREHEARSED), ("actions", 1), ("reason", "需要 GPU。")]),
        Report("docs/a.rst::can-be-walked", []),
    ]
    record(reports, tmp_path / "build" / "ledger.json")
    kept = json.loads((tmp_path / "build" / "ledger.json").read_text("utf-8"))
    assert kept["walked"] == {"steps": 1, "ways": 2, "actions": 5}
    assert kept["unrehearsed"] == [{"step": "see-gpu", "reason": "需要 GPU。"}]
