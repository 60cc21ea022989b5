"""What whoever plays the instances must know of them, without being one who looks at them through EC2's API.

A look through the API would count as one: an instance that is to be ``pending`` for two looks would run too soon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rehearsal.cloud import moto_private
from rehearsal.cloud.region import region

if TYPE_CHECKING:
    from rehearsal.cloud.moto_private import Instance
    from rehearsal.cloud.services.ssm import SystemsManagerRegion


def machines() -> list[dict[str, Any]]:
    """Describe every instance: its ``id``, ``state``, ``private`` and ``public`` address, and whom it lets ``in``."""
    backend = moto_private.ec2_backends[moto_private.ACCOUNT][region().name]
    return [
        {
            "id": instance.id,
            "state": instance.state,
            "private": instance.private_ip,
            "public": instance.public_ip,
            "in": _lets_in(instance),
        }
        for instance in backend.all_instances()
    ]


def _lets_in(instance: Instance) -> list[dict[str, Any]]:
    """Return the rules of its security groups: from which port ``first`` to which ``last``, for which ``network``."""
    return [
        {"first": int(rule.from_port or 0), "last": int(rule.to_port or 65535), "network": rule.ip_range["CidrIp"]}
        for group in instance.security_groups
        for rule in group.ingress_rules
        if rule.ip_protocol in ("tcp", "-1") and "CidrIp" in (rule.ip_range or {})
    ]


def session(id: str) -> dict[str, Any] | None:  # noqa: A002 - the word of the API
    """Return what a session is for, and the token that opens it; ``None`` if there is no such session or it is over."""
    there: SystemsManagerRegion = moto_private.ssm_backends[moto_private.ACCOUNT][region().name]  # type: ignore[assignment]
    found = there.sessions.get(id)
    if found is None or found.ended:
        return None
    return {
        "target": found.target,
        "document": found.document,
        "parameters": found.parameters,
        "token": found.token,
    }
