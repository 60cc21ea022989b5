"""In which order resources are made: each after what it refers to or depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rehearsal.cloud.cloudformation.errors import ValidationError
from rehearsal.cloud.cloudformation.template import references

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.template import Node, Template


def depends_on(resource: Node) -> list[str]:
    """Return what a resource names in ``DependsOn``, which may be one name or a list."""
    named = resource.get("DependsOn", [])
    return [named] if isinstance(named, str) else list(named)


def dependencies(template: Template) -> dict[str, set[str]]:
    """Return for each resource the resources that must be there before it."""
    names = template.resources.keys()
    return {
        name: {found for found, _ in references(resource.get("Properties", {})) if found in names}
        | set(depends_on(resource))
        for name, resource in template.resources.items()
    }


def in_order(template: Template) -> list[str]:
    """Return the logical ids, each after those it needs, otherwise as the template has them.

    Raises:
        ValidationError: If resources need each other in a circle.

    """
    waiting = dependencies(template)
    ordered: list[str] = []
    while waiting:
        ready = [name for name, needs in waiting.items() if not needs & waiting.keys()]
        if not ready:
            circle = ", ".join(sorted(waiting))
            raise ValidationError(f"Circular dependency between resources: [{circle}]")
        ordered += ready
        for name in ready:
            del waiting[name]
    return ordered
