"""What readers run into is true here, too: a case is a file, with what is typed and the message that comes.

Each names the place of the guide that tells its reader what to do about it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.rehearsal.machines.typist import Typist
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from tests.rehearsal.machines.conftest import Desk

PITFALLS = sorted((Path(__file__).parent / "pitfalls").glob("*.yaml"))
SSH = "ssh -o StrictHostKeyChecking=no -i ~/.ssh/deep-learning"


@pytest.mark.parametrize("path", PITFALLS, ids=lambda path: path.stem)
def test_pitfall_says_what_the_guide_says(path: Path, desk: Desk) -> None:
    pitfall = yaml.safe_load(path.read_text("utf-8"))
    names = {"ssh": SSH, "address": desk.address, "instance": desk.id, "begin": desk.rsa[:200], "rest": desk.rsa[200:]}
    typist = Typist(desk)
    try:
        for typed in pitfall["typed"]:
            play(typist, typed, names)
    finally:
        typist.close()
        desk.machines.restart_laptop()
        desk.instance.stop()  # and it is on again at the next look
        desk.machines.look()


@pytest.mark.parametrize("path", PITFALLS, ids=lambda path: path.stem)
def test_guide_tells_what_to_do_about_it(path: Path) -> None:
    told = yaml.safe_load(path.read_text("utf-8"))["guide"]
    assert told["text"] in (ROOT / told["file"]).read_text("utf-8"), f"{told['file']} no longer has: {told['text']}"


def play(typist: Typist, typed: dict[str, Any], names: dict[str, str]) -> None:
    """Type one command, or look at one that still runs, and hold what comes against the case."""
    place = typed["at"]
    command = typist.begin(place, typed["command"].format_map(names)) if "command" in typed else None
    window = typist.window(place)

    def said() -> str:
        return command.output if command else window.text

    for text in typed.get("says", []):
        window.wait(partial(lambda wanted: wanted in said(), text), text)
    if typed.get("returns", True):
        window.wait(lambda: window.machine is not None, "the prompt again")
        window.rest()
        assert typist.status(place) == typed.get("status", 0), window.text
    else:
        window.rest()
        assert window.machine is None, f"it should go on, and it ended: {window.text}"
    assert not [text for text in typed.get("says_not", []) if text in said()]
