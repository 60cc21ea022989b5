"""The network of the laptop: nothing answers, except what the rehearsal has there.

A packet to an address that nobody has, or that a firewall protects, vanishes, and whoever sent it waits until he gives
up; as on the internet. An instance whose firewall lets the reader use SSH answers at its public address.
"""

from __future__ import annotations

import socket
from functools import partial
from typing import TYPE_CHECKING

from rehearsal.instance.fleet import SSH
from rehearsal.sandbox.relay import lead, shut

if TYPE_CHECKING:
    from rehearsal.instance import Fleet
    from rehearsal.sandbox import Sandbox

READER = "203.0.113.7"
"""The reader's public address, as in the guide; it is one of those that are reserved for documentation."""
GIVING_UP = 1
"""How often a packet is sent again before a program gives up, after 3 s; 6 times, 2 minutes, elsewhere."""


class Network:
    """The network of a laptop, which follows a fleet."""

    def __init__(self, sandbox: Sandbox, fleet: Fleet) -> None:
        self.sandbox = sandbox
        self.fleet = fleet
        self._doors: dict[str, socket.socket] = {}
        # Whatever goes into one end of the pair comes out of the other, where nobody is.
        sandbox.root("ip", "link", "add", "internet", "type", "veth", "peer", "name", "nowhere")
        sandbox.root("ip", "link", "set", "internet", "arp", "off", "up")
        sandbox.root("ip", "link", "set", "nowhere", "up")
        sandbox.root("ip", "address", "add", f"{READER}/32", "dev", "internet")
        sandbox.root("ip", "route", "add", "default", "dev", "internet")
        sandbox.root("sh", "-c", f"echo {GIVING_UP} > /proc/sys/net/ipv4/tcp_syn_retries")

    def bring(self, port: int) -> None:
        """Let a port of the real computer's loopback address be the laptop's, too: the cloud, the data channel."""
        door = self.sandbox.listen("127.0.0.1", port)
        self._doors[f"127.0.0.1:{port}"] = door
        lead(door, lambda: socket.create_connection(("127.0.0.1", port)))

    def look(self) -> None:
        """Let the instances answer that the reader may use SSH with now, and no others."""
        wanted = self.fleet.addresses(READER)
        there = {address for address in self._doors if not address.startswith("127.")}
        for address in there - wanted:
            shut(self._doors.pop(address))
            self.sandbox.root("ip", "address", "del", f"{address}/32", "dev", "lo")
        for address in wanted - there:
            self.sandbox.root("ip", "address", "add", f"{address}/32", "dev", "lo")
            door = self._doors[address] = self.sandbox.listen(address, SSH)
            lead(door, partial(self.fleet.connect, address, SSH))

    def close(self) -> None:
        """Let nothing answer any more."""
        for door in self._doors.values():
            shut(door)
        self._doors.clear()
