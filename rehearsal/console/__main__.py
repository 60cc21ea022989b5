"""``python -m rehearsal.console``: a cloud and its console to practise with in a browser, until Ctrl-C."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
import threading

from rehearsal.cloud import rehearse
from rehearsal.console.server import Console, NotBuilt

WELCOME = """\
# 演练控制台已就绪：{url}
# 它不是 AWS，不产生费用。按 Ctrl-C 结束，一切随之消失。若要在终端中使用同一个云，请先粘贴下面各行。
# The rehearsal console is ready: {url}
# It is not AWS and costs nothing. Ctrl-C ends it, and everything is gone. To use the same cloud in a terminal, paste
# these lines there first."""
NO_PORT = """\
端口 {port} 无法使用（{reason}）。请用 --port 另选一个。
Port {port} cannot be used ({reason}). Choose another with --port."""
PACE = 2
"""Events of a stack for each look, and looks at an instance that starts: slow enough to be watched."""


def main() -> int:
    """Serve a cloud and its console until Ctrl-C; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m rehearsal.console", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1; a free one unless given")
    port: int = parser.parse_args().port
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with rehearse() as cloud, Console.serve(cloud, port, PACE) as console:
            cloud.linger("ec2::instance", PACE)
            print(WELCOME.format(url=console.url))
            for name, value in cloud.environment().items():
                print(f"export {name}={shlex.quote(value)}")
            sys.stdout.flush()
            threading.Event().wait()
    except NotBuilt as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, OverflowError) as error:
        print(NO_PORT.format(port=port, reason=getattr(error, "strerror", None) or error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
