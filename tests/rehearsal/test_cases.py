"""What the cloud refuses and what it accepts, case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rehearsal.case import Case, cases
from tests.rehearsal.player import Player

if TYPE_CHECKING:
    from rehearsal.cloud import Cloud


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.place}: {case.name}") for case in cases()])
def test_case(cloud: Cloud, case: Case) -> None:
    player = Player(cloud)
    for step in case.steps:
        player.play(step)
