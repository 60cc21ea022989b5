"""Whether the region's file says nothing that the evidence does not."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from rehearsal.cloud.region import Image, Offering, region

ENUM = files("cfnlint.data.schemas.extensions") / "aws_ec2_instance/instancetype_enum.json"
LISTED = set(json.loads(ENUM.read_text())[region().name]["enum"])
"""The instance types in the price list of the region."""


@pytest.mark.parametrize("offering", region().offerings.values(), ids=region().offerings.keys())
def test_type_is_in_the_price_list(offering: Offering) -> None:
    assert offering.name in LISTED
    assert offering.sure.startswith("listed")


@pytest.mark.parametrize("offering", region().offerings.values(), ids=region().offerings.keys())
def test_zones_are_those_of_the_region(offering: Offering) -> None:
    assert set(offering.zones) <= set(region().zone_letters)


@pytest.mark.parametrize("image", region().images, ids=lambda image: image.id)
def test_image_can_be_told_from_a_real_one(image: Image) -> None:
    assert region().image_owner == "000000000000"
    assert image.sure


def test_a_public_parameter_names_one_image() -> None:
    names = [image.parameter for image in region().images if image.parameter]
    assert len(names) == len(set(names))
