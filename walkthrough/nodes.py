"""The marks of a step in the doctree. Each is a docutils node of the nearest kind, so every builder can show it."""

from __future__ import annotations

from docutils import nodes


class step(nodes.container):  # noqa: N801  # doctree nodes are lower case
    """The smallest thing a reader does and can check.

    ``step_id``, ``needs`` (ids), ``unrehearsed`` (reason or ""), ``instead_of`` (id or "").
    """


class control(nodes.strong):  # noqa: N801
    """A control on a screen and what to do with it: ``verb`` and the text as the reader sees it."""


class value(nodes.literal):  # noqa: N801
    """What the reader puts into the control before it."""


class script(nodes.container):  # noqa: N801
    """A program shown and run: ``file``, ``code``, ``command`` ("" for one that others use), ``expected`` (lines)."""


class picture(nodes.figure):  # noqa: N801
    """A picture of a screen, taken by the walk where the reader looks at it: ``name``."""


class terminal(nodes.container):  # noqa: N801
    """A session typed on a machine: ``machine``, ``lines``, ``first`` (line), ``unrehearsed`` (reason or "")."""
