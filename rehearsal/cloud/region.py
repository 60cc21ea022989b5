"""The facts of the region that the rehearsal plays, read from ``region.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

SOURCE = Path(__file__).with_name("region.toml")


@dataclass(frozen=True)
class Offering:
    """An instance type, and the zones (letters) that offer it; none if it is only in the price list."""

    name: str
    zones: tuple[str, ...]
    sure: str
    price: float | None = None
    """CNY per hour, on demand, Linux; see the file for where and when."""
    vcpus: int | None = None
    memory_gib: int | None = None
    gpus: tuple[tuple[str, Any], ...] = ()

    @property
    def family(self) -> str:
        """The letters before the first digit, by which quotas go: ``g`` for g5.xlarge."""
        return self.name[: next(index for index, letter in enumerate(self.name) if letter.isdigit())]


@dataclass(frozen=True)
class Image:
    """A machine image, and the public parameter that names it, if one does."""

    id: str
    name: str
    created: datetime
    root_device: str
    root_gib: int
    sure: str
    parameter: str | None = None


@dataclass(frozen=True)
class Region:
    """Everything in the file."""

    name: str
    location: str
    zone_letters: tuple[str, ...]
    offerings: dict[str, Offering]
    images: tuple[Image, ...]
    image_owner: str
    prices_from: str
    other_zones: dict[str, list[str]]

    @property
    def zones(self) -> list[str]:
        """The Availability Zones, such as ``cn-northwest-1a``."""
        return [self.name + letter for letter in self.zone_letters]

    def offers(self, type: str, zone: str) -> bool:  # noqa: A002 - the word of EC2
        """Return whether a zone offers an instance type."""
        offering = self.offerings.get(type)
        return offering is not None and zone.removeprefix(self.name) in offering.zones


@lru_cache
def region() -> Region:
    """Return the region that the rehearsal plays."""
    facts = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return Region(
        name=facts["name"],
        location=facts["location"],
        zone_letters=tuple(facts["zones"]),
        offerings={row["name"]: _offering(row) for row in facts["type"]},
        images=tuple(Image(**row) for row in facts["image"]),
        image_owner=facts["images"]["owner"],
        prices_from=facts["prices"]["from"],
        other_zones=facts["other_zones"],
    )


def _offering(row: dict[str, Any]) -> Offering:
    gpus = tuple(row.get("gpus", {}).items())
    return Offering(**{**row, "zones": tuple(row["zones"]), "gpus": gpus})


def zones(name: str) -> list[str]:
    """Return the Availability Zones of a region; of one that is not in the file, the first three letters."""
    if name == region().name:
        return region().zones
    return [name + letter for letter in region().other_zones.get(name, ["a", "b", "c"])]
