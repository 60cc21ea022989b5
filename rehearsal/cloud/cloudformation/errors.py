"""What CloudFormation refuses with."""

from __future__ import annotations

from rehearsal.cloud.moto_private import ServiceException


class ValidationError(ServiceException):
    """The template, a parameter or the state of the stack does not allow it."""

    code = "ValidationError"


class AlreadyExists(ServiceException):
    """There is a stack of this name."""

    code = "AlreadyExistsException"


class InsufficientCapabilities(ServiceException):
    """The template makes IAM resources, and nobody has acknowledged that."""

    code = "InsufficientCapabilitiesException"


class ChangeSetNotFound(ServiceException):
    """There is no change set of this name."""

    code = "ChangeSetNotFound"


class InvalidChangeSetStatus(ServiceException):
    """The change set is not one that can be executed."""

    code = "InvalidChangeSetStatus"


class ResourceError(Exception):
    """A resource could not be made, changed or deleted; the message goes into its event."""


class GoneError(ResourceError):
    """A resource is not there: somebody has deleted it by hand."""
