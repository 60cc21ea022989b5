"""What an author writes: ``.. step::``, ``.. script::``, ``.. terminal::``, ``.. picture::``, beside the verbs.

A Sphinx extension. It must stay light: building the site imports this, and nothing that only the walk needs.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from walkthrough import roles
from walkthrough.bilingual import in_language
from walkthrough.nodes import picture, script, step, terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

RUN_BY = {".sh": "bash", ".py": "python3"}
MACHINES = ("laptop", "instance")
SCREENS = ("console", "jupyter")
"""What a picture may be of; the first one unless it says otherwise."""
WORDS = {
    "laptop": {"zh_CN": "在您的电脑上", "en": "On your computer"},
    "instance": {"zh_CN": "在实例上", "en": "On the instance"},
    "run": {"zh_CN": "在您的电脑上运行", "en": "Run it on your computer"},
    "console": {
        "zh_CN": "演练控制台的画面，不是真实的控制台",
        "en": "The rehearsal console, not the real one",
    },
    "jupyter": {
        "zh_CN": "演练用的实例上的 Jupyter",
        "en": "Jupyter on the rehearsal's instance",
    },
    "unrehearsed": {"zh_CN": "没有演练过：", "en": "Not rehearsed: "},
    "step": {"zh_CN": "步骤：", "en": "Step: "},
}


class MarkDirective(SphinxDirective):
    """What the three have in common: words in the page's language, and the note about what cannot be walked."""

    def words(self, key: str) -> str:
        """One of :data:`WORDS` in the language of the page."""
        return WORDS[key][self.config.language]

    def caption(self, key: str) -> nodes.paragraph:
        """A line above a block that says where it is typed; ``run`` is typed on the laptop."""
        machine = "instance" if key == "instance" else "laptop"
        return nodes.paragraph(text=self.words(key), classes=["machine", f"on-{machine}"])

    def why_unrehearsed(self) -> list[nodes.Node]:
        """The reason of ``:unrehearsed:``, for the reader; translators see it, since it knows where it was written."""
        reason = self.options.get("unrehearsed")
        if not reason:
            return []
        prefix = nodes.inline(text=self.words("unrehearsed"))
        said = nodes.paragraph(reason, reason)
        said.source, said.line = self.get_source_info()
        return [nodes.container("", nodes.paragraph("", "", prefix), said, classes=["unrehearsed"])]


class StepDirective(MarkDirective):
    """``.. step:: ID``: the smallest thing a reader does and can check.

    ``:needs:`` names the steps that must have been done before; ``:unrehearsed:`` says why it cannot be walked here;
    ``:instead-of:`` names a step that a reader does when he does not do this one.
    """

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "needs": directives.unchanged_required,
        "unrehearsed": directives.unchanged_required,
        "instead-of": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Read what is inside."""
        self.assert_has_content()
        (name,) = self.arguments
        if nodes.make_id(name) != name:
            raise self.error(
                f"'{name}' cannot be the id of a step; write it like '{nodes.make_id(name) or 'put-email'}'."
            )
        node = step(
            ids=[f"step-{name}"],
            classes=["step"],
            step_id=name,
            needs=self.options.get("needs", "").split(),
            unrehearsed=self.options.get("unrehearsed", ""),
            instead_of=self.options.get("instead-of", ""),
        )
        self.set_source_info(node)
        node += self.why_unrehearsed()
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class ScriptDirective(MarkDirective):
    """``.. script:: FILE [ARGUMENTS]``: a program of ``scripts/``, the command that runs it, and what it prints.

    The content is what the reader should see: ``…`` stands for what varies, a line of it alone for any lines.
    ``:used:`` marks a program that others use and nobody runs.
    """

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"used": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Show the program in the language of the page."""
        file, *arguments = shlex.split(self.arguments[0])
        path = Path(self.config.guide_root) / "scripts" / file
        if path.suffix not in RUN_BY or not path.is_file():
            near = ", ".join(sorted(p.name for p in path.parent.iterdir() if p.suffix == path.suffix)) or "*.sh, *.py"
            raise self.error(f"scripts/ has no program '{file}'; it has: {near}.")
        self.env.note_dependency(str(path))
        language = self.config.language
        command = "" if "used" in self.options else shlex.join([RUN_BY[path.suffix], file, *arguments])
        expected = in_language("\n".join(self.content), language).splitlines()
        code = in_language(path.read_text("utf-8"), language)
        node = script(classes=["script"], file=file, code=code, command=command, expected=expected)
        self.set_source_info(node)
        name = nodes.reference("", file, refuri=f"scripts/{file}", classes=["download"])
        node += nodes.paragraph("", "", name, classes=["script-name"])
        node += nodes.literal_block(code, code, language={".sh": "bash", ".py": "python"}[path.suffix])
        if command:
            session = "\n".join([f"$ {command}", *expected])
            node += self.caption("run")
            node += nodes.literal_block(session, session, language="console", classes=["session"])
        return [node]


