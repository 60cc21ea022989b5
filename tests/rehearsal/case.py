"""Cases: what somebody does to the cloud, and what must come of it, each a document in a file under ``cases/``.

A document has a ``name``, what AWS itself does (``real``) and how that is known (``source``), and steps to ``do``. A
step is one of

- ``call: ec2 describe_vpcs``, an API action as boto3 names it, ``with`` its parameters;
- ``deploy: <template>``, a stack ``s`` unless ``stack`` says otherwise, with ``parameters`` and ``capabilities``;
- ``update: {Parameter: value}``, the stack with all else as it is, or with another ``template``;
- ``cloud: approve_quotas``, what only a test can tell the cloud, ``with`` its arguments;

and says what must come of it:

- ``error`` the code that it is refused with, and ``says``, a part of the message;
- ``status`` the stack's afterwards (COMPLETE unless said), ``because``, a part of the reason of a failed resource, and
  ``outputs``;
- ``gives`` what is in the answer: JMESPath expressions and their values;
- ``keep`` names for what is in the answer, for later steps to use as ``$name``.

A step that says nothing must succeed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Step:
    """One thing that is done, and what must come of it."""

    call: str | None = None
    deploy: str | None = None
    update: dict[str, str] | None = None
    cloud: str | None = None
    arguments: dict[str, Any] = field(default_factory=dict)
    stack: str = "s"
    template: str | None = None
    parameters: dict[str, str] = field(default_factory=dict)
    capabilities: list[str] = field(default_factory=lambda: ["CAPABILITY_IAM"])
    error: str | None = None
    says: str = ""
    status: str | None = None
    because: str | None = None
    outputs: dict[str, str] | None = None
    gives: dict[str, Any] = field(default_factory=dict)
    keep: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        done = [self.call, self.deploy, self.update, self.cloud]
        if sum(each is not None for each in done) != 1:
            raise ValueError(f"a step does one thing: call, deploy, update or cloud, not {done}")


@dataclass(frozen=True)
class Case:
    """A document of a file."""

    place: str
    name: str
    real: str
    source: str
    steps: list[Step]

    @classmethod
    def read(cls, place: str, document: dict[str, Any]) -> Case:
        """Read a document; a TypeError names a key that is unknown or missing."""
        steps = [
            Step(**{"arguments" if key == "with" else key: value for key, value in step.items()})
            for step in document.pop("do")
        ]
        return cls(place, steps=steps, **document)


def cases() -> list[Case]:
    """Read all files."""
    return [
        Case.read(file.stem, document)
        for file in sorted(FOLDER.glob("*.yaml"))
        for document in yaml.safe_load_all(file.read_text(encoding="utf-8"))
    ]
