"""Calls from inside the cloud: CloudFormation makes its resources through the same API that a reader uses.

That gives each resource the checks of botocore, of moto and of the rehearsal for nothing, and lets a planned fault of
an action reach it. No socket is involved: botocore's ``before-send`` event hands the request to the front door.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import boto3
import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder, run_wsgi_app

from rehearsal.cloud.cloudformation.errors import GoneError, ResourceError
from rehearsal.cloud.coerce import coerce, misspelt
from rehearsal.cloud.moto_private import random_uuid

if TYPE_CHECKING:
    from botocore.awsrequest import AWSPreparedRequest
    from botocore.client import BaseClient

    from rehearsal.cloud.front import Front

_front: list[Front] = []


def connect(front: Front) -> None:
    """Send the calls to this front door from now on."""
    _front[:] = [front]


def call(region: str, service: str, action: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 - of any action
    """Call an API action, such as ``call("cn-northwest-1", "ec2", "create_vpc", CidrBlock="10.0.0.0/16")``.

    Parameters that are ``None`` are left out; the strings of a template become the numbers and booleans of the API.

    Raises:
        ResourceError: In the words that CloudFormation puts around an error of a service.

    """
    client = _client(service, region)
    operation = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[action])
    given = {name: value for name, value in parameters.items() if value is not None}
    wanted = coerce(operation.input_shape, given)
    for complaint in misspelt(operation.input_shape, wanted):
        raise ResourceError(f"Properties validation failed with message:\n{complaint}")
    try:
        return cast("dict[str, Any]", getattr(client, action)(**wanted))
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in ("InternalFailure", "NotRehearsed"):
            raise RuntimeError(f"The rehearsal called {service} {action}: {error}") from error
        failure = GoneError if "NotFound" in code or code == "NoSuchEntity" else ResourceError
        raise failure(_handler_message(client, error)) from error
    except ParamValidationError as error:
        raise ResourceError(f"Properties validation failed: {error}") from error


def _handler_message(client: BaseClient, error: ClientError) -> str:
    said, service = error.response["Error"], str(client.meta.service_model.service_id)
    service = service.capitalize() if service.isupper() else service  # CloudFormation writes Ec2 and Iam
    detail = f"(Service: {service}, Status Code: 400, Request ID: {random_uuid()})"
    token = f"(RequestToken: {random_uuid()}, HandlerErrorCode: GeneralServiceException)"
    return f'Resource handler returned message: "{said["Message"]} {detail}" {token}'


@lru_cache
def _session() -> boto3.session.Session:
    session = boto3.session.Session(
        aws_access_key_id="AKIAREHEARSALEXAMPLE",
        aws_secret_access_key="rehearsal",
        botocore_session=botocore.session.Session(),
    )
    session.events.register("before-send", _send)  # type: ignore[arg-type] # whose answer counts, other than the stubs say
    return session


@lru_cache
def _client(service: str, region: str) -> BaseClient:
    config = Config(retries={"total_max_attempts": 1})
    return cast("BaseClient", _session().client(service, region_name=region, config=config))  # type: ignore[call-overload]


def _send(request: AWSPreparedRequest, **_: object) -> AWSResponse:
    body = request.body.encode() if isinstance(request.body, str) else cast("bytes", request.body)
    headers = Headers(
        [(name, value.decode() if isinstance(value, bytes) else value) for name, value in request.headers.items()]
    )
    builder = EnvironBuilder(method=request.method, base_url=request.url, headers=headers, data=body)
    answer, status, answered = run_wsgi_app(_front[0], builder.get_environ())
    return AWSResponse(request.url, int(status.split()[0]), HTTPHeaders.from_pairs(answered), _Body(b"".join(answer)))


class _Body(io.BytesIO):
    """A body as botocore reads it from urllib3."""

    def stream(self, **_: object) -> list[bytes]:
        """Return all that there is, in one piece."""
        return [self.read()]
