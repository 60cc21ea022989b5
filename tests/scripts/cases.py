"""What a program says in one situation: the files in ``cases/``, one for each step.

.. code-block:: yaml

   the second time:                 # a name
     given: [address kept]          # what was done before, see given.py
     arguments: [me@example.com]
     environment: {AWS_REGION: null}  # exported besides; null takes a variable away
     prints: …                      # all of stdout
     complains: …                   # the end of stderr; without it and ``fails``, stderr is empty
     fails: InvalidClientTokenId    # part of what AWS says on stderr before that; the status is not 0 then
     status: 1                      # 0 unless given

``prints`` and ``complains`` are a text, or one for each language, or that for each way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One situation.

    :ivar step: the step whose programs are run
    """

    step: str
    name: str
    given: list[str] = field(default_factory=list)
    arguments: list[str] = field(default_factory=list)
    environment: dict[str, str | None] = field(default_factory=dict)
    prints: Any = ""
    complains: Any = ""
    fails: str = ""
    status: int = 0

    def exported(self, environment: dict[str, str]) -> dict[str, str]:
        """Return what is exported at the reader's terminal."""
        return {name: value for name, value in {**environment, **self.environment}.items() if value is not None}


def said(words: Any, way: str, language: str) -> str:  # noqa: ANN401 - a text, or one for each language, or …
    """Pick the text of a way and a language."""
    if isinstance(words, str):
        return words
    if way in words:
        return said(words[way], way, language)
    return str(words[language])


def read() -> list[Case]:
    """Read all of them.

    :raises TypeError: when a case says something that there is no such thing as
    """
    return [
        Case(file.stem, name, **(content or {}))
        for file in sorted(FOLDER.glob("*.yaml"))
        for name, content in yaml.safe_load(file.read_text(encoding="utf-8")).items()
    ]
