"""What a resource type is: how one of its kind is made, read, changed and deleted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from rehearsal.cloud.cloudformation.errors import ResourceError
from rehearsal.cloud.moto_private import random_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rehearsal.cloud.cloudformation.account import Account

Properties = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a resource belongs: its account, its stack, and its name in the template."""

    account: Account
    stack_id: str
    stack_name: str
    logical_id: str
    stack_tags: dict[str, str] = field(default_factory=dict)

    def generated_name(self) -> str:
        """Return a name as CloudFormation makes it up: ``STACK-LOGICALID-RANDOM``."""
        return f"{self.stack_name}-{self.logical_id}-{random_letters(12)}"

    def tags(self, own: list[dict[str, str]] | None) -> list[dict[str, str]]:
        """Return a resource's own tags with those that CloudFormation adds."""
        added = {
            **self.stack_tags,
            **{tag["Key"]: tag["Value"] for tag in own or []},
            "aws:cloudformation:stack-id": self.stack_id,
            "aws:cloudformation:stack-name": self.stack_name,
            "aws:cloudformation:logical-id": self.logical_id,
        }
        return [{"Key": key, "Value": value} for key, value in added.items()]


class ResourceType(ABC):
    """One type of resource, made through the API of its service.

    Class attributes say what CloudFormation's own schema of the type says, as far as the rehearsal plays it.
    """

    NAME: ClassVar[str]
    REQUIRED: ClassVar[frozenset[str]] = frozenset()
    OPTIONAL: ClassVar[frozenset[str]] = frozenset()
    CHANGEABLE: ClassVar[frozenset[str]] = frozenset()
    """Properties that :meth:`update` changes in place."""
    REPLACING: ClassVar[frozenset[str]] = frozenset()
    """Properties whose change makes a new resource, which takes the place of the old."""
    ATTRIBUTES: ClassVar[frozenset[str]] = frozenset()
    """What ``GetAtt`` may ask for."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.call = place.account.call

    @abstractmethod
    def create(self, properties: Properties) -> str:
        """Make one; returns its physical id.

        Raises:
            ResourceError: If a service refuses.

        """

    @abstractmethod
    def delete(self, physical_id: str, properties: Properties) -> None:
        """Delete one.

        Raises:
            ResourceError: If a service refuses.

        """

    def read(self, physical_id: str, properties: Properties) -> dict[str, str]:
        """Return the attributes that ``GetAtt`` may ask for."""
        return {}

    @contextmanager
    def whole(self, physical_id: str, properties: Properties) -> Iterator[None]:
        """Make the rest of a resource; if that fails, delete what there is of it."""
        try:
            yield
        except ResourceError:
            self.delete(physical_id, properties)
            raise

    def update(self, physical_id: str, old: Properties, new: Properties) -> None:
        """Change one in place. Only properties in :attr:`CHANGEABLE` differ."""
        raise NotImplementedError(f"{self.NAME} declares what it can change, but not how")

    @classmethod
    def check(cls, logical_id: str, properties: Properties) -> None:
        """Check the names of the properties.

        Raises:
            ResourceError: If one is unknown or a required one is missing.

        """
        complaints = [f"#: required key [{name}] not found" for name in sorted(cls.REQUIRED - properties.keys())]
        unknown = sorted(properties.keys() - cls.REQUIRED - cls.OPTIONAL)
        complaints += [f"#: extraneous key [{name}] is not permitted" for name in unknown]
        if complaints:
            hint = f" (the rehearsal may not know all properties of {cls.NAME})" if unknown else ""
            listed = "\n".join(complaints)
            raise ResourceError(f"Properties validation failed for resource {logical_id} with message:\n{listed}{hint}")


class TaggedEC2Type(ResourceType):
    """A type of EC2 whose resources carry tags."""

    CHANGEABLE = frozenset({"Tags"})

    def tag(self, physical_id: str, properties: Properties) -> str:
        """Give a resource its tags and CloudFormation's; returns its id."""
        with self.whole(physical_id, properties):
            self.call("ec2", "create_tags", Resources=[physical_id], Tags=self.place.tags(properties.get("Tags")))
        return physical_id

    def update(self, physical_id: str, old: Properties, new: Properties) -> None:
        """Change the tags."""
        gone = {tag["Key"] for tag in old.get("Tags", [])} - {tag["Key"] for tag in new.get("Tags", [])}
        if gone:
            self.call("ec2", "delete_tags", Resources=[physical_id], Tags=[{"Key": key} for key in sorted(gone)])
        self.call("ec2", "create_tags", Resources=[physical_id], Tags=self.place.tags(new.get("Tags")))
