"""The machines of a rehearsal: an instance for each that runs in the cloud, a laptop, and the sessions between them."""

from __future__ import annotations

import shutil
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rehearsal.cloud import Cloud
from rehearsal.instance import Fleet
from rehearsal.instance.channel import Channel
from rehearsal.laptop import Laptop

if TYPE_CHECKING:
    from collections.abc import Iterator

PACE = 0.5
"""Seconds between two looks at the cloud; whoever cannot wait calls :meth:`Machines.look`."""


class Machines:
    """What stands for the computers of the guide.

    Use :meth:`of`; nothing is left of it afterwards, no process, port or file.
    """

    def __init__(self, fleet: Fleet, channel: Channel, laptop: Laptop) -> None:
        self.fleet = fleet
        self.channel = channel
        self.laptop = laptop
        self._looking = threading.Lock()
        self._over = threading.Event()

    def look(self) -> None:
        """Follow the cloud now."""
        with self._looking:
            self.fleet.look()
            self.laptop.network.look()

    def restart_laptop(self) -> None:
        """Turn the laptop off and on again."""
        with self._looking:
            self.laptop.restart()

    @classmethod
    @contextmanager
    def of(cls, cloud: Cloud, downloads: dict[str, bytes]) -> Iterator[Machines]:
        """Have the machines of a cloud for as long as the block runs.

        Args:
            cloud: The cloud; it may live in another process.
            downloads: What the reader has downloaded, by file name.

        Raises:
            Unavailable: If this computer does not let us.

        """
        folder = Path(tempfile.mkdtemp(prefix="machines-"))
        own = Cloud(cloud.url)  # boto3 makes clients for one thread at a time
        fleet = Fleet(own, folder)
        channel = Channel(own, fleet)
        try:
            with channel.serve():
                laptop = Laptop(folder / "laptop", own, fleet, channel.url, downloads)
                machines = cls(fleet, channel, laptop)
                thread = threading.Thread(target=machines._follow, daemon=True)
                thread.start()
                try:
                    yield machines
                finally:
                    machines._over.set()
                    thread.join()
                    laptop.close()
                    fleet.close()  # this ends all sessions, so that the channel can end
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _follow(self) -> None:
        while not self._over.wait(PACE):
            self.look()
