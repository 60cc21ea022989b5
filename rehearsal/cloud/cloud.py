"""A rehearsal cloud at an address, and the ways to have one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import botocore.session

from rehearsal.cloud.server import listen, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

REGION = "cn-northwest-1"
ACCESS_KEY_ID = "AKIAREHEARSALEXAMPLE"
"""A key of the right form that opens nothing."""
WAITING = Path(__file__).parent / "waiting"
"""Data that makes the waiters of the AWS CLI and of boto3 look every 0.1 s, not every 15 or 30 s."""
ROOT = Path(__file__).parents[2]


class Cloud:
    """A cloud that is served at ``url``, in this process or in another."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._clients: dict[str, Any] = {}

    def environment(self) -> dict[str, str]:
        """Return the variables with which the AWS CLI or boto3 talk to this cloud, and to nothing else."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": ACCESS_KEY_ID,
            "AWS_SECRET_ACCESS_KEY": "rehearsal",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
            "AWS_DATA_PATH": str(WAITING),
        }

    def client(self, service: str) -> Any:  # noqa: ANN401 - boto3 makes its clients at run time
        """Return a boto3 client of this cloud, such as ``client("ec2")``; it is made once, which takes its time."""
        if service not in self._clients:
            self._clients[service] = self._session.client(service, endpoint_url=self.url)  # type: ignore[call-overload]
        return self._clients[service]

    def reset(self) -> None:
        """Forget all resources, faults and lingering states."""
        self._tell("reset")

    def same_ids(self, seed: str) -> None:
        """Let the ids that are made from now on be those of every other time with this seed, for pictures of them."""
        self._tell("same-ids", seed=seed)

    def approve_quotas(self) -> None:
        """Raise every quota, those of GPU instances from 0, as if AWS had approved requests long ago."""
        self._tell("approve-quotas", region=REGION)

    def fail(
        self, service: str, action: str, code: str, message: str, times: int = 1, status: int | None = None
    ) -> None:
        """Let the next calls of an API action fail.

        Args:
            service: As boto3 calls it, such as ``ec2``.
            action: As the API calls it, such as ``RunInstances``; ``*`` for any.
            code: The error code, such as ``UnauthorizedOperation``.
            message: What AWS says with it.
            times: How many calls fail.
            status: The HTTP status; the service's own for that code unless given. The AWS CLI tries again after 5xx.

        """
        fault = {"service": service, "action": action, "code": code, "message": message}
        self._tell("fail", **fault, times=times, status=status)

    def fail_resource(self, type: str, message: str) -> None:  # noqa: A002 - the word of CloudFormation
        """Let the next resource of a type, such as ``AWS::Budgets::Budget``, fail in CloudFormation."""
        self._tell("fail-resource", type=type, message=message)

    def no_capacity(self, type: str, zone: str) -> None:  # noqa: A002 - as above
        """Let a zone have no room for an instance type, until :meth:`no_faults`."""
        self._tell("no-capacity", type=type, zone=zone)

    def no_faults(self) -> None:
        """Take back everything that was planned to fail."""
        self._tell("no-faults")

    def linger(self, model: str, looks: int) -> None:
        """Let ``ec2::instance`` or ``cloudformation::stack`` show states in between for a number of looks.

        ``aws cloudformation deploy`` sleeps for 30 s between two looks, whatever the waiters' data says.
        """
        self._tell("linger", model=model, looks=looks)

    def data_channel(self, url: str) -> None:
        """Let sessions be carried at ``url``."""
        self._tell("data-channel", url=url)

    def machines(self) -> list[dict[str, Any]]:
        """Return what :func:`rehearsal.cloud.machines.machines` says of every instance."""
        return list(self._tell("machines"))

    def session(self, identity: str) -> dict[str, Any] | None:
        """Return what :func:`rehearsal.cloud.machines.session` says of a session."""
        found: dict[str, Any] | None = self._tell("session", id=identity)
        return found

    @classmethod
    @contextmanager
    def spawn(cls) -> Iterator[Cloud]:
        """Have a cloud in a process of its own, for as long as the block runs.

        Raises:
            RuntimeError: If it does not start; its own words are in the message.

        """
        command = [sys.executable, "-m", "rehearsal.cloud", "--while-input"]
        child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            yield cls(_url_from(child))
        finally:
            child.terminate()
            child.communicate()

    @cached_property
    def _session(self) -> boto3.session.Session:
        quick = botocore.session.Session()
        quick.set_config_variable("data_path", str(WAITING))
        return boto3.session.Session(
            aws_access_key_id=ACCESS_KEY_ID,
            aws_secret_access_key="rehearsal",
            region_name=REGION,
            botocore_session=quick,
        )

    def _tell(self, act: str, **words: object) -> Any:  # noqa: ANN401 - what the act answers
        request = urllib.request.Request(f"{self.url}/rehearsal/{act}", json.dumps(words).encode(), method="POST")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


def _url_from(child: subprocess.Popen[str]) -> str:
    """Read the address out of the lines that ``python -m rehearsal.cloud`` prints."""
    assert child.stdout is not None
    said = []
    for line in child.stdout:
        said.append(line)
        if line.startswith("export AWS_ENDPOINT_URL="):
            return line.partition("=")[2].strip()
    raise RuntimeError(f"python -m rehearsal.cloud did not start:\n{''.join(said)}")


@contextmanager
def rehearse(port: int = 0) -> Iterator[Cloud]:
    """Have a cloud in this process, for as long as the block runs.

    Moto keeps its resources per process: two clouds in one process are the same cloud at two addresses.

    Args:
        port: The port on 127.0.0.1; 0 takes a free one.

    Raises:
        OSError: If the port is taken.

    """
    with listen(port) as door, serve(door) as url:
        cloud = Cloud(url)
        cloud.reset()
        yield cloud
