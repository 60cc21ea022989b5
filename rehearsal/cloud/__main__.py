"""``python -m rehearsal.cloud``: a cloud to practise on from another terminal, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import shlex
import signal
import sys
import threading

from rehearsal.cloud.cloud import Cloud
from rehearsal.cloud.server import address, listen, serve_forever

WELCOME = """\
# 演练用的云已就绪，它不是 AWS，不产生费用。请把下面各行粘贴到另一个终端，再照指南操作；按 Ctrl-C 结束。
# A cloud to rehearse on is ready; it is not AWS and costs nothing. Paste these lines into another terminal and follow
# the guide there. Ctrl-C ends it."""
FAREWELL = "# 演练结束。在另一个终端执行 unset {names}\n# The rehearsal is over. In the other terminal: unset {names}"
NO_PORT = """\
端口 {port} 无法使用（{reason}）。请用 --port 另选一个。
Port {port} cannot be used ({reason}). Choose another with --port."""


def main() -> int:
    """Serve a cloud until Ctrl-C; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m rehearsal.cloud", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1; a free one unless given")
    parser.add_argument(
        "--while-input", action="store_true", help="end with the standard input, as a child of a test does"
    )
    options = parser.parse_args()
    port: int = options.port
    signal.signal(signal.SIGTERM, _end)
    if options.while_input:
        threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        door = listen(port)
    except (OSError, OverflowError) as error:
        print(NO_PORT.format(port=port, reason=getattr(error, "strerror", None) or error), file=sys.stderr)
        return 1
    environment = Cloud(address(door)).environment()
    print(WELCOME)
    for name, value in environment.items():
        print(f"export {name}={shlex.quote(value)}")
    sys.stdout.flush()
    try:
        serve_forever(door)
    except KeyboardInterrupt:
        print()
    print(FAREWELL.format(names=" ".join(environment)))
    return 0


def _end(_number: int, _frame: object) -> None:
    """End as Ctrl-C does; a second signal finds it ending already."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def _end_with_input() -> None:
    """End this process when whoever started it is gone, even if it was killed."""
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
