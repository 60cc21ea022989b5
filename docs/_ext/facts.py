"""What the guide says about AWS, each value with its date, its source and how sure it is.

``:fact:`price.g5-xlarge``` shows a value of ``docs/facts.toml``; ``.. facts::`` lists all of them, for the reader who
wants to know why to believe a page.
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective, SphinxRole
from tables import literal, paragraph, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SURE = {
    "hard": {"zh_CN": "是", "en": "yes"},
    "indirect": {"zh_CN": "间接", "en": "indirectly"},
    "weak": {"zh_CN": "不太确定", "en": "not very"},
    "unverified": {"zh_CN": "未在中国区域核实", "en": "not verified in China"},
}
# What follows a value that is not sure, wherever a page shows it.
DOUBT = {"zh_CN": "（未核实）", "en": " (unverified)"}
HEADERS = {"zh_CN": ("内容", "值", "日期", "确定吗", "出处"), "en": ("What", "Value", "Date", "Sure?", "Source")}


class BadFact(ConfigError):  # noqa: N818  # a word of the domain
    """A fact that lacks what every fact must have; the message names file, line, fact and what to add."""


@dataclass(frozen=True)
class Fact:
    """A value and why to believe it.

    :ivar key: ``group.name``, as a page writes it
    :ivar value: a number, a text, a list of region names or a table, in the unit that ``what`` names
    :ivar date: the day on which the source said so
    :ivar review: the day from which somebody should look again
    :ivar sure: one of :data:`SURE`
    :ivar what: what the value says, by language
    """

    key: str
    value: Any
    date: datetime.date
    source: str
    sure: str
    review: datetime.date
    what: dict[str, str]

    def __str__(self) -> str:
        """The value as a page shows it: a fraction with two digits, a list with commas."""
        if isinstance(self.value, float):
            return f"{self.value:.2f}"
        if isinstance(self.value, list):
            return ", ".join(self.value)
        if isinstance(self.value, dict):
            return ", ".join(str(value) for value in self.value.values())
        return str(self.value)

    @property
    def doubtful(self) -> bool:
        """Whether a page must say that it is not sure."""
        return self.sure != "hard"


def load(path: Path) -> dict[str, Fact]:
    """All facts of a file, by key.

    :raises BadFact: when one lacks a date, a source, a review date or a description, or ``sure`` is no known word
    """
    text = path.read_text("utf-8")
    facts = {}
    for group, entries in tomllib.loads(text).items():
        shared = {name: value for name, value in entries.items() if not isinstance(value, dict)}
        for name, entry in entries.items():
            if isinstance(entry, dict):
                place = f"docs/{path.name}:{_line(text, group, name)}"
                facts[f"{group}.{name}"] = _fact(f"{group}.{name}", shared | entry, place)
    return facts


def _fact(key: str, entry: dict[str, Any], place: str) -> Fact:
    needed = {"value": object, "date": datetime.date, "source": str, "sure": str, "review": datetime.date, "zh": str}
    for name, kind in (needed | {"en": str}).items():
        if not isinstance(entry.get(name), kind) or entry[name] == "":
            raise BadFact(f"{place}: the fact {key} has no usable '{name}'; give it one, or give one to its group.")
    if entry["sure"] not in SURE:
        raise BadFact(f'{place}: the fact {key} is sure = "{entry["sure"]}"; write one of {", ".join(SURE)}.')
    what = {"zh_CN": entry["zh"], "en": entry["en"]}
    kept = {name: entry[name] for name in ("value", "date", "source", "sure", "review")}
    return Fact(key=key, what=what, **kept)


def _line(text: str, group: str, name: str) -> int:
    """The line of a fact in its file, for messages."""
    lines = text.splitlines()
    start = lines.index(f"[{group}]")
    return next(number for number, line in enumerate(lines[start:], start + 1) if line.startswith(f"{name} ="))


class FactRole(SphinxRole):
    """``:fact:`group.name```: the value, its date and source on hover, and a mark where it is not sure."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Show the fact, or say which facts there are."""
        facts: dict[str, Fact] = self.config.guide_facts
        if self.text not in facts:
            group = self.text.partition(".")[0]
            near = [key for key in facts if key.startswith(f"{group}.")] or sorted({k.split(".")[0] for k in facts})
            message = self.inliner.reporter.error(
                f"docs/facts.toml has no fact '{self.text}'; it has: {', '.join(near)}.", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        fact = facts[self.text]
        language = self.config.language
        doubt = DOUBT[language] if fact.doubtful else ""
        node = nodes.inline(text=f"{fact}{doubt}", classes=["fact"])
        return [node], []


class FactsDirective(SphinxDirective):
    """``.. facts::``: the table of all facts."""

    def run(self) -> list[nodes.Node]:
        """One row for each thing that is said; what is said of several machines is one row with several values."""
        said: dict[tuple[str, ...], list[Fact]] = {}
        language = self.config.language
        for fact in self.config.guide_facts.values():
            key = (fact.what[language], fact.date.isoformat(), SURE[fact.sure][language], fact.source)
            said.setdefault(key, []).append(fact)
        rows = [
            (paragraph(what), values(facts), paragraph(date), paragraph(sure), paragraph(source))
            for (what, date, sure, source), facts in said.items()
        ]
        return [table(HEADERS[language], rows, classes=["cards", "facts"])]


def values(facts: list[Fact]) -> nodes.Node:
    """The value of a fact, or of several with the name of each."""
    if len(facts) == 1:
        return literal(str(facts[0]))
    names = [fact.key.partition(".")[2].replace("-", ".") for fact in facts]
    lines = [
        nodes.paragraph("", "", nodes.literal(text=name), nodes.Text(f" {fact}"), classes=["line"])
        for name, fact in zip(names, facts, strict=True)
    ]
    return nodes.container("", *lines)


def read(app: Sphinx, config: Any) -> None:  # noqa: ANN401
    """Load the facts before the first page is read; a page is read again when they change."""
    config.guide_facts = load(Path(config.guide_root) / "docs" / "facts.toml")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the role and the directive."""
    app.add_config_value("guide_facts", {}, "env", [dict])
    app.connect("config-inited", read)
    app.add_role("fact", FactRole())
    app.add_directive("facts", FactsDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
