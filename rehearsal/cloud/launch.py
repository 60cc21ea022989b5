"""Whether an instance may be launched: its image, its type, the account's quota, the zone and its room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rehearsal.cloud import moto_private, quotas
from rehearsal.cloud.faults import PLANNED
from rehearsal.cloud.region import region

if TYPE_CHECKING:
    from rehearsal.cloud.moto_private import EC2Backend, Instance

VOLUME_TYPES = {"gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"}
LARGEST_VOLUME = 16384
"""GiB."""


class InvalidParameterValue(moto_private.ServiceException):
    """The type or the volume is none that there is."""

    code = "InvalidParameterValue"


class InvalidKeyPair(moto_private.ServiceException):
    """There is no such key pair."""

    code = "InvalidKeyPair.NotFound"


class VcpuLimitExceeded(moto_private.ServiceException):
    """The account may not run so many."""

    code = "VcpuLimitExceeded"


class Unsupported(moto_private.ServiceException):
    """The zone does not offer the type."""

    code = "Unsupported"


class InsufficientInstanceCapacity(moto_private.ServiceException):
    """The zone has no room for it just now."""

    code = "InsufficientInstanceCapacity"


@dataclass(frozen=True)
class Launch:
    """A wish to run instances in the region that the rehearsal plays."""

    backend: EC2Backend
    image: str | None
    type: str
    zone: str | None
    count: int
    key_pair: str | None
    volumes: list[dict[str, Any]]

    @classmethod
    def of(cls, backend: EC2Backend, image: str | None, count: int, facts: dict[str, Any]) -> Launch:
        """Read a wish out of the parameters of RunInstances."""
        nics = [nic["SubnetId"] for nic in facts.get("nics", []) if "SubnetId" in nic]
        subnet = facts.get("subnet_id") or (nics[0] if nics else None)
        zone = backend.get_subnet(subnet).availability_zone if subnet else facts.get("placement")
        volumes = facts.get("block_device_mappings") or []
        return cls(backend, image, facts["instance_type"], zone, count, facts.get("key_name"), volumes)

    @classmethod
    def again(cls, backend: EC2Backend, instance: Instance) -> Launch:
        """Wish to start an instance that was stopped."""
        zone = instance.availability_zone
        return cls(backend, instance.image_id, instance.instance_type, zone, 1, instance.key_name, [])

    def check(self) -> None:
        """Check the wish.

        Raises:
            ServiceException: In EC2's words, for the first thing that is in the way.

        """
        self._check_image()
        self._check_key_pair()
        self._check_volumes()
        self._check_type()
        self._check_quota()
        self._check_zone()

    def _check_image(self) -> None:
        if not self.image or self.image not in self.backend.amis:
            raise moto_private.InvalidAMIIdError([self.image or ""])

    def _check_key_pair(self) -> None:
        if self.key_pair and self.key_pair not in self.backend.key_pairs:
            raise InvalidKeyPair(f"The key pair '{self.key_pair}' does not exist")

    def _check_volumes(self) -> None:
        for volume in (mapping.get("Ebs", {}) for mapping in self.volumes):
            kind, size = volume.get("VolumeType") or "gp2", volume.get("VolumeSize")
            if kind not in VOLUME_TYPES:
                raise InvalidParameterValue(f"Invalid volume type: {kind}")
            if size is not None and not 1 <= int(size) <= LARGEST_VOLUME:
                raise InvalidParameterValue(f"Volume of {size}GiB is not between 1 and {LARGEST_VOLUME} GiB")

    def _check_type(self) -> None:
        offering = region().offerings.get(self.type)
        if offering is None:
            raise InvalidParameterValue(f"The following supplied instance types do not exist: [{self.type}]")
        if not offering.zones:
            raise Unsupported(f"The requested configuration is currently not supported: {self.type} is not offered.")

    def _check_quota(self) -> None:
        quota = quotas.on_demand_quota(region().offerings[self.type].family)
        used = sum(vcpus(type_name) for type_name in self._running() if counts_for(type_name, quota))
        limit = quotas.quotas_of(self.backend.account_id, self.backend.region_name).value(quota)
        if used + vcpus(self.type) * self.count > limit:
            raise VcpuLimitExceeded(
                f"You have requested more vCPU capacity than your current vCPU limit of {int(limit)} allows for the "
                "instance bucket that the specified instance type belongs to. Please visit "
                "http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit."
            )

    def _check_zone(self) -> None:
        offered = [zone for zone in region().zones if region().offers(self.type, zone)]
        if self.zone and self.zone not in offered:
            raise Unsupported(
                f"Your requested instance type ({self.type}) is not supported in your requested Availability Zone "
                f"({self.zone}). Please retry your request by not specifying an Availability Zone or choosing "
                f"{', '.join(offered)}."
            )
        if (self.type, self.zone) in PLANNED.no_capacity:
            others = ", ".join(zone for zone in offered if zone != self.zone)
            raise InsufficientInstanceCapacity(
                f"We currently do not have sufficient {self.type} capacity in the Availability Zone you requested "
                f"({self.zone}). Our system will be working on provisioning additional capacity. You can currently get "
                f"{self.type} capacity by not specifying an Availability Zone in your request or choosing {others}."
            )

    def _running(self) -> list[str]:
        return [instance.instance_type for instance in self.backend.all_running_instances()]


def counts_for(type_name: str, quota: quotas.Quota) -> bool:
    """Return whether a running instance of a type is counted by a quota."""
    return region().offerings[type_name].family in quota.families


def vcpus(type_name: str) -> int:
    """Return how many virtual CPUs an instance type of the region has."""
    return region().offerings[type_name].vcpus or moto_private.vcpus_of(type_name)


def with_root_volume(image: str, volumes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the volumes with the image's own root volume, unless they say what that is to be like.

    A template that gives the root device another name than the image does gets two volumes, as with AWS.
    """
    known = next((each for each in region().images if each.id == image), None)
    if known is None or any(volume["DeviceName"] == known.root_device for volume in volumes):
        return volumes
    ebs = {"VolumeSize": known.root_gib, "VolumeType": "gp3", "Encrypted": False, "DeleteOnTermination": True}
    return [{"DeviceName": known.root_device, "Ebs": ebs}, *volumes]
