"""pytest reads the guide.

``docs/billing-alert.rst::put-email[cli]`` and ``[boto3]`` walk a step as the Chinese page has it, ``[cli-en]`` and
``[boto3-en]`` as the English one does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from walkthrough.guide import DOCS, SOURCE_LANGUAGE, read_guide
from walkthrough.items import GuideItem, GuidePage
from walkthrough.ledger import record
from walkthrough.summary import OUTCOME, summarise
from walkthrough.walks import WALKS, Walks

if TYPE_CHECKING:
    from pathlib import Path


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> GuidePage | None:
    """Every page of the guide is a file of tests."""
    if file_path.suffix == ".rst" and file_path.is_relative_to(DOCS):
        return GuidePage.from_parent(parent, path=file_path)
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pages in reading order, before everything else."""
    if any(isinstance(item, GuideItem) for item in items):
        order = [DOCS / f"{name}.rst" for name in read_guide(SOURCE_LANGUAGE).pages]
        items.sort(key=lambda item: order.index(item.path) if item.path in order else len(order))


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the walks of this process; a worker compares its states where its controller says."""
    config.stash[WALKS] = Walks(getattr(config, "workerinput", {}).get("states"))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401
    """Tell a worker of pytest-xdist where states are compared."""
    node.workerinput["states"] = str(node.config.stash[WALKS].states)


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the walks of this process."""
    config.stash[WALKS].end()


def pytest_report_teststatus(report: pytest.CollectReport | pytest.TestReport) -> tuple[str, str, str] | None:
    """What cannot be walked has a name of its own; it is not just 'skipped'."""
    outcome = dict(report.user_properties).get(OUTCOME) if isinstance(report, pytest.TestReport) else None
    if report.skipped and isinstance(outcome, str):
        return outcome, outcome[0], outcome.upper()
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    """Say how much was walked, and name what was not; when everything was walked, record it."""
    found = [each for reports in terminalreporter.stats.values() for each in reports]
    reports = [each for each in found if isinstance(each, pytest.TestReport)]
    if lines := summarise(reports):
        terminalreporter.section("the guide")
        for line in lines:
            terminalreporter.write_line(line)
    if exitstatus == pytest.ExitCode.OK and is_everything(config):
        record(reports)


def is_everything(config: pytest.Config) -> bool:
    """Whether a run leaves nothing out."""
    chosen = [config.option.keyword, config.option.markexpr, config.option.deselect]
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(chosen)
