"""``python -m rehearsal.laptop``: a terminal on the laptop of the rehearsal that runs, until ``exit``."""

from __future__ import annotations

import sys

from rehearsal.laptop.door import NobodyThere, enter
from rehearsal.laptop.network import READER

WELCOME = """\
# 这是演练用的电脑：脚本在 ~/Downloads，访问密钥随便填，公网地址是 {address}。输入 exit 离开。
# The laptop of the rehearsal: the scripts are in ~/Downloads, any access key will do, its public address is {address}.
# Type exit to leave. A second make laptop is another terminal on it."""
NOBODY = """\
没有正在进行的演练，或者它没有电脑。请先在另一个终端运行 make rehearse。
No rehearsal is running, or it has no laptop. Run make rehearse in another terminal first."""
NO_TERMINAL = """\
请在终端里运行。
Run this in a terminal."""


def main() -> int:
    """Enter the laptop; returns the exit status."""
    if not sys.stdin.isatty():
        print(NO_TERMINAL, file=sys.stderr)
        return 1
    print(WELCOME.format(address=READER))
    try:
        enter()
    except NobodyThere:
        print(NOBODY, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
