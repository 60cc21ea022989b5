"""pytest reads the guide: a page is a file, a way of a step is an item, and its id is a place in the guide.

``docs/billing-alert.rst::put-email[cli]`` and ``[boto3]`` walk the step as the Chinese page has it, ``[cli-en]`` and
``[boto3-en]`` as the English one has it. All items of one walk run in one process, in reading order.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from walkthrough.checks import CHECKS
from walkthrough.comparison import Comparison
from walkthrough.failure import Blocked, Failed
from walkthrough.guide import DOCS, LANGUAGES, SOURCE_LANGUAGE, read_guide
from walkthrough.parity import differences
from walkthrough.steps import Step, Way
from walkthrough.summary import BLOCKED, NOT_YET_WALKED, OUTCOME, UNREHEARSED, WALKED, summarise
from walkthrough.walk import Walk, walkable
from walkthrough.wellformed import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from walkthrough.guide import Page

PROGRAMS = (Way.CLI, Way.BOTO3)
STATES = pytest.StashKey[Path]()
RESOURCES = pytest.StashKey[ExitStack]()
WALKS = pytest.StashKey[dict[str, Walk]]()


def walk_name(way: Way, language: str) -> str:
    """The name of a walk as ids show it."""
    if way is Way.CONSOLE:
        return f"{way.value}-{language}"
    return way.value if language == SOURCE_LANGUAGE else f"{way.value}-{language}"


class GuidePage(pytest.File):
    """A page of the guide."""

    def collect(self) -> Iterator[pytest.Item]:
        """What is checked of it: its form, its translation, every way of every step, and that all of it can be undone."""
        name = self.path.relative_to(DOCS).with_suffix("").as_posix()
        pages = {language: read_guide(language).pages[name] for language in LANGUAGES}
        yield PageItem.from_parent(self, name="can-be-walked", page=pages[SOURCE_LANGUAGE], check=form_of)
        yield PageItem.from_parent(self, name="same-in-english", page=pages["en"], check=translation_of)
        for step in pages[SOURCE_LANGUAGE].steps:
            for way in step.ways:
                yield from self.ways_of(step, way)
        if pages[SOURCE_LANGUAGE].steps and name == list(read_guide(SOURCE_LANGUAGE).steps.values())[-1].page:
            for language in LANGUAGES:
                for way in PROGRAMS:
                    yield EmptyItem.from_parent(self, name=f"as-empty-as-before[{walk_name(way, language)}]", way=way, language=language)

    def ways_of(self, step: Step, way: Way) -> Iterator[pytest.Item]:
        """A way of a step: in each language where the rehearsal can walk it, else once, to be counted."""
        if walkable(step, way):
            for language in LANGUAGES:
                yield StepItem.from_parent(self, name=f"{step.name}[{walk_name(way, language)}]", step=step, way=way, language=language)
        else:
            languages = LANGUAGES if way is Way.CONSOLE else LANGUAGES[:1]
            for language in languages:
                yield WaitingItem.from_parent(self, name=f"{step.name}[{walk_name(way, language)}]", step=step, way=way)


class GuideItem(pytest.Item):
    """Something checked at a place in the guide."""

    line = 1

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place, for reports; lines count from 0 here."""
        return self.path, self.line - 1, self.name

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002
        """The failure's own words, which begin with the place; anything else is a mistake of ours, shown with its trace."""
        if isinstance(excinfo.value, Failed | AssertionError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))


