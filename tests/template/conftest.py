"""The account on which the template is deployed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rehearsal.cloud import Cloud, rehearse
from tests.template.stacks import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def cloud() -> Iterator[Cloud]:
    with rehearse() as cloud:
        yield cloud


@pytest.fixture
def account(cloud: Cloud) -> Cloud:
    """Have an account whose owner has done all that comes before the stack: raised a quota, written down an address."""
    cloud.reset()
    cloud.approve_quotas()
    cloud.client("ssm").put_parameter(Name="email", Value=ADDRESS, Type="String")
    return cloud
