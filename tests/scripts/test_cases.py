"""Every program in every situation of ``cases/``.

The AWS CLI is run in Chinese and boto3 in English: that the two say the same in each language is what
``test_programs.py`` reads in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scripts import cases
from tests.scripts.given import GIVEN
from tests.scripts.programs import LANGUAGES, STEPS, WAYS, Reader, steady

if TYPE_CHECKING:
    from pathlib import Path

    from rehearsal.cloud import Cloud
    from tests.scripts.cases import Case

CASES = cases.read()


# moto warns that a service does not document the errors that every service has, such as ExpiredToken.
@pytest.mark.filterwarnings("ignore:Exception.PlannedError:UserWarning")
@pytest.mark.parametrize(("way", "language"), [*zip(WAYS, LANGUAGES, strict=True)])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.step}: {case.name}")
def test_says(case: Case, way: str, language: str, cloud: Cloud, tmp_path: Path) -> None:
    for what in case.given:
        GIVEN[what](cloud)
    reader = Reader.settle(tmp_path, way, language, case.exported(cloud.environment()))

    outcome = reader.run(case.step, *case.arguments)

    printed, complained = steady(outcome.printed), steady(outcome.complained)
    complaint = cases.said(case.complains, way, language)
    assert printed == cases.said(case.prints, way, language), complained
    if case.fails:
        assert case.fails in complained
        assert complained.endswith(complaint)
        assert "Traceback" not in complained
        assert outcome.status != 0
    else:
        assert complained == complaint
        assert outcome.status == case.status


def test_every_step_has_cases() -> None:
    assert {case.step for case in CASES} == set(STEPS)
