"""Walk one way of the guide: a fresh cloud, a reader's folder, the steps in order, each checked when it is done."""

from __future__ import annotations

import tempfile
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rehearsal.cloud import Cloud
from rehearsal.machines import Machines
from rehearsal.sandbox import Unavailable, why_unavailable
from walkthrough.checks import Seen, check_of
from walkthrough.desk import at_the_desk
from walkthrough.failure import Blocked, Failed, Unmet
from walkthrough.folder import ARCHIVE, archive, reader_files
from walkthrough.guide import SOURCE_LANGUAGE
from walkthrough.programs import Programs
from walkthrough.state import differences, inventory, state
from walkthrough.steps import ROOT, RunScript, TypeLines, Way

if TYPE_CHECKING:
    from types import TracebackType

    from walkthrough.comparison import Comparison
    from walkthrough.guide import Guide
    from walkthrough.steps import Action, Step

BEFORE_PROGRAMS = ("unpack-scripts", "configure-cli")
"""What every program needs at the desk, so that no step has to say so; elsewhere a walk begins with both done."""
LAST_PAGE = "clean-up"
"""The page of whose steps a reader does all that he can: they delete what the others made."""


class Hands(Protocol):
    """Whoever does the actions of a way; ``remark`` is what the summary should say of the walk, or ""."""

    @property
    def remark(self) -> str: ...  # noqa: D102

    def begin(self, step: Step, actions: tuple[Action, ...]) -> None:
        """Begin a step, which consists of these actions."""

    def do(self, action: Action) -> None:
        """Do one action; raises :class:`~walkthrough.failure.Unmet` when something is not as the page says."""

    def seen(self) -> str:
        """What the reader saw in this step."""


def walk_name(way: Way, language: str) -> str:
    """The name of a walk in ids: ``cli``, ``cli-en``; a console speaks one language or the other, so it always says."""
    return way.value if language == SOURCE_LANGUAGE and way is not Way.CONSOLE else f"{way.value}-{language}"


def walk_of(step: Step, way: Way) -> Way | None:
    """The walk, by the way that names it, that does a way of a step; ``None`` where the guide says that nobody can.

    Whoever types on a machine is at the desk, also where the page has that under the CLI's tab.
    """
    if step.unrehearsed:
        return None
    return Way.TERMINAL if any(isinstance(action, TypeLines) for action in step.ways[way]) else way


def actions_of(step: Step, walk: Way) -> tuple[Action, ...]:
    """What a walk does in a step; nothing where it has no way to do it.

    At the desk a step is done on the machines, and one that is not for them by the CLI.
    """
    ways = (Way.TERMINAL, Way.CLI) if walk is Way.TERMINAL else (walk,)
    way = next((way for way in ways if way in step.ways), None)
    if way is None or walk_of(step, way) not in ways:
        return ()
    return tuple(each for each in step.ways[way] if not (isinstance(each, TypeLines) and each.unrehearsed))


def needs_machines(step: Step, walk: Way) -> bool:
    """Whether a walk can do a step only where there is an instance: it is typed there, or its prompt is looked at."""
    typed = Way.CLI in step.ways and walk_of(step, Way.CLI) is Way.TERMINAL
    return walk is Way.TERMINAL or (walk is Way.CONSOLE and typed)


class Walk:
    """One way, in one language, on a cloud of its own.

    Use it as a context manager; it leaves no process and no file behind.
    """

    def __init__(self, guide: Guide, way: Way, comparison: Comparison) -> None:
        self.guide = guide
        self.way = way
        self.name = walk_name(way, guide.language)
        self.comparison = comparison
        self.outcomes: dict[str, Exception | None] = {}
        self._resources = ExitStack()

    def __enter__(self) -> Walk:
        """Start the cloud and lay out the reader's folder."""
        self.cloud = self._resources.enter_context(Cloud.spawn())
        self.machines = self._resources.enter_context(self._machines())
        self.folder = Path(self._resources.enter_context(tempfile.TemporaryDirectory(prefix="walk-")))
        for name, content in reader_files(ROOT, self.guide.language).items():
            (self.folder / name).write_bytes(content)
        self.hands = self._resources.enter_context(self._hands())
        self.state = state(self.cloud)
        self.before = inventory(self.cloud)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the cloud and remove the folder."""
        self._resources.close()

    def _machines(self) -> AbstractContextManager[Machines | None]:
        if self.way not in (Way.TERMINAL, Way.CONSOLE) or why_unavailable():
            return nullcontext()
        return Machines.of(self.cloud, {ARCHIVE: archive(ROOT, self.guide.language)})

    def _hands(self) -> AbstractContextManager[Hands]:
        if self.way is Way.CONSOLE:
            from walkthrough.browser import at_the_console  # a browser is not needed for the other ways

            trust = self.machines.channel.trust if self.machines else None
            return at_the_console(self.cloud, self.folder, self.guide.language, trust)
        if self.way is Way.TERMINAL:
            if self.machines is None:
                raise Unavailable(why_unavailable())
            return at_the_desk(self.machines, self.guide.language)
        return nullcontext(Programs(self.cloud, self.folder))

    def reach(self, name: str) -> None:
        """Do a step, once, after the steps that it needs.

        :raises Failed: when it fails, also when it failed before
        :raises Blocked: when a step that it needs failed
        """
        if name not in self.outcomes:
            try:
                self.outcomes[name] = None
                self._prepare(self.guide.steps[name])
                self._do(self.guide.steps[name])
            except (Failed, Blocked) as outcome:
                self.outcomes[name] = outcome
        failure = self.outcomes[name]
        if failure is not None:
            raise failure

    def _prepare(self, step: Step) -> None:
        for need in self._needs(step):
            if actions_of(self.guide.steps[need], self.way):
                try:
                    self.reach(need)
                except (Failed, Blocked) as outcome:
                    failed = outcome.failed if isinstance(outcome, Blocked) else outcome
                    sentence = f"{step.place}: step '{step.name}' needs '{need}', which failed"
                    raise Blocked(sentence, failed) from outcome

    def _needs(self, step: Step) -> tuple[str, ...]:
        runs = any(isinstance(action, RunScript) for action in actions_of(step, self.way))
        return (*BEFORE_PROGRAMS, *step.needs) if runs and self.way is Way.TERMINAL else step.needs

    def _do(self, step: Step) -> None:
        action, actions = None, actions_of(step, self.way)
        self.cloud.same_ids(step.name)
        try:
            self.hands.begin(step, actions)
            for action in actions:  # the failure names the last one
                self.hands.do(action)
            check_of(step)(Seen(self.cloud, self.hands.seen(), self.machines))
            before, self.state = self.state, state(self.cloud)
            self.comparison.hold(step.name, self.name, before, self.state)
        except Unmet as unmet:
            self.state = state(self.cloud)  # what a failed step did is no change of the next one
            did = unmet.during or action
            place = did.place if did else step.place
            raise Failed(place, step.name, self.name, str(did), unmet.expected, unmet.came) from None

    def left_over(self) -> list[str]:
        """What there is now and was not there before the first step, or the reverse."""
        return differences(self.before, inventory(self.cloud))
