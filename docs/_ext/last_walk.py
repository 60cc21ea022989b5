"""``.. last-walk::``: when tests last followed the guide, how far they came, and what they could not walk.

It shows ``build/ledger.json``, which ``make test`` writes. Whatever a build has no record of, its page does not claim.
"""

from __future__ import annotations

import datetime
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from walkthrough.nodes import step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

LEDGER = Path("build", "ledger.json")
NOTED = "steps"
"""Where Sphinx's notes about a page have its steps."""
WALKED_FROM = ("docs", "scripts", "cloudformation")
"""What the reader sees; a walk says nothing about a version of these that came after it."""
WORDS = {
    "walked": {
        "zh_CN": "{date:%Y-%m-%d}，测试照着这份指南走过 {steps} 个步骤，结果都与页面相符；"
        "每种做法和每种语言分开算，一共 {ways} 遍、{actions} 个动作。",
        "en": "On {date:%Y-%m-%d}, tests walked {steps} steps of this guide and found them as the pages say: "
        "{ways} walks and {actions} actions, each way and each language counted on its own. ",
    },
    "version": {"zh_CN": "版本：", "en": "Version: "},
    "changed": {"zh_CN": "，页面此后有改动。", "en": ", and the pages have changed since."},
    "same": {"zh_CN": "。", "en": "."},
    "unrehearsed": {
        "zh_CN": "没有走过的步骤，或其中的一种做法：",
        "en": "Steps, or one way of a step, that were not walked:",
    },
    "colon": {"zh_CN": "：", "en": ": "},
    "no record": {
        "zh_CN": "这次生成的网站没有走查记录。在源代码的文件夹中运行 ",
        "en": "This build has no record of a walk. Run ",
    },
    "make one": {
        "zh_CN": "，测试会照着指南走一遍，并留下记录。",
        "en": " in the folder of the source code: tests then follow the guide and leave a record.",
    },
}


class last_walk(nodes.General, nodes.Element):  # noqa: N801  # doctree nodes are lower case
    """Where the state of the last walk is shown."""


class BadLedger(Exception):  # noqa: N818  # a word of the domain
    """A ledger that does not say what a ledger says."""


@dataclass(frozen=True)
class Ledger:
    """The record of a walk; ``walkthrough`` keeps only one of a walk that found no fault.

    :ivar commit: what was walked, or "" outside of a repository
    :ivar unrehearsed: a step and why it was not walked, once each, however many ways it has
    """

    date: datetime.date
    commit: str
    walked: dict[str, int]
    unrehearsed: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, path: Path) -> Ledger | None:
        """The ledger of a file, or None where there is none.

        :raises BadLedger: when it cannot be read
        """
        if not path.is_file():
            return None
        try:
            found: dict[str, Any] = json.loads(path.read_text("utf-8"))
            return cls(
                datetime.date.fromisoformat(found["date"]),
                str(found["commit"]),
                {name: int(found["walked"][name]) for name in ("steps", "ways", "actions")},
                tuple(dict.fromkeys((str(each["step"]), str(each["reason"])) for each in found["unrehearsed"])),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            what = f"has no {error}" if isinstance(error, KeyError) else f"cannot be read: {error}"
            raise BadLedger(f"{path.as_posix()} {what}. Delete it, or run 'make test' to write it again.") from error


def changed_since(root: Path, commit: str) -> bool:
    """Whether what readers see differs from a commit, as far as git can tell."""
    command = ["git", "-C", str(root), "diff", "--quiet", commit, "--", *WALKED_FROM]
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=10).returncode == 1
    except OSError:
        return False


class LastWalk(SphinxDirective):
    """Marks the place; it is filled when all pages are known."""

    def run(self) -> list[nodes.Node]:
        """The place."""
        node = last_walk()
        self.set_source_info(node)
        return [node]


