"""``make bench``: how long building and walking take here, as medians, and against one call of the AWS CLI.

These machines are noisy, so compare ratios of one run, not seconds of two.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rehearsal.cloud import Cloud
from tests import copies
from walkthrough.comparison import Comparison
from walkthrough.guide import read_guide
from walkthrough.programs import PATH
from walkthrough.steps import ROOT, Way
from walkthrough.walk import Walk, actions_of

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 3
COPIES = (1, 10, 100)
"""How many copies of the guide are built, to see whether a page costs the same in a big one."""


def seconds(action: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """The median of some runs of an action, in seconds; what must come before each run is not counted."""
    times = []
    for _ in range(RUNS):
        before()
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def run(*command: str, **environment: str) -> None:
    """Run a program, which must succeed."""
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env={"PATH": PATH, **environment})


def build_site() -> None:
    """Both languages, as ``make html`` does."""
    run("make", "html")


def touch_a_page() -> None:
    """As a writer does between two builds."""
    (ROOT / "docs" / "deploy.rst").touch()


def remove_site() -> None:
    """Build from nothing."""
    shutil.rmtree(ROOT / "build" / "html", ignore_errors=True)
    shutil.rmtree(ROOT / "build" / "doctrees", ignore_errors=True)


def walk(way: Way) -> None:
    """Every step of one way, on a cloud of its own, checked."""
    with tempfile.TemporaryDirectory() as states, Walk(read_guide("zh_CN"), way, Comparison(Path(states))) as one:
        for step in one.guide.steps.values():
            if actions_of(step, way):
                one.reach(step.name)


def build_copies(folder: Path) -> None:
    """The Chinese pages of a guide of copies, from nothing."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    sphinx = [str(ROOT / ".venv/bin/sphinx-build"), "-c", ".", "-n", "-W", "-q", "-b", "html", "-d", "build/doctrees"]
    subprocess.run([*sphinx, "docs", "build/html"], cwd=folder, check=True, capture_output=True)


def grow() -> None:
    """Print what guides of one and more copies cost, and what a page costs in each against the one before.

    Seconds of the processor, which other work on the machine does not lengthen.
    """
    print(f"\n{'copies of the guide':<24}{'pages':>8}{'CPU s':>9}{'a page against the line above':>34}")
    before = None
    for count in COPIES:
        with tempfile.TemporaryDirectory() as folder:
            made = copies.make(Path(folder) / "guide", count)
            pages = len(list(made.glob("docs/**/*.rst")))
            start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            build_copies(made)
            took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - start
        page = took / pages
        print(f"{count:<24}{pages:>8}{took:>9.1f}{f'{page / before:.2f} x' if before else '':>34}", flush=True)
        before = page


def main() -> None:
    """Print one line a measurement."""
    with Cloud.spawn() as cloud:
        environment = cloud.environment()
        call = seconds(lambda: run("aws", "sts", "get-caller-identity", **environment))
    measured = {
        "one call of the AWS CLI": call,
        "make html, from nothing": seconds(build_site, before=remove_site),
        "make html, one page touched": seconds(build_site, before=touch_a_page),
        "reading the guide, one language": seconds(lambda: read_guide.__wrapped__("zh_CN")),
        "the rehearsal cloud, until it answers": seconds(spawn_and_ask),
        "one way walked: cli": seconds(lambda: walk(Way.CLI)),
        "one way walked: boto3": seconds(lambda: walk(Way.BOTO3)),
    }
    print(f"median of {RUNS} runs, Python {sys.version.split()[0]}")
    for what, took in measured.items():
        print(f"{what:<40}{took:8.2f} s{took / call:8.1f} x one CLI call")
    grow()


def spawn_and_ask() -> None:
    """Start a cloud in a process of its own and ask it one question."""
    with Cloud.spawn() as cloud:
        cloud.client("sts").get_caller_identity()


if __name__ == "__main__":
    main()
