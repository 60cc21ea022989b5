"""The instance follows the cloud's: its files, its firewall, its end; and nothing of it is left anywhere."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from rehearsal.cloud import Cloud
from rehearsal.instance.instance import UBUNTU
from rehearsal.laptop.network import READER
from rehearsal.machines import Machines
from rehearsal.sandbox import why_unavailable
from tests.rehearsal.machines.conftest import STACK, deploy
from tests.rehearsal.machines.test_pitfalls import SSH
from tests.rehearsal.machines.typist import Typist
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.rehearsal.machines.conftest import Desk


@pytest.fixture
def typist(desk: Desk) -> Iterator[Typist]:
    typist = Typist(desk)
    yield typist
    typist.close()


def test_users_and_their_shells(typist: Typist) -> None:
    assert typist.run("instance", "whoami; pwd; hostname") == "ubuntu\n/home/ubuntu\nip-10-0-0-4"
    assert typist.run("instance", "exit") == "logout"
    assert typist.run("instance", "whoami; echo $0; sudo whoami") == "ssm-user\n/bin/sh\nroot"


def test_firewall_decides_about_ssh(desk: Desk, typist: Typist) -> None:
    ssh = f"{SSH} ubuntu@{desk.address} hostname"
    assert "ip-10-0-0-4" in typist.run("laptop", ssh)
    ec2 = desk.cloud.client("ec2")
    group = ec2.describe_instances()["Reservations"][0]["Instances"][0]["SecurityGroups"][0]["GroupId"]
    rule = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
    ours = [rule | {"IpRanges": [{"CidrIp": f"{READER}/32"}]}]
    ec2.revoke_security_group_ingress(GroupId=group, IpPermissions=ours)
    desk.machines.look()
    assert "Connection timed out" in typist.run("laptop", ssh)
    other = [rule | {"IpRanges": [{"CidrIp": "198.51.100.9/32"}]}]
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=other)
    desk.machines.look()
    assert "Connection timed out" in typist.run("laptop", ssh)
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=ours)
    desk.machines.look()
    assert typist.run("laptop", ssh) == "ip-10-0-0-4"


def test_ssh_goes_through_session_manager_too(desk: Desk, typist: Typist) -> None:
    proxy = "aws ssm start-session --target %h --document-name AWS-StartSSHSession --parameters portNumber=%p"
    assert "ip-10-0-0-4" in typist.run("laptop", f"{SSH} -o ProxyCommand='{proxy}' ubuntu@{desk.id} hostname")


def test_it_stops_and_comes_back_with_its_files(desk: Desk, typist: Typist) -> None:
    typist.run("instance", "echo model > model.pt; tmux new -d -s jupyter")
    before = desk.address
    desk.cloud.client("ec2").stop_instances(InstanceIds=[desk.id])
    desk.machines.look()
    window = typist.window("instance")
    window.wait(lambda: window.ended, "the end of the session")
    assert "TargetNotConnected" in typist.run("laptop", f"aws ssm start-session --target {desk.id}")
    assert "Connection timed out" in typist.run("laptop", f"{SSH} ubuntu@{before}")

    desk.cloud.client("ec2").start_instances(InstanceIds=[desk.id])
    desk.machines.look()
    assert desk.address != before
    assert typist.run("another instance", "cat model.pt; rm model.pt") == "model"
    assert "no sessions" in typist.run("another instance", "tmux attach -t jupyter")
    known = typist.run("laptop", f"{SSH} ubuntu@{desk.address} hostname")
    assert known.endswith("ip-10-0-0-4")


def test_role_without_the_policy_is_not_connected(desk: Desk, typist: Typist) -> None:
    iam = desk.cloud.client("iam")
    (role,) = [role["RoleName"] for role in iam.list_roles()["Roles"]]
    policy = "arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore"
    iam.detach_role_policy(RoleName=role, PolicyArn=policy)
    assert "TargetNotConnected" in typist.run("laptop", f"aws ssm start-session --target {desk.id}")
    iam.attach_role_policy(RoleName=role, PolicyArn=policy)


def test_nothing_of_the_developers_is_seen(typist: Typist) -> None:
    for place, user in (("laptop", "you"), ("instance", "ubuntu")):
        assert user in typist.run(place, "ls /home").split()
        assert "No such file" in typist.run(place, "cat /etc/shadow")
        assert "No such file" in typist.run(place, f"cat {ROOT}/README.md")
        assert str(os.getpid()) not in typist.run(place, "ps -e").split()


def test_nothing_outlives_the_machines() -> None:
    if reason := why_unavailable():
        pytest.skip(reason)
    before = running()
    with Cloud.spawn() as cloud, Machines.of(cloud, {}) as machines:
        identity = deploy(cloud)
        machines.look()
        disk = machines.fleet.instance(identity).home(UBUNTU)
        folder = machines.laptop.folder
        assert disk.exists()
        assert len(running()) == len(before) + 2
        cloud.client("cloudformation").delete_stack(StackName=STACK)
        machines.look()
        assert not disk.exists()
        assert identity not in machines.fleet.instances
        assert len(running()) == len(before) + 1
    assert not folder.exists()
    assert running() == before


def running() -> set[str]:
    """The sandboxes of this process."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,comm"], capture_output=True, text=True, check=True).stdout
    processes = [line.split() for line in listed.splitlines()]
    return {pid for pid, parent, name in processes if parent == str(os.getpid()) and name == "bwrap"}
