"""``python -m walkthrough.gpu``: the guide's check of the GPU, typed on this very computer, where there is one.

The rehearsal's instance has no GPU, so the step is marked as not rehearsed. Whoever has a GPU and PyTorch runs its
commands here, and they are held against what the page shows.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from walkthrough.expectation import compare
from walkthrough.guide import SOURCE_LANGUAGE, read_guide
from walkthrough.steps import TypeLines, Way

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP = "check-gpu"


def checks() -> Iterator[TypeLines]:
    """The commands of the step."""
    for action in read_guide(SOURCE_LANGUAGE).steps[STEP].ways[Way.TERMINAL]:
        if isinstance(action, TypeLines):
            yield from action.commands()


def main() -> int:
    """Run every command; returns 1 when one answers otherwise than the page says."""
    wrong = 0
    for command in checks():
        done = subprocess.run(["bash", "-c", command.typed], capture_output=True, text=True, check=False)
        mismatch = compare(command.answers, done.stdout)
        print(f"$ {command.typed}\n{done.stdout}{done.stderr}", end="")
        if done.returncode or mismatch:
            wrong += 1
            wanted = mismatch.expected if mismatch else "exit status 0"
            print(f"The page shows: {wanted}. Is there a GPU, and is an environment with PyTorch active?")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
