"""The ledger: the record of the last walk of the whole guide, which its front page shows.

Only a run that leaves nothing out and finds no fault is recorded; whatever came before stays until then.
"""

from __future__ import annotations

import datetime
import json
import subprocess
from typing import TYPE_CHECKING, Any

from walkthrough.steps import ROOT
from walkthrough.summary import UNREHEARSED, WALKED, entries_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LEDGER = ROOT / "build" / "ledger.json"


def record(reports: Iterable[Any], path: Path = LEDGER) -> None:
    """Keep what a run of everything walked, and what it could not.

    :param reports: pytest's reports, as :func:`walkthrough.summary.summarise` takes them
    """
    found = entries_of(reports)
    walked = found.get(WALKED, [])
    ledger = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "commit": commit(),
        "walked": {
            "steps": len({name.partition("[")[0] for name, _ in walked}),
            "ways": len(walked),
            "actions": sum(properties.get("actions", 0) for _, properties in walked),
        },
        "unrehearsed": [
            {"step": name.partition("[")[0], "reason": properties["reason"]}
            for name, properties in sorted(found.get(UNREHEARSED, []), key=lambda entry: entry[0])
        ],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(ledger, ensure_ascii=False, indent=1) + "\n", "utf-8")


def commit() -> str:
    """The commit that was walked, or "" where this is no repository."""
    asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else ""
