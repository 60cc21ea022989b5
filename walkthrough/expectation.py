"""What a program should print, as the page shows it: exact lines, with what varies marked.

``…`` stands for any text within a line; alone on a line, for any number of lines. ``<name>`` stands for a word, the
same wherever that name stands again. Blanks are blanks: a page cannot show how many, or whether they are a tab.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ANY = "…"
NAME = re.compile(r"<([a-z][a-z-]*)>")


@dataclass(frozen=True)
class Mismatch:
    """Where an output leaves the expectation.

    :ivar expected: the expected line, or a sentence when the output has lines too many
    :ivar came: the line that came instead, or "" when the output ended
    """

    expected: str
    came: str


def compare(expected: tuple[str, ...], output: str, names: dict[str, str] | None = None) -> Mismatch | None:
    """The first line of ``output`` that is not as expected, or ``None``; an empty expectation expects nothing.

    :param names: what names stand for already; what the output tells of others is added
    """
    lines = [line.rstrip() for line in output.rstrip().splitlines()]
    return _compare(list(expected), lines, {} if names is None else names)


def _compare(expected: list[str], lines: list[str], names: dict[str, str]) -> Mismatch | None:
    while expected:
        wanted = expected.pop(0)
        if wanted.strip() == ANY:
            return _skip(expected, lines, names)
        came = lines.pop(0) if lines else ""
        found = _pattern(wanted, names).fullmatch(came)
        if found is None:
            return Mismatch(wanted, came)
        names |= {group.replace("_", "-"): word for group, word in found.groupdict().items()}
    return Mismatch("(no more lines)", lines[0]) if lines else None


def _skip(expected: list[str], lines: list[str], names: dict[str, str]) -> Mismatch | None:
    """Continue at the first line from which the rest is as expected."""
    if not expected:
        return None
    for start in range(len(lines)):
        trial = dict(names)
        if _compare(list(expected), lines[start:], trial) is None:
            names |= trial
            return None
    return Mismatch(expected[0], "(no such line)")


def _pattern(line: str, names: dict[str, str]) -> re.Pattern[str]:
    """A line as a regular expression; a name that is known stands for what it stood for before."""
    pattern, seen = "", set[str]()
    for part in re.split(f"({ANY}|<[a-z][a-z-]*>)", line.rstrip()):
        name = NAME.fullmatch(part)
        if part == ANY:
            pattern += ".*"
        elif name is None:
            pattern += r"\s+".join(re.escape(word) for word in re.split(r"\s+", part))
        elif name[1] in names:
            pattern += re.escape(names[name[1]])
        else:
            group = name[1].replace("-", "_")
            pattern += f"(?P={group})" if group in seen else rf"(?P<{group}>\S+)"
            seen.add(group)
    return re.compile(pattern)
