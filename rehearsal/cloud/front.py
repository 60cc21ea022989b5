"""The front door: looks at who is asked, and lets that service answer in AWS's own wire form."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Response

from rehearsal.cloud import control, inside, moto_private
from rehearsal.cloud.faults import PLANNED
from rehearsal.cloud.handlers import HANDLERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rehearsal.cloud.moto_private import BaseResponse, ServiceException

Environ = dict[str, Any]
Answer = tuple[int, dict[str, Any], str | bytes]
"""Status, headers and body."""


class NotRehearsed(moto_private.ServiceException):
    """AWS has this action, the rehearsal does not."""

    code = "NotRehearsed"


class InternalFailure(moto_private.ServiceException):
    """The rehearsal itself is wrong."""

    code = "InternalFailure"


class Front:
    """The WSGI application of the rehearsal cloud.

    A request is signed for one service, and the signature says which: that is how one address can stand for all of AWS.
    What the rehearsal does not answer itself goes to moto's own application.
    """

    def __init__(self) -> None:
        self._moto: Callable[..., Iterable[bytes]] | None = None
        inside.connect(self)

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        if environ.get("PATH_INFO", "").startswith(control.PREFIX):
            return control.answer(environ)(environ, start_response)
        handler = HANDLERS.get(signed_service(environ))
        if handler is None:
            self._moto = self._moto or moto_private.moto_application()
            return self._moto(environ, start_response)
        return _answered(handler, environ)(environ, start_response)


def signed_service(environ: Environ) -> str:
    """Return the service that a request is signed for, such as ``ec2``; empty if it is not signed.

    The header reads ``AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/SERVICE/aws4_request, …``.
    """
    authorization = environ.get("HTTP_AUTHORIZATION", "")
    _, _, credential = authorization.partition("Credential=")
    scope = credential.partition(",")[0].split("/")
    return scope[3] if len(scope) == 5 else ""


def _answered(handler: type[BaseResponse], environ: Environ) -> Response:
    response = handler()
    response.setup_class(moto_private.ServerRequest(environ))
    fault = PLANNED.take(str(response.service_name), str(moto_private.action_of(response)))
    status, headers, body = _error(response, fault.error, fault.status) if fault else _call(response)
    return Response(body, int(status), {name: str(value) for name, value in headers.items()})


def _call(response: BaseResponse) -> Answer:
    """Let a service answer. What it cannot is answered with 501: the AWS CLI tries 500 again for 10 s."""
    try:
        return response.call_action()
    except NotImplementedError:
        name = f"{response.service_name}:{moto_private.action_of(response)}"
        return _error(response, NotRehearsed(f"{name} is not rehearsed; AWS itself has it."), status=501)
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        return _error(response, InternalFailure(f"The rehearsal itself failed: {error!r}"), status=501)


def _error(response: BaseResponse, error: ServiceException, status: int | None = None) -> Answer:
    moto_private.expect_code(error.code)
    code, headers, body = response.serialized(moto_private.ActionResult(error))
    return status or int(code), dict(headers), body