def note_steps(app: Sphinx, doctree: nodes.document) -> None:
    """Remember the steps of a page: under which title each is, and why it is not walked, as the page says it."""
    app.env.metadata[app.env.docname][NOTED] = {
        node["step_id"]: (title_over(node), reasons(node)) for node in doctree.findall(step)
    }


def title_over(node: nodes.Node) -> str:
    """The title of the section that holds a node."""
    while not isinstance(node, nodes.section):
        node = node.parent
    return str(node[0].astext())


def reasons(node: step) -> dict[str, str]:
    """By its source, each reason for which something in the step is not walked, in the language of the page."""
    notes = (note for note in node.findall(nodes.container) if "unrehearsed" in note["classes"])
    return {said.rawsource: said.astext() for note in notes for said in note.findall(nodes.paragraph) if said.rawsource}


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Show the ledger of this build."""
    for node in list(doctree.findall(last_walk)):
        root = Path(app.config.guide_root)
        ledger = None
        try:
            ledger = Ledger.read(Path(app.config.guide_ledger or root / LEDGER))
        except BadLedger as error:
            logger.warning("%s", error, location=node)
        shown = record(app, page, ledger, changed_since(root, ledger.commit)) if ledger else [absence(app)]
        node.replace_self(nodes.container("", *shown, classes=["last-walk", "recorded" if ledger else "unrecorded"]))


def absence(app: Sphinx) -> nodes.paragraph:
    """What to say without a ledger."""
    before, after = (WORDS[name][app.config.language] for name in ("no record", "make one"))
    return nodes.paragraph("", before, nodes.literal(text="make test"), nodes.Text(after))


def record(app: Sphinx, page: str, ledger: Ledger, changed: bool) -> Iterable[nodes.Node]:
    """What the ledger says, and for each step that was not walked a link and the reason."""
    words = {name: said[app.config.language] for name, said in WORDS.items()}
    said = nodes.paragraph(text=words["walked"].format(date=ledger.date, **ledger.walked))
    if ledger.commit:
        end = nodes.Text(words["changed" if changed else "same"])
        said += [nodes.Text(words["version"]), nodes.literal(text=ledger.commit[:7]), end]
    yield said
    if not ledger.unrehearsed:
        return
    yield nodes.paragraph(text=words["unrehearsed"])
    items = []
    for name, reason in ledger.unrehearsed:
        item = nodes.paragraph("", "", name_of(app, page, name))
        item += nodes.Text(words["colon"] + reason_in_language(app.env, name, reason))
        items.append(nodes.list_item("", item))
    yield nodes.bullet_list("", *items)


def noted(env: BuildEnvironment, name: str) -> tuple[str, str, dict[str, str]] | None:
    """The page of a step, the title over it, and its reasons; None where no page has it any more."""
    for page, metadata in env.metadata.items():
        steps: Any = metadata.get(NOTED, {})
        if name in steps:
            return page, *steps[name]
    return None


def name_of(app: Sphinx, page: str, name: str) -> nodes.Node:
    """A link to a step by the title over it; its id where no page has it."""
    found = noted(app.env, name)
    if found is None:
        return nodes.literal(text=name)
    address = f"{app.builder.get_relative_uri(page, found[0])}#step-{name}"
    return nodes.reference("", found[1], refuri=address, internal=True)


def reason_in_language(env: BuildEnvironment, name: str, reason: str) -> str:
    """The reason as the page says it; as the ledger says it where the page says none."""
    found = noted(env, name)
    return found[2].get(reason, reason) if found else reason


def show_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The front page is written in every build, since every build may find another ledger."""
    return [app.config.root_doc]


def setup(app: Sphinx) -> dict[str, bool]:
    """``guide_ledger`` is another file than :data:`LEDGER`, for tests."""
    app.add_config_value("guide_ledger", "", "", [str])
    app.add_directive("last-walk", LastWalk)
    app.connect("doctree-read", note_steps)
    app.connect("env-updated", show_again)
    app.connect("doctree-resolved", fill)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
