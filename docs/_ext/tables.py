"""Tables that are made from data: rows of small nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def paragraph(text: str) -> nodes.paragraph:
    """A cell of prose."""
    return nodes.paragraph(text=text)


def literal(text: str) -> nodes.paragraph:
    """A cell of something typed or read verbatim."""
    return nodes.paragraph("", "", nodes.literal(text=text))


def table(headers: Sequence[str], rows: Iterable[Sequence[nodes.Node]], classes: Sequence[str] = ()) -> nodes.table:
    """A table with one header row, its columns as wide as they need to be."""
    group = nodes.tgroup(cols=len(headers))
    group += [nodes.colspec(colwidth=1) for _ in headers]
    group += nodes.thead("", _row([paragraph(header) for header in headers]))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=["colwidths-auto", *classes])


def _row(cells: Sequence[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", cell) for cell in cells))
