"""What the whole suite shares: the guide is collected as tests, and under CI nothing may be skipped unseen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from walkthrough.summary import OUTCOME

if TYPE_CHECKING:
    from collections.abc import Generator

pytest_plugins = ["walkthrough.plugin"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under ``CI=true`` a skipped test has failed; what the guide itself declares as not walked has not."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and OUTCOME not in dict(item.user_properties):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and under CI nothing may be: {report.longrepr}"
    return report
