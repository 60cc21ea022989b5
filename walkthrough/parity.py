"""The two languages tell the reader to do the same, in the same order."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from walkthrough.labels import catalogue, keys
from walkthrough.roles import VERBS
from walkthrough.steps import Action, OnScreen, RunScript, TakePicture, TypeLines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from walkthrough.guide import Page
    from walkthrough.steps import Step


def differences(source: Page, translation: Page, language: str) -> Iterator[str]:
    """Each place where a translated page tells its reader to do something else than the source does."""
    theirs = {step.name: step for step in translation.steps}
    for step in source.steps:
        if step.name not in theirs:
            yield f"{step.place}: step '{step.name}' is missing on the page in {language}."
        else:
            yield from _step(step, theirs[step.name], language)


def _step(source: Step, translation: Step, language: str) -> Iterator[str]:
    for way, actions in source.ways.items():
        for ours, other in zip_longest(actions, translation.ways.get(way, ())):
            if ours is None or other is None or not same(ours, other, language):
                place = (ours or other).place
                yield (
                    f"{place}: step '{source.name}' [{way.value}] acts otherwise in {language}:\n"
                    f"  {'source':<8}{_say(ours)}\n  {language:<8}{_say(other)}{_should(ours, language)}"
                )
                break  # after the first one, everything is shifted


def same(ours: Action, other: Action, language: str) -> bool:
    """Whether two actions are one action in two languages."""
    if isinstance(ours, OnScreen) and isinstance(other, OnScreen):
        return ours.verb == other.verb and ours.value == other.value and same_label(ours, other, language)
    if isinstance(ours, RunScript) and isinstance(other, RunScript):
        return (ours.file, ours.command) == (other.file, other.command)
    if isinstance(ours, TypeLines) and isinstance(other, TypeLines):
        return (ours.machine, ours.lines) == (other.machine, other.lines)
    return isinstance(ours, TakePicture) and isinstance(other, TakePicture) and ours.name == other.name


def same_label(ours: OnScreen, other: OnScreen, language: str) -> bool:
    """Whether two labels are one control: one entry of the catalogue, or the same name in both languages."""
    ours_keys = keys(ours.label, "zh_CN") if VERBS[ours.verb].on_screen else set()
    return bool(ours_keys & keys(other.label, language)) if ours_keys else ours.label == other.label


def _say(action: Action | None) -> str:
    return "(nothing)" if action is None else str(action)


def _should(ours: Action | None, language: str) -> str:
    """What the label is in the other language, for whoever mends it."""
    if not isinstance(ours, OnScreen):
        return ""
    wanted = {label.text[language] for label in catalogue() if label.key in keys(ours.label, "zh_CN")}
    return f"\n  screen  {' or '.join(sorted(wanted))}" if wanted else ""
