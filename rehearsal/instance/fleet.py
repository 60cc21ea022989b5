"""The instances that stand for those of a cloud, and follow them."""

from __future__ import annotations

import ipaddress
import threading
from typing import TYPE_CHECKING, Any

from rehearsal.instance.instance import Instance

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from rehearsal.cloud import Cloud

SSH = 22


class Fleet:
    """All instances of one cloud, by the ids that the cloud gave them.

    Args:
        cloud: The cloud; it may live in another process.
        folder: Where their disks are kept.

    """

    def __init__(self, cloud: Cloud, folder: Path) -> None:
        self.cloud = cloud
        self.folder = folder
        self.instances: dict[str, Instance] = {}
        self._described: list[dict[str, Any]] = []
        self._lock = threading.Lock()

    def look(self) -> None:
        """Look at the cloud, and turn on and off, make and delete what is to be.

        Raises:
            Unavailable: If this computer does not let us have an instance.

        """
        with self._lock:
            self._described = self.cloud.machines()
            states = {each["id"]: each["state"] for each in self._described}
            for each in self._described:
                if each["state"] == "running" and each["id"] not in self.instances:
                    self.instances[each["id"]] = Instance(self.folder / each["id"], each["private"])
            for identity, instance in list(self.instances.items()):
                self._follow(identity, instance, states.get(identity, "terminated"))

    def _follow(self, identity: str, instance: Instance, state: str) -> None:
        if state == "running" and not instance.runs:
            instance.start()
        elif state in ("stopping", "stopped"):
            instance.stop()
        elif state == "terminated":
            instance.terminate()
            del self.instances[identity]

    def instance(self, identity: str) -> Instance:
        """Return an instance as it is now.

        Raises:
            OSError: If there is none.

        """
        self.look()
        if identity not in self.instances:
            raise OSError(f"There is no instance {identity}.")
        return self.instances[identity]

    def addresses(self, reader: str) -> set[str]:
        """Return the public addresses of the running instances whose firewall lets a reader's address use SSH."""
        return {
            each["public"]
            for each in self._described
            if each["state"] == "running" and each["public"] and any(_lets_in(rule, reader) for rule in each["in"])
        }

    def connect(self, address: str, port: int) -> socket.socket:
        """Connect to a port of the instance that has a public address now.

        Raises:
            OSError: If nobody has it, or nothing listens there.

        """
        for each in self._described:
            if each["public"] == address:
                return self.instance(each["id"]).connect(port)
        raise OSError(f"No instance has the address {address}.")

    def close(self) -> None:
        """Turn all of them off and delete their disks."""
        with self._lock:
            for instance in self.instances.values():
                instance.terminate()
            self.instances.clear()


def _lets_in(rule: dict[str, Any], reader: str) -> bool:
    network = ipaddress.ip_network(rule["network"], strict=False)
    return rule["first"] <= SSH <= rule["last"] and ipaddress.ip_address(reader) in network
