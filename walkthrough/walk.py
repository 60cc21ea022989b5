"""Walk one way of the guide: a fresh cloud, a reader's folder, the steps in order, each checked when it is done."""

from __future__ import annotations

import tempfile
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rehearsal.cloud import Cloud
from walkthrough.checks import Seen, check_of
from walkthrough.failure import Blocked, Failed, Unmet
from walkthrough.folder import reader_files
from walkthrough.guide import SOURCE_LANGUAGE
from walkthrough.programs import Programs
from walkthrough.state import differences, inventory, state
from walkthrough.steps import ROOT, OnScreen, RunScript, TakePicture, Way

if TYPE_CHECKING:
    from types import TracebackType

    from walkthrough.comparison import Comparison
    from walkthrough.guide import Guide
    from walkthrough.steps import Action, Step

DONE_BY: dict[Way, tuple[type, ...]] = {
    Way.CLI: (RunScript,),
    Way.BOTO3: (RunScript,),
    Way.CONSOLE: (OnScreen, TakePicture),
}
"""The kinds of action that each way consists of; a terminal and Jupyter have nobody yet who does them."""
ENDS_ON_A_MACHINE = {("start-session", Way.CONSOLE)}
"""Ways whose last sight is a prompt of the instance, which the rehearsal does not have yet."""


class Hands(Protocol):
    """Whoever does the actions of a way; ``remark`` is what the summary should say of the walk, or ""."""

    @property
    def remark(self) -> str: ...  # noqa: D102

    def begin(self) -> None:
        """Begin a step."""

    def do(self, action: Action) -> None:
        """Do one action; raises :class:`~walkthrough.failure.Unmet` when something is not as the page says."""

    def seen(self) -> str:
        """What the reader saw in this step."""


def walk_name(way: Way, language: str) -> str:
    """The name of a walk in ids: ``cli``, ``cli-en``; a console speaks one language or the other, so it always says."""
    return way.value if language == SOURCE_LANGUAGE and way is not Way.CONSOLE else f"{way.value}-{language}"


def walkable(step: Step, way: Way) -> bool:
    """Whether the rehearsal can do this way of a step today: programs and the console, yes; a terminal, not yet."""
    kinds = DONE_BY.get(way, ())
    done_here = not step.unrehearsed and (step.name, way) not in ENDS_ON_A_MACHINE
    return done_here and all(isinstance(action, kinds) for action in step.ways.get(way, [None]))


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

    def _hands(self) -> AbstractContextManager[Hands]:
        if self.way is not Way.CONSOLE:
            return nullcontext(Programs(self.cloud, self.folder))
        from walkthrough.browser import at_the_console  # a browser is not needed for the other ways

        return at_the_console(self.cloud, self.folder, self.guide.language)

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
        for need in step.needs:
            if walkable(self.guide.steps[need], self.way):
                try:
                    self.reach(need)
                except (Failed, Blocked) as outcome:
                    failed = outcome.failed if isinstance(outcome, Blocked) else outcome
                    sentence = f"{step.place}: step '{step.name}' needs '{need}', which failed"
                    raise Blocked(sentence, failed) from outcome

    def _do(self, step: Step) -> None:
        action = None
        self.hands.begin()
        self.cloud.same_ids(step.name)
        try:
            for action in step.ways[self.way]:  # the failure names the last one
                self.hands.do(action)
            check_of(step)(Seen(self.cloud, self.hands.seen()))
            before, self.state = self.state, state(self.cloud)
            self.comparison.hold(step.name, self.name, before, self.state)
        except Unmet as unmet:
            self.state = state(self.cloud)  # what a failed step did is no change of the next one
            place = action.place if action else step.place
            raise Failed(place, step.name, self.name, str(action), unmet.expected, unmet.came) from None

    def left_over(self) -> list[str]:
        """What there is now and was not there before the first step, or the reverse."""
        return differences(self.before, inventory(self.cloud))