class TerminalDirective(MarkDirective):
    """``.. terminal:: laptop|instance``: lines after ``$`` are typed, the others are what the machine answers."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"unrehearsed": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Show the session, and on which machine it is typed."""
        self.assert_has_content()
        (machine,) = self.arguments
        if machine not in MACHINES:
            raise self.error(f"There is no machine '{machine}'; a terminal is on: {', '.join(MACHINES)}.")
        lines = list(self.content)
        if not lines[0].startswith("$ "):
            raise self.error("A terminal begins with a line that is typed: '$ ' and the command.")
        node = terminal(
            classes=["terminal"],
            machine=machine,
            lines=lines,
            first=self.content_offset + 1,
            unrehearsed=self.options.get("unrehearsed", ""),
        )
        self.set_source_info(node)
        session = "\n".join(lines)
        node += self.caption(machine)
        node += nodes.literal_block(session, session, language="console", classes=["session"])
        node += self.why_unrehearsed()
        return [node]


class PictureDirective(MarkDirective):
    """``.. picture:: NAME`` with ``:alt:``: the screen at this point of the walk, its callouts numbered as the list is.

    ``:of:`` is one of :data:`SCREENS`. It stands in the item of an action and shows the screen just before that is
    done, with the control marked.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "alt": directives.unchanged_required,
        "of": lambda what: directives.choice(what, SCREENS),
    }

    def run(self) -> list[nodes.Node]:
        """Show the picture that the walk has taken."""
        (name,) = self.arguments
        if not self.options.get("alt"):
            raise self.error(f"The picture '{name}' needs an ':alt:' for readers who do not see it.")
        node = picture(classes=["picture"], name=name)
        self.set_source_info(node)
        image = nodes.image(uri=f"/_static/images/{name}.png", alt=self.options["alt"])
        image.source, image.line = self.get_source_info()
        node += image
        node += nodes.caption(text=self.words(self.options.get("of", SCREENS[0])))
        return [node]


def visit_step(translator: HTML5Translator, node: step) -> None:
    """A step is a group, named after the section it is in, so that a screen reader says where it begins and ends."""
    section = node.parent
    while not isinstance(section, nodes.section):
        section = section.parent
    label = WORDS["step"][translator.config.language] + section[0].astext()
    attributes: dict[str, Any] = {"role": "group", "aria-label": label, "CLASS": "docutils container"}
    translator.body.append(translator.starttag(node, "div", **attributes))


def depart_step(translator: HTML5Translator, node: step) -> None:
    """Close what was opened."""
    translator.body.append("</div>\n")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives and the verbs; ``guide_root`` is the folder that holds ``scripts/``."""
    app.add_config_value("guide_root", "", "env", [str])
    app.add_node(step, html=(visit_step, depart_step))
    app.add_directive("step", StepDirective)
    app.add_directive("script", ScriptDirective)
    app.add_directive("terminal", TerminalDirective)
    app.add_directive("picture", PictureDirective)
    roles.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
