"""The account and region that a stack is made in: what CloudFormation looks up there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rehearsal.cloud import region as facts
from rehearsal.cloud.cloudformation.errors import ResourceError
from rehearsal.cloud.inside import call

PARTITIONS = {"cn-": ("aws-cn", "amazonaws.com.cn")}


@dataclass(frozen=True)
class Account:
    """An account in a region; calls its services as CloudFormation would, with the reader's rights."""

    id: str
    region: str

    @property
    def partition(self) -> str:
        """The first part of every ARN: ``aws-cn`` in China."""
        return PARTITIONS.get(self.region[:3], ("aws", ""))[0]

    @property
    def url_suffix(self) -> str:
        """The domain of the services: ``amazonaws.com.cn`` in China."""
        return PARTITIONS.get(self.region[:3], ("", "amazonaws.com"))[1]

    def call(self, service: str, action: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 - of any action
        """Call an API action; parameters that are ``None`` are left out.

        Raises:
            ResourceError: In the words that CloudFormation puts around an error of a service.

        """
        return call(self.region, service, action, **parameters)

    def zones(self, region: str = "") -> list[str]:
        """Return the Availability Zones of a region; of this one if it is empty."""
        return facts.zones(region or self.region)

    def stored_type(self, name: str) -> str | None:
        """Return the type of a parameter in Parameter Store, such as ``SecureString``; ``None`` if it is not there."""
        parameter = self._stored(name)
        return str(parameter["Type"]) if parameter else None

    def stored_value(self, name: str) -> str:
        """Return the value of a parameter in Parameter Store that is there."""
        parameter = self._stored(name)
        return str(parameter["Value"]) if parameter else ""

    def image_exists(self, image: str) -> bool:
        """Return whether there is such a machine image in this region."""
        try:
            self.call("ec2", "describe_images", ImageIds=[image])
        except ResourceError:
            return False
        return True

    def zone_exists(self, zone: str) -> bool:
        """Return whether there is such an Availability Zone in this region."""
        return zone in self.zones()

    def _stored(self, name: str) -> dict[str, Any] | None:
        found = self.call("ssm", "get_parameters", Names=[name])["Parameters"]
        return found[0] if found else None
