"""Who may ask, and who answers: the API below ``/api/``, the pages everywhere else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from werkzeug.wrappers import Request, Response

from rehearsal.console.api import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from rehearsal.console.api import Api
    from rehearsal.console.pages import Pages

PREFIX = "/api/"
LARGEST = 2_000_000
"""Bytes of a request: a template of 1 MB with its line ends and quotation marks escaped still gets in."""


class Application:
    """The WSGI application of the console."""

    def __init__(self, url: str, api: Api, pages: Pages) -> None:
        self.host = urlsplit(url).netloc
        self.hosts = {self.host, self.host.replace("127.0.0.1", "localhost")}
        self.api = api
        self.pages = pages

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        request = Request(environ)
        return self._answer(request)(environ, start_response)

    def _answer(self, request: Request) -> Response:
        # A page of another site may have its name point here (DNS rebinding); its requests still carry its own name.
        if request.host not in self.hosts:
            return Response("This console answers only at its own address.\n", 421)
        if not request.path.startswith(PREFIX):
            return self.pages.answer(request)
        if not self._is_ours(request):
            return _refusal(Refused("Forbidden", "Only the console's own pages may ask.", 403))
        try:
            asked = _asked(request)
            answer = self.api.answer(request.method, request.path.removeprefix(PREFIX), asked)
        except Refused as refused:
            return _refusal(refused)
        return Response(json.dumps(answer, default=_as_text), mimetype="application/json")

    def _is_ours(self, request: Request) -> bool:
        """Whether no page of another site asks: a form of it can send neither JSON nor this origin."""
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc not in self.hosts:
            return False
        return request.method == "GET" or request.mimetype == "application/json"


def _asked(request: Request) -> dict[str, Any]:
    """Return what a request asks for: its query, and the object that it sends along."""
    if (request.content_length or 0) > LARGEST:
        raise Refused("RequestTooLarge", f"A request may have {LARGEST} bytes.", 413)
    try:
        sent = json.loads(request.get_data() or "{}")
    except ValueError as error:
        raise Refused("BadRequest", "The request is no JSON.") from error
    if not isinstance(sent, dict):
        raise Refused("BadRequest", "The request is no object.")
    return {**request.args.to_dict(), **sent}


def _refusal(refused: Refused) -> Response:
    body = json.dumps({"code": refused.code, "message": refused.message})
    return Response(body, refused.status, mimetype="application/json")


def _as_text(value: object) -> str:
    """Write a time as every browser reads it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    raise TypeError(f"{value!r} cannot be sent to the browser")
