"""Systems Manager → Session Manager."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rehearsal.cloud.services.ssm import AWS_CHANNEL
from rehearsal.console.services.instances import described
from rehearsal.sandbox import why_unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from rehearsal.cloud import Cloud


class Sessions:
    """Sessions, and the instances that one can be started on."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud

    def routes(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """What the browser may ask for."""
        return {
            "GET sessions": self.all,
            "GET sessions/targets": self.targets,
            "POST sessions": self.start,
            "POST sessions/terminate": self.terminate,
        }

    def all(self, asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List the sessions that are on (``State`` is ``Active``) or over (``History``)."""
        found: list[dict[str, Any]] = self.cloud.client("ssm").describe_sessions(State=asked["State"])["Sessions"]
        return found

    def targets(self, _asked: dict[str, Any]) -> list[dict[str, Any]]:
        """List the instances whose agent has reported, each with what EC2 knows about it."""
        rows = self.cloud.client("ssm").describe_instance_information()["InstanceInformationList"]
        known = {each["InstanceId"]: each for each in described(self.cloud)}
        return [{**known.get(row["InstanceId"], {}), **row} for row in rows]

    def start(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Start a session on an instance; the page then speaks with it by the address and the token that it gets.

        ``NoTerminal`` is ours: why nobody carries the session, if this computer is the reason.
        """
        reason = {"Reason": asked["Reason"]} if asked.get("Reason") else {}
        answer = self.cloud.client("ssm").start_session(Target=asked["Target"], **reason)
        carried = not answer["StreamUrl"].startswith(AWS_CHANNEL)
        shown = {name: answer[name] for name in ("SessionId", "StreamUrl", "TokenValue")}
        return shown | {"NoTerminal": "" if carried else why_unavailable()}

    def terminate(self, asked: dict[str, Any]) -> dict[str, Any]:
        """End a session."""
        answer = self.cloud.client("ssm").terminate_session(SessionId=asked["SessionId"])
        return {"SessionId": answer["SessionId"]}
