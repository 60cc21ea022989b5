"""What ``docs/facts.toml`` says about an instance type."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from tests.template.document import ROOT

FILE = ROOT / "docs" / "facts.toml"


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def fact(group: str, instance_type: str) -> Any:  # noqa: ANN401  # a list of regions, a table of numbers
    """Look up a value such as ``fact("offering", "g5.xlarge")``; None if there is none.

    :param group: ``offering`` for the regions that have the type, ``machine`` for what is in it
    """
    entry = _all()[group].get(instance_type.replace(".", "-"))
    return entry and entry["value"]
