"""What a run says at its end: how much of the guide was walked, and by name what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTCOME = "outcome of the walk"
WALKED = "walked"
UNREHEARSED = "unrehearsed"
BLOCKED = "blocked"

EXPLANATIONS = {
    UNREHEARSED: "the guide says so, and why",
    BLOCKED: "a step that they need failed",
}


Entries = dict[str, list[tuple[str, dict[str, Any]]]]


def entries_of(reports: Iterable[Any]) -> Entries:
    """The ways that were looked at, by their outcome: the name of each, and what is known of it.

    :param reports: pytest's reports, which carry :data:`OUTCOME`, ``actions`` and ``reason`` in their user properties
    """
    found: Entries = {}
    for report in reports:
        properties = dict(report.user_properties)
        if OUTCOME in properties and report.when == "call":
            found.setdefault(properties[OUTCOME], []).append((report.nodeid.partition("::")[2], properties))
    return found


def summarise(reports: Iterable[Any]) -> list[str]:
    """The lines of the summary; none where no step was looked at."""
    found = entries_of(reports)
    lines = [line for outcome in (WALKED, UNREHEARSED, BLOCKED) for line in _lines(outcome, found)]
    remarks = {str(properties.get("remark", "")) for entries in found.values() for _, properties in entries}
    return [*sorted(remarks - {""}), *lines]


def _lines(outcome: str, found: Entries) -> list[str]:
    entries = found.get(outcome, [])
    if not entries:
        return []
    steps = {name.partition("[")[0] for name, _ in entries}
    actions = sum(properties.get("actions", 0) for _, properties in entries)
    head = f"{outcome}: {len(steps)} steps, {len(entries)} ways, {actions} actions"
    if outcome == WALKED:
        return [head]
    names = sorted(
        f"{name} ({properties['reason']})" if properties.get("reason") else name for name, properties in entries
    )
    return [f"{head} - {EXPLANATIONS[outcome]}:", *(f"  {name}" for name in names)]
