"""Systems Manager: parameters, and sessions on instances that can be reached."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rehearsal.cloud import moto_private
from rehearsal.cloud.moto_private import ActionResult, parameters_of
from rehearsal.cloud.region import region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rehearsal.cloud.moto_private import Instance

POLICY = "AmazonSSMManagedInstanceCore"
SHELL = "SSM-SessionManagerRunShell"
DOCUMENTS = (SHELL, "AWS-StartInteractiveCommand", "AWS-StartSSHSession", "AWS-StartPortForwardingSession")
"""The documents that AWS has for sessions; those for a shell, SSH and a port are played by the machines."""
AWS_CHANNEL = "wss://ssmmessages.cn-northwest-1.amazonaws.com.cn"
CHANNEL = [AWS_CHANNEL]
"""Where sessions are carried; a rehearsal with machines puts its own address in the place of AWS's."""


class TargetNotConnected(moto_private.ServiceException):
    """Nobody answers at that instance."""

    code = "TargetNotConnected"


class InvalidInstanceId(moto_private.ServiceException):
    """There is no such managed instance."""

    code = "InvalidInstanceId"


class InvalidDocument(moto_private.ServiceException):
    """There is no such document."""

    code = "InvalidDocument"


class DoesNotExist(moto_private.ServiceException):
    """There is no such session."""

    code = "DoesNotExistException"


@dataclass
class Session:
    """A session on an instance."""

    id: str
    target: str
    document: str
    owner: str
    parameters: dict[str, list[str]]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    ended: datetime | None = None

    def described(self) -> dict[str, Any]:
        """Return it as DescribeSessions shows it."""
        shown = {
            "SessionId": self.id,
            "Target": self.target,
            "Status": "Terminated" if self.ended else "Connected",
            "StartDate": self.started,
            "DocumentName": self.document,
            "Owner": self.owner,
        }
        return shown | ({"EndDate": self.ended} if self.ended else {})


class SystemsManagerRegion(moto_private.SimpleSystemManagerBackend):
    """Systems Manager of one region, with the public parameters that name images."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.sessions: dict[str, Session] = {}
        if region_name == region().name:
            for image in region().images:
                if image.parameter:
                    moto_private.keep_parameter(self, image.parameter, image.id, "aws:ec2:image")

    def describe_parameters(
        self, filters: list[dict[str, Any]], parameter_filters: list[dict[str, Any]]
    ) -> list[moto_private.Parameter]:
        """Describe the parameters of the account; the public ones are not among them."""
        found = super().describe_parameters(filters, parameter_filters)
        return [each for each in found if not each.name.startswith("/aws/")]

    def managed(self) -> Iterator[Instance]:
        """Yield the instances that can be reached: they run, and their role carries the policy of this partition."""
        ec2 = moto_private.ec2_backends[self.account_id][self.region_name]
        iam = moto_private.iam_backends[self.account_id][self.partition]
        wanted = f"arn:{self.partition}:iam::aws:policy/{POLICY}"
        for instance in ec2.all_running_instances():
            association = ec2.iam_instance_profile_associations.get(instance.id)
            roles = association.iam_instance_profile.roles if association else []
            if any(wanted in moto_private.managed_policy_arns(iam, role.name) for role in roles):
                yield instance

    def is_managed(self, identity: str) -> bool:
        """Return whether an instance can be reached."""
        return any(instance.id == identity for instance in self.managed())

    def send_command(self, **facts: Any) -> moto_private.Command:  # type: ignore[override] # noqa: ANN401
        """Send a command, but only to instances that can be reached."""
        asked = list(facts["instance_ids"] or [])
        unreachable = [identity for identity in asked if not self.is_managed(identity)]
        if unreachable or not (asked or facts["targets"]):
            raise InvalidInstanceId(f"Instances {unreachable} not in a valid state for account {self.account_id}")
        command = super().send_command(**facts)
        if not facts["targets"]:
            moto_private.only_send_to(command, asked)
        return command


class SystemsManager(moto_private.SimpleSystemManagerResponse):
    """Answers for Systems Manager."""

    @property
    def there(self) -> SystemsManagerRegion:
        """The caller's Systems Manager."""
        backend: SystemsManagerRegion = moto_private.ssm_backends[self.current_account][self.region]  # type: ignore[assignment]
        return backend

    def describe_instance_information(self) -> ActionResult:
        """Describe the instances that can be reached."""
        asked = parameters_of(self)
        wanted = [*_values(asked.get("Filters"), "Key", "Values")]
        wanted += _values(asked.get("InstanceInformationFilterList"), "key", "valueSet")
        rows = [described_instance(each) for each in self.there.managed() if not wanted or each.id in wanted]
        return ActionResult({"InstanceInformationList": rows})

    def get_connection_status(self) -> ActionResult:
        """Say whether an instance can be reached."""
        target = parameters_of(self)["Target"]
        status = "connected" if self.there.is_managed(target) else "notconnected"
        return ActionResult({"Target": target, "Status": status})

    def start_session(self) -> ActionResult:
        """Start a session."""
        asked = parameters_of(self)
        target = asked["Target"]
        document = asked.get("DocumentName", SHELL)
        if document not in DOCUMENTS:
            raise InvalidDocument(f"Document with name {document} does not exist.")
        if not self.there.is_managed(target):
            raise TargetNotConnected(f"{target} is not connected.")
        identity = f"reader-{moto_private.random_hex(17)}"
        owner = f"arn:{self.partition}:iam::{self.current_account}:user/reader"
        session = Session(identity, target, document, owner, asked.get("Parameters") or {})
        self.there.sessions[identity] = session
        channel = f"{CHANNEL[0]}/v1/data-channel/{identity}?role=publish_subscribe"
        return ActionResult({"SessionId": identity, "TokenValue": session.token, "StreamUrl": channel})

    def terminate_session(self) -> ActionResult:
        """End a session."""
        identity = parameters_of(self)["SessionId"]
        if identity not in self.there.sessions:
            raise DoesNotExist(f"Session {identity} does not exist.")
        self.there.sessions[identity].ended = datetime.now(UTC)
        return ActionResult({"SessionId": identity})

    def describe_sessions(self) -> ActionResult:
        """Describe the sessions that are on, or those that were."""
        over = parameters_of(self)["State"] == "History"
        shown = [each.described() for each in self.there.sessions.values() if bool(each.ended) is over]
        return ActionResult({"Sessions": shown})


def _values(filters: list[dict[str, Any]] | None, key: str, values: str) -> list[str]:
    if any(each[key] != "InstanceIds" for each in filters or []):
        raise NotImplementedError
    return [value for each in filters or [] for value in each[values]]


def described_instance(instance: Instance) -> dict[str, Any]:
    """Return an instance as DescribeInstanceInformation shows it."""
    return {
        "InstanceId": instance.id,
        "PingStatus": "Online",
        "LastPingDateTime": datetime.now(UTC),
        "AgentVersion": "3.3.4793.0",
        "IsLatestVersion": True,
        "PlatformType": "Linux",
        "PlatformName": "Ubuntu",
        "PlatformVersion": "24.04",
        "ResourceType": "EC2Instance",
        "IPAddress": instance.private_ip,
        "ComputerName": instance.private_dns_name,
    }


moto_private.ssm_backends.backend = SystemsManagerRegion
