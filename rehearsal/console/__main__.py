"""``python -m rehearsal.console``: a cloud, its console, an instance and a laptop to practise with, until Ctrl-C."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from botocore.exceptions import BotoCoreError

from rehearsal.cloud import Cloud, rehearse
from rehearsal.console.server import Console, NotBuilt
from rehearsal.laptop.door import open_door
from rehearsal.machines import Machines
from rehearsal.sandbox import why_unavailable

WELCOME = """\
# 演练控制台已就绪：{url}
# 它不是 AWS，不产生费用。按 Ctrl-C 结束，一切随之消失。
# The rehearsal console is ready: {url}
# It is not AWS and costs nothing. Ctrl-C ends it, and everything is gone."""
LAPTOP = """\
# 终端：在另一个终端运行 make laptop，得到一台演练用的电脑，工具都已装好。
# 在那台电脑的 8080 端口打开的 Jupyter，请用浏览器访问 {jupyter} 。
# Terminals: run make laptop in another terminal for a laptop that has all the tools.
# Jupyter that you open at its port 8080 is at {jupyter} in your own browser."""
NO_MACHINES = """\
# 没有演练用的实例和电脑，终端里的步骤不能练习。原因和做法：
# There is no rehearsal instance and no laptop, so steps in terminals cannot be practised. Why, and what to do:
# {reason}"""
OWN_TERMINAL = """\
# 也可以在自己的终端里用 AWS CLI 和 Python，请先粘贴下面各行。
# You can also use the AWS CLI and Python in a terminal of your own; paste these lines there first."""
NO_PORT = """\
端口 {port} 无法使用（{reason}）。请用 --port 另选一个。
Port {port} cannot be used ({reason}). Choose another with --port."""
WAIT = 3
"""Seconds between two looks of nobody in particular."""
PACE = 2
"""Events of a stack for each look, and looks at an instance that starts: slow enough to be watched."""


def main() -> int:
    """Serve a rehearsal until Ctrl-C; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m rehearsal.console", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1; a free one unless given")
    parser.add_argument("--downloads", type=Path, nargs="*", default=[], help="files that the laptop's reader has")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with ExitStack() as running:
            _begin(running, options.port, options.downloads)
            sys.stdout.flush()
            threading.Event().wait()
    except NotBuilt as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, OverflowError) as error:
        print(NO_PORT.format(port=options.port, reason=getattr(error, "strerror", None) or error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    return 0


def _begin(running: ExitStack, port: int, downloads: list[Path]) -> None:
    """Start everything, and say where it is."""
    cloud = running.enter_context(rehearse())
    machines = None if why_unavailable() else _machines(running, cloud, downloads)
    trust = machines.channel.trust if machines else None
    console = running.enter_context(Console.serve(cloud, port, PACE, trusted_by=trust))
    cloud.linger("ec2::instance", PACE)
    threading.Thread(target=_let_time_pass, args=(Cloud(cloud.url),), daemon=True).start()
    print(WELCOME.format(url=console.url))
    if machines:
        print(LAPTOP.format(jupyter=running.enter_context(open_door(machines.laptop))))
    else:
        print(NO_MACHINES.format(reason=why_unavailable().replace("\n", "\n# ")))
    print(OWN_TERMINAL)
    for name, value in cloud.environment().items():
        print(f"export {name}={shlex.quote(value)}")
    if machines:
        print(f'export PATH={shlex.quote(str(machines.laptop.tools))}:"$PATH"')


def _let_time_pass(cloud: Cloud) -> None:
    """Look at the instances now and then, so that one that starts is ready also for a reader who only waits."""
    with suppress(BotoCoreError):  # the rehearsal is over
        while True:
            time.sleep(WAIT)
            cloud.client("ec2").describe_instances()


def _machines(running: ExitStack, cloud: Cloud, downloads: list[Path]) -> Machines:
    return running.enter_context(Machines.of(cloud, {path.name: path.read_bytes() for path in downloads}))


if __name__ == "__main__":
    sys.exit(main())
