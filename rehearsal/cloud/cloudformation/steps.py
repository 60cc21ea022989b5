"""One step of a deployment: a resource is made, changed or deleted, and the stack's history says so."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from rehearsal.cloud.cloudformation.errors import GoneError, ResourceError, ValidationError
from rehearsal.cloud.cloudformation.functions import evaluate
from rehearsal.cloud.cloudformation.scope import Resource
from rehearsal.cloud.faults import PLANNED
from rehearsal.cloud.resources import TYPES, Place

if TYPE_CHECKING:
    from rehearsal.cloud.cloudformation.parameters import Parameter
    from rehearsal.cloud.cloudformation.stack import Stack
    from rehearsal.cloud.cloudformation.template import Template
    from rehearsal.cloud.resources import Properties, ResourceType


def properties_of(stack: Stack, template: Template, parameters: dict[str, Parameter], name: str) -> Properties:
    """Work out the properties of a resource from what is there now.

    Raises:
        ResourceError: If a function cannot be worked out.

    """
    node = template.resources[name].get("Properties", {})
    try:
        properties: Properties = evaluate(node, stack.scope(template, parameters))
    except ValidationError as error:
        raise ResourceError(error.message) from error
    return properties


def make(stack: Stack, template: Template, parameters: dict[str, Parameter], name: str) -> Resource:
    """Make a resource that is not there.

    Raises:
        ResourceError: If it cannot be made; the history has it by then.

    """
    type_name = template.resources[name]["Type"]
    stack.tell(name, type_name, "CREATE_IN_PROGRESS")
    try:
        resource = new(stack, type_name, name, properties_of(stack, template, parameters, name))
    except ResourceError as error:
        stack.tell(name, type_name, "CREATE_FAILED", reason=str(error))
        raise
    physical_id, properties = resource.physical_id, resource.properties
    stack.tell(name, type_name, "CREATE_IN_PROGRESS", physical_id, "Resource creation Initiated", properties)
    stack.tell(name, type_name, "CREATE_COMPLETE", physical_id, None, properties)
    return resource


def new(stack: Stack, type_name: str, name: str, properties: Properties) -> Resource:
    """Make a resource without a word.

    Raises:
        ResourceError: If it cannot be made, or is planned to fail.

    """
    kind = type_of(stack, type_name, name)
    kind.check(name, properties)
    planned = PLANNED.resources.pop(type_name, None)
    if planned:
        raise ResourceError(planned)
    physical_id = kind.create(properties)
    return Resource(name, type_name, physical_id, properties, kind.read(physical_id, properties))


def change(stack: Stack, resource: Resource, properties: Properties) -> None:
    """Change a resource in place.

    Raises:
        ResourceError: If it cannot be changed; it is then as it was.

    """
    kind = type_of(stack, resource.type, resource.logical_id)
    kind.check(resource.logical_id, properties)
    kind.update(resource.physical_id, resource.properties, properties)
    resource.properties = properties
    resource.attributes = kind.read(resource.physical_id, properties)


def remove(stack: Stack, resource: Resource) -> bool:
    """Delete a resource; returns whether that worked. One that somebody deleted by hand counts as deleted."""
    name, kind = resource.logical_id, type_of(stack, resource.type, resource.logical_id)
    stack.tell(name, resource.type, "DELETE_IN_PROGRESS", resource.physical_id)
    try:
        with suppress(GoneError):
            kind.delete(resource.physical_id, resource.properties)
    except ResourceError as error:
        stack.tell(name, resource.type, "DELETE_FAILED", resource.physical_id, str(error))
        return False
    stack.tell(name, resource.type, "DELETE_COMPLETE", resource.physical_id)
    return True


def type_of(stack: Stack, type_name: str, name: str) -> ResourceType:
    """Return the type of a resource, ready to act at the resource's place."""
    return TYPES[type_name](Place(stack.account, stack.id, stack.name, name, stack.tags))
