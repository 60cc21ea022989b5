"""What a rule reports: a place in the template, what is wrong there, and what to write instead.

The rules are Python functions, and not cfn-guard's language, because they follow ``!If`` into its branches, compare
one part of the template with another, read comments, and name the line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.template.document import Place, Resource, Template


@dataclass(frozen=True)
class Finding:
    """A part of the template that breaks a rule.

    :ivar message: what is wrong, and what to do
    """

    place: Place
    message: str


Rule = Callable[[Template], Iterator[Finding]]


def expect(resource: Resource, wanted: Mapping[Place, Any], why: str) -> Iterator[Finding]:
    """Yield a finding for each property of a resource that is not as it must be.

    :param wanted: what must be at each place below the resource's properties
    :param why: what goes wrong otherwise
    """
    for place, value in wanted.items():
        found = at(resource.properties, place)
        if found != value:
            where = ".".join(map(str, (resource.name, *place)))
            yield Finding((*resource.place, *place), f"{where} is {found!r}; make it {value!r}: {why}")


def at(part: Any, place: Place) -> Any:  # noqa: ANN401  # any part of a template
    """Look up what is at a place below a part of a template, or None."""
    for step in place:
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            return None
    return part


def volumes(template: Template) -> Iterator[tuple[Resource, Place]]:
    """Yield each volume of each instance: the instance, and the place of the volume below its properties."""
    for instance in template.resources("AWS::EC2::Instance"):
        for position, _ in enumerate(instance.properties.get("BlockDeviceMappings", [])):
            yield instance, ("BlockDeviceMappings", position, "Ebs")
