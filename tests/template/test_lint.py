"""cfn-lint, which knows what CloudFormation and EC2 offer in each China region, has nothing to say about the template.

It does not look at instance types that come from a parameter. So each one that readers may choose is also written into
a copy of the instance, and the template is linted again with all these copies.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

import pytest
from cfnlint.api import lint

from tests.template.document import TEMPLATE, the_template
from tests.template.facts import FILE, fact

if TYPE_CHECKING:
    from collections.abc import Iterable

REGIONS = ["cn-northwest-1", "cn-north-1"]
HARD_CODED_PARTITION = "I3042"  # informational, and off unless it is asked for
NOT_IN_REGION = "E3628"
TYPES: list[str] = the_template().data["Parameters"]["InstanceType"]["AllowedValues"]

# cfn-lint takes seconds to load: once, in one worker.
pytestmark = pytest.mark.xdist_group("cfn-lint")


def complaints(text: str, regions: list[str]) -> list[str]:
    """Lint a template; each complaint is ``RULE file:line: message``."""
    found = lint(text, config={"regions": regions, "include_checks": [HARD_CODED_PARTITION]})
    return [f"{match.rule.id} {the_template().name}:{match.linenumber}: {match.message}" for match in found]


def rules(found: list[str]) -> list[str]:
    return [complaint.split()[0] for complaint in found]


def with_literal_types(types: Iterable[str]) -> str:
    """Add a copy of the instance for each type, with the type as a literal, and with a name made of it."""
    data = copy.deepcopy(the_template().data)
    for instance_type in types:
        instance = copy.deepcopy(data["Resources"]["Instance"])
        instance["Properties"]["InstanceType"] = instance_type
        data["Resources"]["Instance" + instance_type.replace(".", "")] = instance
    return json.dumps(data)


def offered(region: str) -> list[str]:
    return [instance_type for instance_type in TYPES if region in (fact("offering", instance_type) or [])]


def test_the_template_is_clean_in_both_regions() -> None:
    found = complaints(TEMPLATE.read_text("utf-8"), REGIONS)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("region", REGIONS)
def test_the_template_is_clean_with_each_type_that_the_region_offers(region: str) -> None:
    found = complaints(with_literal_types(offered(region)), [region])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("region", REGIONS)
def test_a_type_that_the_region_lacks_is_caught(region: str) -> None:
    lacking = ["g6.xlarge", *(instance_type for instance_type in TYPES if instance_type not in offered(region))]
    found = complaints(with_literal_types(lacking), [region])
    assert rules(found) == [NOT_IN_REGION] * len(lacking), "\n".join(found)


def test_a_partition_that_is_written_down_is_caught() -> None:
    text = TEMPLATE.read_text("utf-8").replace("arn:${AWS::Partition}:automate", "arn:aws:automate")
    assert rules(complaints(text, REGIONS)) == [HARD_CODED_PARTITION]


@pytest.mark.parametrize("instance_type", TYPES)
def test_every_type_that_readers_may_choose_has_a_fact_about_its_regions(instance_type: str) -> None:
    regions = fact("offering", instance_type)
    key = instance_type.replace(".", "-")
    assert regions, f"{FILE}: add to [offering]: {key} = {{ value = [the regions that have {instance_type}] }}"
    assert set(regions) <= set(REGIONS)


@pytest.mark.parametrize("instance_type", [name for name in TYPES if fact("machine", name)])
def test_the_alarm_rings_below_half_of_one_vcpu(instance_type: str) -> None:
    percent = the_template().data["Mappings"]["HalfOfOneVcpu"][instance_type]["Percent"]
    assert float(percent) == pytest.approx(50 / fact("machine", instance_type)["vcpus"], abs=1e-4)
