"""What a test may tell the cloud that no reader can: plan a fault, approve a quota, forget everything.

The machines of the rehearsal ask here, too, which instances there are. All of it goes over HTTP like everything else,
so that a cloud in another process is driven in the same way.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

from rehearsal.cloud import machines, moto_private, quotas
from rehearsal.cloud.faults import PLANNED, Fault
from rehearsal.cloud.services import ssm

if TYPE_CHECKING:
    from collections.abc import Callable

PREFIX = "/rehearsal/"


def answer(environ: dict[str, Any]) -> Response:
    """Do what ``POST /rehearsal/NAME`` asks for, and answer in JSON; 404 if there is no such thing to do."""
    request = Request(environ)
    act = ACTS.get(request.path.removeprefix(PREFIX))
    if act is None or request.method != "POST":
        return Response(f"POST one of: {', '.join(PREFIX + name for name in ACTS)}\n", 404)
    answered = act(**(json.loads(request.get_data()) if request.content_length else {}))
    return Response(json.dumps(answered), mimetype="application/json")


def reset() -> None:
    """Forget all resources, faults and lingering states."""
    PLANNED.clear()
    data_channel(ssm.AWS_CHANNEL)
    moto_private.reset_backends()


def fail(**fault: Any) -> None:  # noqa: ANN401 - the fields of Fault
    """Let calls of an action fail."""
    PLANNED.actions.append(Fault(**fault))


def fail_resource(type: str, message: str) -> None:  # noqa: A002 - the word of CloudFormation
    """Let the next resource of a type fail."""
    PLANNED.resources[type] = message


def no_capacity(type: str, zone: str) -> None:  # noqa: A002 - as above
    """Let a zone have no room for an instance type."""
    PLANNED.no_capacity.add((type, zone))


def approve_quotas(region: str) -> None:
    """Raise every quota, as if AWS had approved requests long ago."""
    quotas.approve(moto_private.ACCOUNT, region)


def data_channel(url: str) -> None:
    """Let sessions be carried at an address, such as ``ws://127.0.0.1:40123``, until everything is forgotten."""
    ssm.CHANNEL[:] = [url]


ACTS: dict[str, Callable[..., Any]] = {
    "reset": reset,
    "fail": fail,
    "fail-resource": fail_resource,
    "no-capacity": no_capacity,
    "no-faults": PLANNED.clear,
    "linger": moto_private.linger,
    "approve-quotas": approve_quotas,
    "same-ids": moto_private.same_ids,
    "data-channel": data_channel,
    "machines": machines.machines,
    "session": machines.session,
}
