"""EC2: what the region offers, what an account may run, and what a reader sees while an instance starts and stops."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING, Any

from rehearsal.cloud import moto_private
from rehearsal.cloud.launch import Launch, with_root_volume
from rehearsal.cloud.region import Image, Offering, region

if TYPE_CHECKING:
    from rehearsal.cloud.moto_private import Ami, Instance, InstanceState, Reservation, Subnet

STATES = {"pending": 0, "running": 16, "stopping": 64, "stopped": 80}


class IncorrectInstanceState(moto_private.ServiceException):
    """An instance that is gone cannot be started or stopped."""

    code = "IncorrectInstanceState"


class DependencyViolation(moto_private.ServiceException):
    """Something still uses what is to be deleted."""

    code = "DependencyViolation"


class EC2Region(moto_private.EC2Backend):
    """EC2 of one region; of the one that the rehearsal plays, with its types, zones and images."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.is_played = region_name == region().name
        self.passing: dict[str, tuple[str, int]] = {}
        """Instances in a state in between: the state to come, and for how many looks it does not."""
        if self.is_played:
            self.instance_types = instance_types()
            for image in region().images:
                self.amis[image.id] = ami(self, image)

    def describe_instance_type_offerings(
        self, location_type: str | None = None, filters: dict[str, Any] | None = None
    ) -> list[dict[str, str]]:
        """Say where which instance type is offered; by region or by Availability Zone."""
        kind = location_type or "region"
        if kind not in ("region", "availability-zone") or not self.is_played:
            raise NotImplementedError
        rows = [row for offering in region().offerings.values() for row in places(offering, kind)]
        return [row for row in rows if matches(row, filters or {})]

    def run_instances(self, image_id: str, count: int, *rest: Any, **facts: Any) -> Reservation:  # noqa: ANN401
        """Run instances if the region, the account and the zone allow it."""
        if self.is_played:
            Launch.of(self, image_id, count, facts).check()
            volumes = with_root_volume(image_id, facts.get("block_device_mappings") or [])
            facts["block_device_mappings"] = volumes
        reservation = super().run_instances(image_id, count, *rest, **facts)
        for instance in reservation.instances:
            instance.nics[0].delete_on_termination = True  # it was made with the instance, whoever asked
            self._pass(instance, "pending", "running")
        return reservation

    def start_instances(self, instance_ids: list[str]) -> list[tuple[Instance, InstanceState]]:
        """Start instances, each with another public address than before; one that runs keeps its own."""
        stopped = [each for each in self.get_multi_instances_by_id(instance_ids) if not each.is_running()]
        for instance in stopped:
            check_not_gone(instance, "started")
            if self.is_played:
                Launch.again(self, instance).check()
        addresses = {each.id: each.nics[0].public_ip for each in self.get_multi_instances_by_id(instance_ids)}
        started = super().start_instances(instance_ids)
        for instance, _ in started:
            if instance not in stopped:
                instance.nics[0].public_ip = addresses[instance.id]
            else:
                self._pass(instance, "pending", "running")
        return started

    def stop_instances(self, instance_ids: list[str]) -> list[tuple[Instance, InstanceState]]:
        """Stop instances, which takes their public addresses away."""
        for instance in self.get_multi_instances_by_id(instance_ids):
            check_not_gone(instance, "stopped")
        stopped = super().stop_instances(instance_ids)
        for instance, before in stopped:
            if before.name != "stopped":
                self._pass(instance, "stopping", "stopped")
        return stopped

    def describe_instances(self, filters: Any = None) -> list[Reservation]:  # noqa: ANN401 - as moto has it
        """Describe instances, and count the look."""
        self._look()
        return super().describe_instances(filters=filters)

    def get_reservations_by_instance_ids(
        self,
        instance_ids: list[str],
        filters: Any = None,  # noqa: ANN401 - as moto has it
    ) -> list[Reservation]:
        """Describe some instances, and count the look."""
        self._look()
        return super().get_reservations_by_instance_ids(instance_ids, filters=filters)

    def delete_subnet(self, subnet_id: str) -> Subnet:
        """Delete a subnet, unless a network interface is in it."""
        if any(each.subnet.id == subnet_id for each in self.enis.values()):
            raise DependencyViolation(f"The subnet '{subnet_id}' has dependencies and cannot be deleted.")
        return super().delete_subnet(subnet_id)

    def delete_security_group(self, name: str | None = None, group_id: str | None = None) -> None:
        """Delete a security group, unless a network interface is in it."""
        if any(group.id == group_id for each in self.enis.values() for group in each.group_set):
            raise DependencyViolation(f"resource {group_id} has a dependent object")
        super().delete_security_group(name, group_id)

    def _pass(self, instance: Instance, now: str, then: str) -> None:
        looks = moto_private.looks_of("ec2::instance")
        if looks:
            moto_private.set_instance_state(instance, now, STATES[now])
            self.passing[instance.id] = (then, looks)

    def _look(self) -> None:
        for identity, (then, looks) in list(self.passing.items()):
            instance = self.get_instance(identity)
            if instance.state not in ("pending", "stopping"):
                del self.passing[identity]
            elif looks > 0:
                self.passing[identity] = (then, looks - 1)
            else:
                del self.passing[identity]
                moto_private.set_instance_state(instance, then, STATES[then])


