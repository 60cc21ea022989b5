"""A step as the walk sees it: a place in the guide, ways to do it, and the actions of each way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_tabs.tabs import SphinxTabsPanel

from walkthrough.nodes import control, picture, script, step, terminal, value

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
TYPED = "$ "
"""What a line of a terminal begins with when the reader types it."""


class Way(Enum):
    """How a step can be done; what is done on the machines themselves, and in Jupyter, has one way."""

    CONSOLE = "console"
    CLI = "cli"
    BOTO3 = "boto3"
    TERMINAL = "terminal"


# The tabs by which a step offers its ways; other tabs (operating systems) are variants inside one way.
WAY_OF_TAB = {"控制台": Way.CONSOLE, "AWS CLI": Way.CLI, "Python": Way.BOTO3}


@dataclass(frozen=True)
class Place:
    """A line of the guide, as an editor opens it."""

    file: Path
    line: int

    def __str__(self) -> str:
        """``docs/deploy.rst:93``."""
        return f"{self.file.relative_to(ROOT)}:{self.line}"


@dataclass(frozen=True)
class OnScreen:
    """Do something with a control, or with the keyboard: ``verb`` is one of :data:`walkthrough.roles.VERBS`."""

    place: Place
    verb: str
    label: str
    value: str | None

    def __str__(self) -> str:
        """``enter 名称 = email``."""
        return f"{self.verb} {self.label}" + ("" if self.value is None else f" = {self.value}")


@dataclass(frozen=True)
class RunScript:
    """Run a program as the page shows it; ``expected`` are the lines that the reader should see."""

    place: Place
    file: str
    code: str
    command: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        """The command."""
        return self.command


@dataclass(frozen=True)
class TypeLines:
    """Type on a machine; lines that begin with ``$`` are typed, the others are what it answers.

    :ivar first: the number of the first of them in the guide's file
    """

    place: Place
    machine: str
    lines: tuple[str, ...]
    unrehearsed: str
    first: int

    def __str__(self) -> str:
        """The machine and its first line."""
        return f"{self.machine}: {self.lines[0]}"

    def commands(self) -> Iterator[TypeLines]:
        """Each command alone, at its own line."""
        starts = [number for number, line in enumerate(self.lines) if line.startswith(TYPED)]
        for start, end in pairwise([*starts, len(self.lines)]):
            line = self.first + start
            yield replace(self, place=Place(self.place.file, line), first=line, lines=self.lines[start:end])

    @property
    def typed(self) -> str:
        """What is typed, of one command."""
        return self.lines[0].removeprefix(TYPED)

    @property
    def answers(self) -> tuple[str, ...]:
        """What it answers, of one command."""
        return self.lines[1:]


@dataclass(frozen=True)
class TakePicture:
    """Look at the screen: ``callouts`` are the actions to mark on it, by the number that each has in the list."""

    place: Place
    name: str
    callouts: tuple[tuple[int, OnScreen], ...]

    def __str__(self) -> str:
        """``picture put-email``."""
        return f"picture {self.name}"


Action = OnScreen | RunScript | TypeLines | TakePicture


@dataclass(frozen=True)
class Step:
    """The smallest thing a reader does and can check.

    :ivar name: its id
    :ivar page: the page's name, without folder and suffix
    :ivar needs: ids of the steps that must have been done before
    :ivar unrehearsed: why it cannot be walked here, or ""
    :ivar instead_of: the id of the step that a reader does instead of this one, or ""
    :ivar ways: the actions of each way, in reading order
    """

    name: str
    page: str
    place: Place
    needs: tuple[str, ...]
    unrehearsed: str
    instead_of: str
    ways: dict[Way, tuple[Action, ...]]


def steps_of(page: str, doctree: nodes.document) -> Iterator[Step]:
    """The steps of a page, in reading order."""
    for node in doctree.findall(step):
        place = place_of(node)
        ways = {way: tuple(actions) for way, actions in _ways(node).items()}
        needs, unrehearsed, other = tuple(node["needs"]), node["unrehearsed"], node["instead_of"]
        yield Step(node["step_id"], page, place, needs, unrehearsed, other, ways)


def _ways(node: step) -> dict[Way, list[Action]]:
    ways: dict[Way, list[Action]] = {}
    for mark in [mark for mark in node.findall() if isinstance(mark, control | script | terminal | picture)]:
        actions = ways.setdefault(way_of(mark) or Way.TERMINAL, [])
        if isinstance(mark, picture):
            _look(mark, actions)
        else:
            actions.append(action_of(mark))
    return ways


def _look(mark: picture, actions: list[Action]) -> None:
    """Put a picture before the action of its item, unless that only looks, and let it mark what came since the last."""
    on_screen = [action for action in actions if isinstance(action, OnScreen)]
    pictures = [action for action in actions if isinstance(action, TakePicture)]
    shown = max((number for each in pictures for number, _ in each.callouts), default=0)
    callouts = [
        (number, action)
        for number, action in enumerate(on_screen, start=1)
        if number > shown and (action.verb != "open" or action is on_screen[-1])  # the screen before is gone
    ]
    before = 1 if callouts and on_screen[-1].verb != "see" else 0
    actions.insert(len(actions) - before, TakePicture(place_of(mark), mark["name"], tuple(callouts)))


def way_of(node: nodes.Node) -> Way | None:
    """The way whose tab holds a node, if any."""
    while node is not None:
        if isinstance(node, SphinxTabsPanel) and node.get("written") in WAY_OF_TAB:
            return WAY_OF_TAB[node["written"]]
        node = node.parent
    return None


def action_of(mark: control | script | terminal) -> Action:
    """What a mark tells the reader to do."""
    place = place_of(mark)
    if isinstance(mark, script):
        return RunScript(place, mark["file"], mark["code"], mark["command"], tuple(mark["expected"]))
    if isinstance(mark, terminal):
        return TypeLines(place, mark["machine"], tuple(mark["lines"]), mark["unrehearsed"], mark["first"])
    return OnScreen(place, mark["verb"], mark.astext(), value_after(mark))


def value_after(mark: control) -> str | None:
    """The ``:value:`` that belongs to a label: the next one in the same paragraph, before another label."""
    following = mark.parent.children[mark.parent.index(mark) + 1 :]
    for node in following:
        if isinstance(node, control):
            return None
        if isinstance(node, value):
            return node.astext()
    return None


def place_of(node: nodes.Node) -> Place:
    """Where a node is written; where it does not know, where what holds it is written.

    What stands in a translated paragraph counts its lines from the translation's first one, so the paragraph is asked.
    """
    above = node
    while above.parent is not None:
        above = above.parent
        if isinstance(above, nodes.Element) and above.get("translated"):
            node = above
    while node.parent is not None and not (node.source and node.line):
        node = node.parent
    # Sphinx writes "page.rst:docstring of …" for text that a directive made.
    return Place(Path(str(node.source).partition(":")[0]), node.line or 1)
