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
UNLISTED = ("404.html", "search.html")
"""Pages that tell search engines not to list them; for these that is no fault, and their SEO has no score."""
TRIES = 3
"""Performance is a time, and these machines are noisy: the best of so many runs counts. The others cannot vary."""


@dataclass(frozen=True)
class Report:
    """What one run says.

    :ivar scores: of 100, by the names in :data:`LEAST` that the page is measured by
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
        reached = all(score >= LEAST[name] for name, score in self.scores.items())
        return reached and round(self.shift, 3) == 0 and not self.hosts


def look(address: str) -> Report:
    """The best of some runs, which end with the first that is good enough.

    :raises RuntimeError: when no run gave an answer
    """
    best: Report | None = None
    problem = ""
    for _ in range(TRIES):
        done = run(address)
        if done.returncode:  # a browser that does not start in time, on a busy machine
            problem = "\n".join(done.stderr.splitlines()[-5:])
            continue
        report = read(json.loads(done.stdout), address)
        if best is None or report.scores["performance"] > best.scores["performance"]:
            best = report
        if report.good:
            break
    if best is None:
        raise RuntimeError(f"Lighthouse failed {TRIES} times on {address}:\n{problem}")
    return best


def measures(address: str) -> list[str]:
    """The names in :data:`LEAST` that a page is measured by."""
    return [name for name in LEAST if name != "seo" or not address.endswith(UNLISTED)]


def run(address: str) -> subprocess.CompletedProcess[str]:
    """One run of Lighthouse, as a phone on a slow network."""
    flags = ["--headless=new", *QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    command = [str(PROGRAM), address, "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(measures(address))}", f"--chrome-flags={' '.join(flags)}"]
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def read(answer: dict[str, Any], address: str) -> Report:
    """The part of Lighthouse's answer that counts."""
    audits = answer["audits"]
    requests = audits["network-requests"]["details"]["items"]
    return Report(
        scores={name: round((part["score"] or 0) * 100) for name, part in answer["categories"].items()},
        shift=audits["cumulative-layout-shift"]["numericValue"],
        weight=round(audits["total-byte-weight"]["numericValue"]),
        hosts=sorted({each["url"] for each in requests if not each["url"].startswith((address[:17], "data:"))}),
        faults=list(faults(answer)),
    )


def faults(answer: dict[str, Any]) -> list[str]:
    """The audits that cost a page points, with the first element or file that each names."""
    found = []
    for category in answer["categories"].values():
        for part in category["auditRefs"]:
            audit = answer["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = audit.get("details", {}).get("items") or [{}]
                where = items[0].get("node", {}).get("snippet") or items[0].get("url") or audit.get("displayValue", "")
                found.append(f"{audit['title']}: {where}")
    return found
