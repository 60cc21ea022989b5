"""The built site over HTTP, gzipped as every host does it: what a file weighs is what a reader loads."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.site.hosting import StaticHost

COMPRESSED = {".css", ".html", ".js", ".svg", ".txt", ".xml"}


class Gzipping(StaticHost):
    """Serves files, texts compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  # the name that http.server gives it
        """Answer with a file, or as a host without one."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in COMPRESSED or not path.is_file():
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
