"""Whether an instance may be launched: its image, its type, the account's quota, the zone and its room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rehearsal.cloud import faults, moto_private
from rehearsal.cloud.region import region
from rehearsal.cloud.services import quotas

if TYPE_CHECKING:
    from rehearsal.cloud.moto_private import EC2Backend, Instance

VOLUME_TYPES = {"gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"}


class InvalidParameterValue(moto_private.ServiceException):
    """The type or the volume is none that there is."""

    code = "InvalidParameterValue"


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
    """A wish to run instances."""

    backend: EC2Backend
    image: str | None
    type: str
    zone: str | None
    count: int
    volumes: list[dict[str, Any]]

    @classmethod
    def of(cls, backend: EC2Backend, image: str | None, count: int, facts: dict[str, Any]) -> Launch:
        """Read a wish out of the parameters of RunInstances."""
        nics = [nic["SubnetId"] for nic in facts.get("nics", []) if "SubnetId" in nic]
        subnet = facts.get("subnet_id") or (nics[0] if nics else None)
        zone = backend.get_subnet(subnet).availability_zone if subnet else facts.get("placement")
        return cls(backend, image, facts["instance_type"], zone, count, facts.get("block_device_mappings") or [])

    @classmethod
    def again(cls, backend: EC2Backend, instance: Instance) -> Launch:
        """Wish to start an instance that was stopped."""
        return cls(backend, instance.image_id, instance.instance_type, instance.availability_zone, 1, [])

    def check(self) -> None:
        """Check the wish.

        Raises:
            ServiceException: In EC2's words, for the first thing that is in the way.

        """
        self._check_image()
        self._check_volumes()
        self._check_type()
        self._check_quota()
        self._check_zone()

    def _check_image(self) -> None:
        if not self.image or self.image not in self.backend.amis:
            raise moto_private.InvalidAMIIdError([self.image])

    def _check_volumes(self) -> None:
        for volume in (mapping.get("Ebs", {}) for mapping in self.volumes):
            kind, size = volume.get("VolumeType", "gp2"), volume.get("VolumeSize")
            if kind not in VOLUME_TYPES:
                raise InvalidParameterValue(f"Invalid volume type: {kind}")
            if size is not None and not 1 <= int(size) <= 16384:
                raise InvalidParameterValue(f"Volume of {size}GiB is not between 1 and 16384 GiB")

    def _check_type(self) -> None:
        offering = region().offerings.get(self.type)
        if offering is None:
            raise InvalidParameterValue(f"The following supplied instance types do not exist: [{self.type}]")
        if not offering.zones:
            raise Unsupported(f"The requested configuration is currently not supported: {self.type} is not offered.")

    def _check_quota(self) -> None:
        family = region().offerings[self.type].family
        quota = quotas.on_demand_quota(family)
        running = [
            each for each in self.backend.all_running_instances() if quotas.on_demand_quota(_family(each)) is quota
        ]
        used = sum(vcpus(self.backend, each.instance_type) for each in running)
        limit = quotas.value(self.backend.account_id, self.backend.region_name, quota)
        if used + vcpus(self.backend, self.type) * self.count > limit:
            raise VcpuLimitExceeded(
                f"You have requested more vCPU capacity than your current vCPU limit of {int(limit)} allows for the "
                "instance bucket that the specified instance type belongs to. Please visit "
                "http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit."
            )

    def _check_zone(self) -> None:
        offered = [zone for zone in region().zones if region().offers(self.type, zone)]
        if self.zone and self.zone not in offered:
            others = ", ".join(offered)
            raise Unsupported(
                f"Your requested instance type ({self.type}) is not supported in your requested Availability Zone "
                f"({self.zone}). Please retry your request by not specifying an Availability Zone or choosing {others}."
            )
        if (self.type, self.zone) in faults.NO_CAPACITY:
            others = ", ".join(zone for zone in offered if zone != self.zone)
            raise InsufficientInstanceCapacity(
                f"We currently do not have sufficient {self.type} capacity in the Availability Zone you requested "
                f"({self.zone}). Our system will be working on provisioning additional capacity. You can currently get "
                f"{self.type} capacity by not specifying an Availability Zone in your request or choosing {others}."
            )


def vcpus(backend: EC2Backend, type: str) -> int:  # noqa: A002 - the word of EC2
    """Return how many virtual CPUs an instance type has."""
    count: int = backend.describe_instance_types([type])[0]["VCpuInfo"]["DefaultVCpus"]
    return count


def with_root_volume(backend: EC2Backend, image: str | None, volumes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the volumes with the image's own root volume, unless they say what that is to be like.

    A template that gives the root device another name than the image does gets two volumes, as with AWS.
    """
    known = next((each for each in region().images if each.id == image), None)
    if known is None or backend.region_name != region().name:
        return volumes
    if any(volume["DeviceName"] == known.root_device for volume in volumes):
        return volumes
    ebs = {"VolumeSize": known.root_gib, "VolumeType": "gp3", "Encrypted": False, "DeleteOnTermination": True}
    return [{"DeviceName": known.root_device, "Ebs": ebs}, *volumes]


def _family(instance: Instance) -> str:
    offering = region().offerings.get(instance.instance_type)
    return offering.family if offering else instance.instance_type[0]
