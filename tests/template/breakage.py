"""Templates that break a rule, each a small file: the rule, why it matters, and what to change in the real template.

.. code-block:: yaml

   rule: metadata_needs_a_token
   why: IMDSv1 answers every program that can make the instance fetch a URL.
   change:
     - old: "HttpTokens: required"
       new: "HttpTokens: optional"
   points-at: "HttpTokens: optional"

``points-at`` is part of the line that the rule must name, so that a message leads to the right place. Text of several
lines is a block that begins with ``|2``, which keeps the spaces at the start of its first line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.template.document import ROOT, Template

FOLDER = Path(__file__).parent / "broken"


@dataclass(frozen=True)
class Breakage:
    """One way to break the template.

    :ivar rule: the name of the rule that must notice
    :ivar changes: pairs of old and new text
    :ivar points_at: part of the line, in the broken template, that the rule must name
    """

    file: Path
    rule: str
    changes: tuple[tuple[str, str], ...]
    points_at: str

    def apply(self, template: Template) -> Template:
        """Break the template.

        :raises ValueError: when an old text is not in the template exactly once
        """
        text = template.text
        for old, new in self.changes:
            if text.count(old) != 1:
                raise ValueError(
                    f"{self.file.relative_to(ROOT)}: {old!r} is {text.count(old)} times in {template.name}, not once. "
                    "The template has changed: change this file too."
                )
            text = text.replace(old, new)
        return Template(text, f"{template.name} with {self.file.name}")


def read(file: Path) -> Breakage:
    """Read one file.

    :raises ValueError: when it does not have exactly the keys of the example above
    """
    entry = yaml.safe_load(file.read_text("utf-8"))
    if set(entry) != {"rule", "why", "change", "points-at"} or not entry["why"]:
        raise ValueError(f"{file.relative_to(ROOT)}: needs rule, why, change and points-at, and has {sorted(entry)}.")
    changes = tuple((change["old"], change["new"]) for change in entry["change"])
    return Breakage(file, entry["rule"], changes, entry["points-at"])


def files() -> list[Path]:
    """All of them, in the order of their names."""
    return sorted(FOLDER.glob("*.yaml"))
