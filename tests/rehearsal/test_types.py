"""Whether the types of resources say the same as CloudFormation's own schemas, which cfn-lint carries."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pytest

from rehearsal.cloud.region import region
from rehearsal.cloud.resources import TYPES, ResourceType

DATA = files("cfnlint.data.schemas")


@lru_cache
def schema(type_name: str) -> dict[str, Any]:
    registered = json.loads((DATA / f"providers/{region().name}.json").read_text())
    digest = registered[type_name]
    read: dict[str, Any] = json.loads((DATA / f"resources/{digest}.json").read_text())
    return read


def properties(type_name: str, key: str) -> set[str]:
    """Return the properties (not parts of them) that a schema lists under a key, such as ``createOnlyProperties``."""
    paths = [path.split("/")[2:] for path in schema(type_name).get(key, [])]
    return {path[0] for path in paths if len(path) == 1}


each_type = pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES.keys())


@each_type
def test_properties_exist(kind: type[ResourceType]) -> None:
    assert schema(kind.NAME)["properties"].keys() >= kind.REQUIRED | kind.OPTIONAL


@each_type
def test_required_properties_are_those_of_the_schema(kind: type[ResourceType]) -> None:
    assert set(schema(kind.NAME).get("required", [])) == kind.REQUIRED


@each_type
def test_what_is_changed_in_place_is_not_create_only(kind: type[ResourceType]) -> None:
    assert not kind.CHANGEABLE & properties(kind.NAME, "createOnlyProperties")


@each_type
def test_what_replaces_is_create_only(kind: type[ResourceType]) -> None:
    only = properties(kind.NAME, "createOnlyProperties") | properties(kind.NAME, "conditionalCreateOnlyProperties")
    assert only >= kind.REPLACING


@each_type
def test_attributes_exist(kind: type[ResourceType]) -> None:
    readable = {path.split("/", 2)[2].replace("/", ".") for path in schema(kind.NAME).get("readOnlyProperties", [])}
    assert readable | schema(kind.NAME)["properties"].keys() >= kind.ATTRIBUTES