class PageItem(GuideItem):
    """One property of a whole page."""

    def __init__(self, *, page: Page, check: object, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.page, self.check = page, check

    def runtest(self) -> None:
        """Every problem at once, a line each."""
        found = list(self.check(self.page))  # type: ignore[operator]
        if found:
            raise AssertionError("\n".join(found))


def form_of(page: Page) -> Iterator[str]:
    """Problems of a page itself, and steps that nothing checks."""
    yield from problems(page, read_guide(SOURCE_LANGUAGE))
    for step in page.steps:
        if step.name not in CHECKS and any(walkable(step, way) for way in step.ways):
            yield (
                f"{step.place}: step '{step.name}' has no check, so nobody knows whether it works. "
                f"Write 'def {step.name.replace('-', '_')}(seen)' in walkthrough/checks.py."
            )


def translation_of(page: Page) -> Iterator[str]:
    """Problems of a translated page, and where it tells its reader to do something else."""
    yield from problems(page, read_guide("en"))
    yield from differences(read_guide(SOURCE_LANGUAGE).pages[page.name], page, "en")


class WalkItem(GuideItem):
    """Something that needs a walk; all items of one walk run in one process."""

    def __init__(self, *, way: Way, language: str, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.way, self.language = way, language
        self.add_marker(pytest.mark.xdist_group(walk_name(way, language)))

    @property
    def walk(self) -> Walk:
        """The walk, begun when its first item runs."""
        walks = self.config.stash[WALKS]
        name = walk_name(self.way, self.language)
        if name not in walks:
            comparison = Comparison(self.config.stash[STATES])
            walk = Walk(read_guide(self.language), self.way, comparison)
            walks[name] = self.config.stash[RESOURCES].enter_context(walk)
        return walks[name]


class StepItem(WalkItem):
    """One way of a step."""

    def __init__(self, *, step: Step, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.step, self.line = step, step.place.line

    def runtest(self) -> None:
        """Walk it, after what it needs."""
        try:
            self.walk.reach(self.step.name)
        except Blocked as blocked:
            self.user_properties.append((OUTCOME, BLOCKED))
            pytest.skip(str(blocked))
        self.user_properties.append((OUTCOME, WALKED))
        self.user_properties.append(("actions", len(self.step.ways[self.way])))


class EmptyItem(WalkItem):
    """After the last step there is as little in the cloud as before the first."""

    def runtest(self) -> None:
        """Walk what is left to walk, then look."""
        guide = read_guide(self.language)
        last = list(guide.steps.values())[-1]
        for step in guide.steps.values():
            if walkable(step, self.way):
                try:
                    self.walk.reach(step.name)
                except (Failed, Blocked) as failure:
                    self.user_properties.append((OUTCOME, BLOCKED))
                    pytest.skip(f"{step.place}: step '{step.name}' failed: {type(failure).__name__}")
        if left := self.walk.left_over():
            raise AssertionError(
                f"{last.place}: after the last step [{self.walk.name}] something is left "
                "(before the first step / now):\n  " + "\n  ".join(left)
            )


class WaitingItem(GuideItem):
    """A way of a step that cannot be walked here: counted by name, never silently green."""

    def __init__(self, *, step: Step, way: Way, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.step, self.way, self.line = step, way, step.place.line

    def runtest(self) -> None:
        """Say why."""
        actions = self.step.ways[self.way]
        reason = self.step.unrehearsed
        self.user_properties.append((OUTCOME, UNREHEARSED if reason else NOT_YET_WALKED))
        self.user_properties.append(("actions", len(actions)))
        self.user_properties.append(("reason", reason))
        pytest.skip(reason or f"{self.step.place}: the rehearsal has no {self.way.value} yet")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> GuidePage | None:
    """Every page of the guide is a file of tests."""
    if file_path.suffix == ".rst" and file_path.is_relative_to(DOCS):
        return GuidePage.from_parent(parent, path=file_path)
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pages in reading order, before everything else."""
    order = list(read_guide(SOURCE_LANGUAGE).pages) if any(isinstance(item, GuideItem) for item in items) else []
    places = {DOCS / f"{name}.rst": number for number, name in enumerate(order)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the folder in which walks compare their states; workers share their controller's."""
    config.stash[WALKS], config.stash[RESOURCES] = {}, ExitStack()
    given = getattr(config, "workerinput", {}).get("walk_states")
    config.stash[STATES] = Path(given or tempfile.mkdtemp(prefix="walk-states-"))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Tell each worker where that folder is."""
    node.workerinput["walk_states"] = str(node.config.stash[STATES])  # type: ignore[attr-defined]


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the walks of this process; the controller removes the folder."""
    config.stash[RESOURCES].close()
    if not hasattr(config, "workerinput"):
        shutil.rmtree(config.stash[STATES], ignore_errors=True)


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """What cannot be walked has names of its own, not 'skipped'."""
    outcome = dict(report.user_properties).get(OUTCOME)
    if report.skipped and outcome:
        return str(outcome), outcome[0], str(outcome).upper()
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was walked, and name what was not."""
    reports = [report for found in terminalreporter.stats.values() for report in found if hasattr(report, "user_properties")]
    lines = summarise(reports)
    if lines:
        terminalreporter.section("the guide")
        for line in lines:
            terminalreporter.write_line(line)