class EC2(moto_private.EC2Response):
    """Answers for EC2."""


def check_not_gone(instance: Instance, done: str) -> None:
    """Check that an instance was not terminated.

    Raises:
        IncorrectInstanceState: If it was.

    """
    if instance.state == "terminated":
        message = f"The instance '{instance.id}' is not in a state from which it can be {done}."
        raise IncorrectInstanceState(message)


def places(offering: Offering, kind: str) -> list[dict[str, str]]:
    """Return where a type is offered, as the API has it."""
    zones = [region().name + letter for letter in offering.zones]
    names = zones if kind == "availability-zone" else [region().name] * bool(zones)
    return [{"InstanceType": offering.name, "LocationType": kind, "Location": name} for name in names]


def matches(row: dict[str, str], filters: dict[str, Any]) -> bool:
    """Return whether an offering passes all filters, whose values may have wildcards."""
    names = {"instance-type": "InstanceType", "location": "Location"}
    return all(
        any(fnmatch.fnmatchcase(row[names[name]], pattern) for pattern in patterns)
        for name, patterns in filters.items()
    )


def instance_types() -> list[moto_private.InstanceType]:
    """Return the types of the region as DescribeInstanceTypes has them: moto's facts, or the file's."""
    known = {each["InstanceType"]: each for each in moto_private.EC2Backend.instance_types}
    return [
        moto_private.make_instance_type(facts(offering)) if offering.vcpus else known[offering.name]
        for offering in region().offerings.values()
    ]


def facts(offering: Offering) -> dict[str, Any]:
    """Return what DescribeInstanceTypes says of a type that moto does not know."""
    gpus = dict(offering.gpus)
    memory = gpus["memory_gib"] * 1024
    gpu = {"Name": gpus["name"], "Manufacturer": "NVIDIA", "Count": gpus["count"], "MemoryInfo": {"SizeInMiB": memory}}
    return {
        "InstanceType": offering.name,
        "CurrentGeneration": False,
        "VCpuInfo": {"DefaultVCpus": offering.vcpus},
        "MemoryInfo": {"SizeInMiB": (offering.memory_gib or 0) * 1024},
        "GpuInfo": {"Gpus": [gpu], "TotalGpuMemoryInMiB": memory * gpus["count"]},
        "ProcessorInfo": {"SupportedArchitectures": ["x86_64"]},
    }


def ami(backend: EC2Region, image: Image) -> Ami:
    """Make a machine image of the file."""
    return moto_private.Ami(
        backend,
        ami_id=image.id,
        name=image.name,
        description=image.name,
        owner_id=region().image_owner,
        owner_alias="amazon",
        public=True,
        virtualization_type="hvm",
        architecture="x86_64",
        creation_date=image.created,
        hypervisor="xen",
        root_device_type="ebs",
        root_device_name=image.root_device,
        region_name=region().zones[0],
    )


moto_private.ec2_backends.backend = EC2Region
