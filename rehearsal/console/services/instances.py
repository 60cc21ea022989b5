"""EC2 → Instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud


class Instances:
    """The instances of the account."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud

    def routes(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """What the browser may ask for."""
        return {
            "GET instances": lambda _: described(self.cloud),
            "POST instances/start": self._changing("start_instances"),
            "POST instances/stop": self._changing("stop_instances"),
            "POST instances/reboot": self._changing("reboot_instances"),
            "POST instances/terminate": self._changing("terminate_instances"),
        }

    def _changing(self, action: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
        def change(asked: dict[str, Any]) -> dict[str, Any]:
            getattr(self.cloud.client("ec2"), action)(InstanceIds=asked["InstanceIds"])
            return {}

        return change


def described(cloud: Cloud) -> list[dict[str, Any]]:
    """Describe all instances, the latest first, those that were terminated a while ago among them."""
    pages = cloud.client("ec2").get_paginator("describe_instances").paginate()
    found = [each for page in pages for reservation in page["Reservations"] for each in reservation["Instances"]]
    return sorted(found, key=lambda each: str(each["LaunchTime"]), reverse=True)
