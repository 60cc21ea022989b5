"""What Lighthouse says of a page on a phone."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from walkthrough.browser import CHROMIUM, QUIET

PROGRAM = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The scores that every page must reach, of 100."""
TRIES = 3
"""Performance is a time, and these machines are noisy: the best of so many runs counts. The others cannot vary."""


@dataclass(frozen=True)
class Report:
    """What one run says.

    :ivar scores: of 100, by the names in :data:`LEAST`
    :ivar shift: cumulative layout shift
    :ivar weight: bytes transferred, pictures included
    :ivar hosts: other hosts that were asked for something
    :ivar faults: what was found, in Lighthouse's words, each with the first place
    """

    scores: dict[str, int]
    shift: float
    weight: int
    hosts: list[str]
    faults: list[str]

    @property
    def good(self) -> bool:
        """Whether the page is as good as it must be."""
        reached = all(self.scores[name] >= least for name, least in LEAST.items())
        return reached and round(self.shift, 3) == 0 and not self.hosts


def look(address: str) -> Report:
    """The best of some runs, which end with the first that is good enough."""
    best = run(address)
    for _ in range(TRIES - 1):
        if best.good:
            break
        best = max(best, run(address), key=lambda report: report.scores["performance"])
    return best


def run(address: str) -> Report:
    """One run of Lighthouse, as a phone on a slow network."""
    flags = ["--headless=new", *QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    command = [str(PROGRAM), address, "--quiet", "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(LEAST)}", f"--chrome-flags={' '.join(flags)}"]
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": str(CHROMIUM)}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed on {address}:\n{done.stderr}")
    return read(json.loads(done.stdout), address)


def read(answer: dict[str, Any], address: str) -> Report:
    """The part of Lighthouse's answer that counts."""
    audits = answer["audits"]
    requests = audits["network-requests"]["details"]["items"]
    return Report(
        scores={name: round((answer["categories"][name]["score"] or 0) * 100) for name in LEAST},
        shift=audits["cumulative-layout-shift"]["numericValue"],
        weight=round(audits["total-byte-weight"]["numericValue"]),
        hosts=sorted({each["url"] for each in requests if not each["url"].startswith((address[:17], "data:"))}),
        faults=list(faults(answer)),
    )


def faults(answer: dict[str, Any]) -> list[str]:
    """The audits that cost a page points, with the first element or file that each names."""
    found = []
    for name in LEAST:
        for part in answer["categories"][name]["auditRefs"]:
            audit = answer["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = audit.get("details", {}).get("items") or [{}]
                where = items[0].get("node", {}).get("snippet") or items[0].get("url") or audit.get("displayValue", "")
                found.append(f"{audit['title']}: {where}")
    return found
