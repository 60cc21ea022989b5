"""A laptop and an instance, with what the guide does before SSH done; where there can be none, it is said why."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from rehearsal.cloud import Cloud
from rehearsal.instance.instance import UBUNTU
from rehearsal.laptop.network import READER
from rehearsal.machines import Machines
from rehearsal.sandbox import why_unavailable
from walkthrough.folder import TEMPLATE
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rehearsal.instance import Instance

STACK = "DeepLearning"
ADDRESS = "you@example.com"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these tests are one process's: two sets of machines would be one too many."""
    for item in items:
        if "tests/rehearsal/machines" in item.path.as_posix():
            item.add_marker(pytest.mark.xdist_group("machines"))


@dataclass(frozen=True)
class Desk:
    """What the tests have before them.

    :ivar id: the instance's id
    :ivar rsa: a public key of 560 characters, whose private half is ``~/.ssh/rsa`` of the laptop
    """

    cloud: Cloud
    machines: Machines
    id: str
    rsa: str

    @property
    def instance(self) -> Instance:
        """The instance, as it is now."""
        return self.machines.fleet.instance(self.id)

    @property
    def address(self) -> str:
        """Its public address now; "" while it is stopped."""
        (described,) = self.cloud.client("ec2").describe_instances(InstanceIds=[self.id])["Reservations"][0][
            "Instances"
        ]
        return str(described.get("PublicIpAddress", ""))


def deploy(cloud: Cloud) -> str:
    """Deploy the stack, open to the reader; returns the id of its instance."""
    cloud.approve_quotas()
    cloud.client("ssm").put_parameter(Name="email", Type="String", Value=ADDRESS)
    cloud.client("cloudformation").create_stack(
        StackName=STACK,
        TemplateBody=(ROOT / "cloudformation" / TEMPLATE).read_text("utf-8"),
        Capabilities=["CAPABILITY_IAM"],
        Parameters=[{"ParameterKey": "SshAddress", "ParameterValue": f"{READER}/32"}],
    )
    (machine,) = cloud.machines()
    return str(machine["id"])


def make_keys(home: Path) -> str:
    """Make the guide's key and one of RSA; returns the public half of the second."""
    (home / ".ssh").mkdir(mode=0o700)
    for kind, name in (("ed25519", "deep-learning"), ("rsa", "rsa")):
        make = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "deep-learning", "-f", str(home / ".ssh" / name)]
        subprocess.run(make, check=True)
    return (home / ".ssh" / "rsa.pub").read_text().strip()


@pytest.fixture(scope="session")
def desk() -> Iterator[Desk]:
    if reason := why_unavailable():
        pytest.skip(reason)
    with Cloud.spawn() as cloud, Machines.of(cloud, {}) as machines:
        identity = deploy(cloud)
        machines.look()
        home = machines.laptop.home
        desk = Desk(cloud, machines, identity, make_keys(home))
        keys = desk.instance.home(UBUNTU) / ".ssh"
        keys.mkdir(mode=0o700)
        (keys / "authorized_keys").write_bytes((home / ".ssh" / "deep-learning.pub").read_bytes())
        (home / ".aws").mkdir()
        (home / ".aws" / "credentials").write_text("[default]\naws_access_key_id = a\naws_secret_access_key = b\n")
        (home / ".aws" / "config").write_text("[default]\nregion = cn-northwest-1\n")
        yield desk
