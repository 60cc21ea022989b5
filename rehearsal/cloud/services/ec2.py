"""EC2: what the region offers, what an account may run, and what a reader sees while an instance starts and stops."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING, Any

from rehearsal.cloud import launch, moto_private
from rehearsal.cloud.region import Image, Offering, region

if TYPE_CHECKING:
    from rehearsal.cloud.moto_private import Instance, InstanceType

STATES = {"pending": 0, "running": 16, "stopping": 64, "stopped": 80}


class EC2Region(moto_private.EC2Backend):
    """EC2 of one region; of the one that the rehearsal plays, with its types, zones and images."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.passing: dict[str, tuple[str, int]] = {}
        """Instances in a state in between: the state to come, and for how many looks it does not."""
        if region_name == region().name:
            for image in region().images:
                self.amis[image.id] = _ami(self, image)

    def describe_instance_type_offerings(
        self, location_type: str | None = None, filters: dict[str, Any] | None = None
    ) -> list[dict[str, str]]:
        """Say where which instance type is offered."""
        kind = location_type or "region"
        if kind not in ("region", "availability-zone"):
            raise NotImplementedError
        return [row for row in self._offerings(kind) if _matches(row, filters or {})]

    def describe_instance_types(
        self, instance_types: list[str] | None = None, filters: dict[str, Any] | None = None
    ) -> list[InstanceType]:
        """Describe the instance types of the region, those among them that moto does not know."""
        known = [moto_private.add_instance_type(_facts(each)) for each in region().offerings.values() if each.vcpus]
        ours = [each for each in known if instance_types is None or each["InstanceType"] in instance_types]
        asked = (
            None if instance_types is None else sorted(set(instance_types) - {each["InstanceType"] for each in ours})
        )
        if asked == []:
            return ours
        return ours + list(super().describe_instance_types(asked, filters))

    def run_instances(self, image_id: str, count: int, *rest: Any, **facts: Any) -> moto_private.Reservation:  # noqa: ANN401 - as moto has it
        """Run instances if the region, the account and the zone allow it."""
        request = launch.Launch.of(self, image_id, count, facts)
        if self.region_name == region().name:
            request.check()
        facts["block_device_mappings"] = launch.with_root_volume(self, image_id, facts.get("block_device_mappings", []))
        reservation = super().run_instances(image_id, count, *rest, **facts)
        for instance in reservation.instances:
            instance.nics[0].delete_on_termination = True
            self._pass(instance, "pending", "running")
        return reservation

    def start_instances(self, instance_ids: list[str]) -> list[Any]:
        """Start instances, each with another public address than before."""
        for instance in self.get_multi_instances_by_id(instance_ids):
            if not instance.is_running():
                launch.Launch.again(self, instance).check()
        started = super().start_instances(instance_ids)
        for instance, _ in started:
            self._pass(instance, "pending", "running")
        return started

    def stop_instances(self, instance_ids: list[str]) -> list[Any]:
        """Stop instances, which takes their public addresses away."""
        stopped = super().stop_instances(instance_ids)
        for instance, _ in stopped:
            self._pass(instance, "stopping", "stopped")
        return stopped

    def describe_instances(self, filters: Any = None) -> list[Any]:  # noqa: ANN401 - as moto has it
        """Describe instances, and count the look."""
        self._look()
        return super().describe_instances(filters=filters)

    def get_reservations_by_instance_ids(self, instance_ids: list[str], filters: Any = None) -> list[Any]:  # noqa: ANN401
        """Describe some instances, and count the look."""
        self._look()
        return super().get_reservations_by_instance_ids(instance_ids, filters=filters)

    def _offerings(self, kind: str) -> list[dict[str, str]]:
        if self.region_name != region().name:
            return []
        rows = []
        for each in region().offerings.values():
            zones = [self.region_name + letter for letter in each.zones]
            places = zones if kind == "availability-zone" else [self.region_name] if zones else []
            rows += [{"InstanceType": each.name, "LocationType": kind, "Location": place} for place in places]
        return rows

    def _pass(self, instance: Instance, now: str, then: str) -> None:
        looks = moto_private.looks_of("ec2::instance")
        if looks:
            moto_private.set_instance_state(instance, now, STATES[now])
            self.passing[instance.id] = (then, looks)

    def _look(self) -> None:
        for identity, (then, looks) in list(self.passing.items()):
            instance = self.get_instance(identity)
            if looks > 0:
                self.passing[identity] = (then, looks - 1)
                continue
            del self.passing[identity]
            if instance.state != "terminated":
                moto_private.set_instance_state(instance, then, STATES[then])


class EC2(moto_private.EC2Response):
    """Answers for EC2."""


def _matches(row: dict[str, str], filters: dict[str, Any]) -> bool:
    names = {"instance-type": "InstanceType", "location": "Location"}
    return all(
        any(fnmatch.fnmatchcase(row[names[name]], pattern) for pattern in patterns)
        for name, patterns in filters.items()
    )


def _ami(backend: EC2Region, image: Image) -> moto_private.Ami:
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


def _facts(each: Offering) -> dict[str, Any]:
    """Return what DescribeInstanceTypes says of a type that moto does not know."""
    gpus = dict(each.gpus)
    memory = gpus["memory_gib"] * 1024
    gpu = {"Name": gpus["name"], "Manufacturer": "NVIDIA", "Count": gpus["count"], "MemoryInfo": {"SizeInMiB": memory}}
    return {
        "InstanceType": each.name,
        "CurrentGeneration": False,
        "VCpuInfo": {"DefaultVCpus": each.vcpus},
        "MemoryInfo": {"SizeInMiB": (each.memory_gib or 0) * 1024},
        "GpuInfo": {"Gpus": [gpu], "TotalGpuMemoryInMiB": memory * gpus["count"]},
        "ProcessorInfo": {"SupportedArchitectures": ["x86_64"]},
    }


moto_private.ec2_backends.backend = EC2Region
