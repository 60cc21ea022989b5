"""The built pages: files, and for every other address the one page that finds out by itself what to show."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from werkzeug.security import safe_join
from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.wrappers import Request

HEADERS = {
    # The page can reach nothing but this origin and the channels of sessions on this computer, whatever a library may
    # try. Cloudscape brings its fonts along as data.
    "Content-Security-Policy": "default-src 'self'; connect-src 'self' ws://127.0.0.1:*; "
    "img-src 'self' data:; font-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Pages:
    """The files of a build."""

    def __init__(self, built: Path) -> None:
        self.built = built

    def answer(self, request: Request) -> Response:
        """Answer a request for a file or a page."""
        if request.method not in ("GET", "HEAD"):
            return Response(status=405, headers={"Allow": "GET, HEAD"})
        if not request.path.startswith("/assets/"):
            page = (self.built / "index.html").read_bytes()
            return Response(page, mimetype="text/html", headers=HEADERS | {"Cache-Control": "no-store"})
        path = safe_join(str(self.built), request.path.lstrip("/"))
        if path is None or not (file := self.built.joinpath(path)).is_file():
            return Response("There is no such file.\n", 404)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        # Vite puts a digest of what is in a file into its name.
        caching = {"Cache-Control": "max-age=31536000, immutable"}
        return Response(file.read_bytes(), mimetype=kind, headers=HEADERS | caching)
