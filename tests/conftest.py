"""A rehearsal cloud for every test that asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rehearsal.cloud import Cloud, rehearse

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def running_cloud() -> Iterator[Cloud]:
    with rehearse() as cloud:
        yield cloud


@pytest.fixture
def cloud(running_cloud: Cloud) -> Cloud:
    """Have a cloud in which nobody has done anything yet."""
    running_cloud.reset()
    return running_cloud
