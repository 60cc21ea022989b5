"""The guide as pytest sees it: a page is a file, and what is checked of it are items at a place in the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import SphinxError

from rehearsal.sandbox import why_unavailable
from walkthrough.checks import CHECKS, how_to_check
from walkthrough.failure import Blocked, Failed
from walkthrough.guide import DOCS, LANGUAGES, SOURCE_LANGUAGE, read_guide
from walkthrough.parity import differences
from walkthrough.steps import TypeLines, Way
from walkthrough.summary import BLOCKED, OUTCOME, UNREHEARSED, WALKED
from walkthrough.walk import LAST_PAGE, actions_of, needs_machines, walk_name, walk_of
from walkthrough.walks import WALKS
from walkthrough.wellformed import problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from walkthrough.guide import Page
    from walkthrough.steps import Place, Step
    from walkthrough.walk import Walk

WALKS_OF_THE_GUIDE = tuple(Way)


class GuidePage(pytest.File):
    """A page of the guide."""

    def collect(self) -> Iterator[pytest.Item]:
        """Its form, its translation, every way of every step; and after the last step, that nothing is left."""
        name = self.path.relative_to(DOCS).with_suffix("").as_posix()
        pages = {language: read_guide(language).pages[name] for language in LANGUAGES}
        source = pages[SOURCE_LANGUAGE]
        if complaints := [line for page in pages.values() for line in page.complaints]:
            raise self.CollectError("\n".join(dict.fromkeys(complaints)))  # what was misread would only mislead
        yield PageItem.from_parent(self, name="can-be-walked", page=source, faults=form)
        yield PageItem.from_parent(self, name="same-in-english", page=pages["en"], faults=translation)
        for step in source.steps:
            for way in step.ways:
                yield from self.ways_of(step, way)
        if source.steps and source.steps[-1] == list(read_guide(SOURCE_LANGUAGE).steps.values())[-1]:
            for way in WALKS_OF_THE_GUIDE:
                for language in LANGUAGES:
                    name = f"as-empty-as-before[{walk_name(way, language)}]"
                    yield EmptyItem.from_parent(self, name=name, way=way, language=language)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        """What Sphinx says when it cannot read the guide at all, such as a fact without a date, in its own words."""
        return str(excinfo.value) if isinstance(excinfo.value, SphinxError) else super().repr_failure(excinfo)

    def ways_of(self, step: Step, way: Way) -> Iterator[pytest.Item]:
        """A way of a step, in each language; what the guide says cannot be walked is an item that counts it by name."""
        walk = walk_of(step, way)
        if walk is None:
            name = f"{step.name}[{way.value}]"
            yield UnrehearsedItem.from_parent(
                self, name=name, place=step.place, actions=len(step.ways[way]), reason=step.unrehearsed
            )
            return
        for language in LANGUAGES:
            name = f"{step.name}[{walk_name(walk, language)}]"
            yield StepItem.from_parent(self, name=name, step=step, way=walk, language=language)
        for action in step.ways[way]:
            if isinstance(action, TypeLines) and action.unrehearsed:
                name = f"{step.name}[{way.value}, line {action.place.line}]"
                yield UnrehearsedItem.from_parent(
                    self, name=name, place=action.place, actions=1, reason=action.unrehearsed
                )


class GuideItem(pytest.Item):
    """Something checked at a place in the guide."""

    line = 1

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place, for reports; lines count from 0 here."""
        return self.path, self.line - 1, self.name

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        """The failure's own words, which begin with the place; what is a mistake of ours comes with its trace."""
        if isinstance(excinfo.value, Failed | AssertionError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class PageItem(GuideItem):
    """One property of a whole page."""

    def __init__(self, *, page: Page, faults: Callable[[Page], Iterable[str]], **rest: Any) -> None:  # noqa: ANN401
        super().__init__(**rest)
        self.page, self.faults = page, faults

    def runtest(self) -> None:
        """Every fault at once, a line each."""
        if found := list(self.faults(self.page)):
            raise AssertionError("\n".join(found))


def form(page: Page) -> Iterator[str]:
    """Problems of a page itself, and steps that nothing checks."""
    yield from problems(page, read_guide(SOURCE_LANGUAGE))
    for step in page.steps:
        if step.name not in CHECKS and not step.unrehearsed:
            told = f"{step.place}: step '{step.name}' has no check, so nobody knows whether it works."
            yield f"{told} {how_to_check(step)}"


def translation(page: Page) -> Iterator[str]:
    """Problems of a translated page, and where it tells its reader to do something else."""
    yield from problems(page, read_guide("en"))
    yield from differences(read_guide(SOURCE_LANGUAGE).pages[page.name], page, "en")


class WalkItem(GuideItem):
    """Something that needs a walk; all items of one walk run in one process."""

    def __init__(self, *, way: Way, language: str, **rest: Any) -> None:  # noqa: ANN401
        super().__init__(**rest)
        self.way, self.language = way, language
        self.add_marker(pytest.mark.xdist_group(walk_name(way, language)))

    @property
    def walk(self) -> Walk:
        """The walk, begun when its first item asks for it."""
        return self.config.stash[WALKS].walk(self.way, self.language)

    def block(self, reason: str) -> None:
        """Report it as blocked: it did not fail, something before it did."""
        self.user_properties.append((OUTCOME, BLOCKED))
        pytest.skip(reason)


class StepItem(WalkItem):
    """One way of a step."""

    def __init__(self, *, step: Step, **rest: Any) -> None:  # noqa: ANN401
        super().__init__(**rest)
        self.step, self.line = step, step.place.line

    def runtest(self) -> None:
        """Walk it, after what it needs."""
        if needs_machines(self.step, self.way) and (reason := why_unavailable()):
            pytest.skip(reason)
        try:
            self.walk.reach(self.step.name)
        except Blocked as blocked:
            if self._told_elsewhere(blocked.failed):
                self.block(str(blocked))
            raise blocked.failed from None
        self.user_properties += [(OUTCOME, WALKED), ("actions", len(actions_of(self.step, self.way)))]
        self.user_properties.append(("remark", self.walk.hands.remark))

    def _told_elsewhere(self, failed: Failed) -> bool:
        """Whether the failed step has an item of its own in this run; else nobody would hear of it."""
        return any(item.name == f"{failed.step}[{failed.way}]" for item in self.session.items)


class EmptyItem(WalkItem):
    """After the last step there is as little in the cloud as before the first."""

    def runtest(self) -> None:
        """Walk what is left to walk, then look."""
        if self.way is Way.TERMINAL and (reason := why_unavailable()):
            pytest.skip(reason)
        steps = list(read_guide(self.language).steps.values())
        for step in steps:
            if actions_of(step, self.way) and (self.way in own_walks(step) or step.page == LAST_PAGE):
                try:
                    self.walk.reach(step.name)
                except (Failed, Blocked):
                    self.block(f"{step.place}: step '{step.name}' failed")
        if left := self.walk.left_over():
            raise AssertionError(
                f"{steps[-1].place}: after the last step [{self.walk.name}] something is left "
                "(before the first step / now):\n  " + "\n  ".join(left)
            )


def own_walks(step: Step) -> set[Way | None]:
    """The walks that have items of a step; others do it only because another step needs it."""
    return {walk_of(step, way) for way in step.ways}


class UnrehearsedItem(GuideItem):
    """What the guide says cannot be walked here: counted by name, never silently green."""

    def __init__(self, *, place: Place, actions: int, reason: str, **rest: Any) -> None:  # noqa: ANN401
        super().__init__(**rest)
        self.line, self.actions, self.reason = place.line, actions, reason

    def runtest(self) -> None:
        """Say why."""
        self.user_properties += [(OUTCOME, UNREHEARSED), ("actions", self.actions), ("reason", self.reason)]
        pytest.skip(self.reason)
