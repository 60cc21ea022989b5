"""What a page must be before it can be walked; each problem is a sentence with the guide's file and line.

Nothing is skipped because of a typing mistake: a block outside a step, an action that no way holds, a label that no
screen has, a need that does not exist.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from walkthrough.folder import TEMPLATE
from walkthrough.labels import keys, nearest
from walkthrough.nodes import control, script, step, terminal
from walkthrough.roles import VERBS
from walkthrough.steps import ROOT, OnScreen, Step, TakePicture, TypeLines, Way, place_of, value_after, way_of
from walkthrough.template import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from walkthrough.guide import Guide, Page

STATUS = re.compile(r"(CREATE|UPDATE|DELETE|ROLLBACK)_[A-Z_]+")


def problems(page: Page, guide: Guide) -> Iterator[str]:
    """Everything that is wrong with a page, in no particular order."""
    if page.complaints:  # what Sphinx could not read would only cause more complaints
        yield from page.complaints
        return
    yield from blocks_outside_steps(page)
    yield from actions_outside_steps(page)
    yield from list_items(page)
    yield from steps_named_twice(page, guide)
    own_names = names_of_the_guide(guide)
    for one in page.steps:
        yield from needs(one, guide)
        yield from ways(one)
        yield from labels(one, guide.language, own_names)
        yield from pictures(one)


def blocks_outside_steps(page: Page) -> Iterator[str]:
    """Code that no step runs: it could say anything."""
    for block in page.doctree.findall(nodes.literal_block):
        if not isinstance(block.parent, script | terminal):
            yield (
                f"{place_of(block)}: this block of code belongs to no step, so nobody ever runs it. "
                "Put it into a step as '.. script::' or '.. terminal::'."
            )


def actions_outside_steps(page: Page) -> Iterator[str]:
    """Actions that no step holds."""
    for mark in page.doctree.findall(lambda n: isinstance(n, control | script | terminal)):
        used_by_others = isinstance(mark, script) and not mark["command"]
        if not used_by_others and _ancestor(mark, step) is None:
            what = f":{mark['verb']}:`{mark.astext()}`" if isinstance(mark, control) else f".. {type(mark).__name__}::"
            yield f"{place_of(mark)}: {what} stands outside a step, so it is never walked. Move it into a '.. step::'."


def list_items(page: Page) -> Iterator[str]:
    """In the console's tab one list item is one action, and a verb that needs a value has one."""
    for mark in page.doctree.findall(control):
        verb = VERBS[mark["verb"]]
        value = value_after(mark)
        if verb.takes_value == "must" and value is None:
            yield f"{place_of(mark)}: :{mark['verb']}:`{mark.astext()}` needs a :value:`…` after it, in the same item."
    for item in page.doctree.findall(nodes.list_item):
        verbs = list(item.findall(control))
        if way_of(item) is Way.CONSOLE and len(verbs) != 1:
            yield (
                f"{place_of(item)}: an item of the console's list is one action, so it holds one verb "
                f"(:{': :'.join(VERBS)}:); this one holds {len(verbs)}."
            )


def steps_named_twice(page: Page, guide: Guide) -> Iterator[str]:
    """Ids are the names of tests and of anchors."""
    for one in page.steps:
        first = next(other for each in guide.pages.values() for other in each.steps if other.name == one.name)
        if first.place != one.place:
            yield f"{one.place}: there is a step '{one.name}' already, at {first.place}; give this one another id."


def needs(one: Step, guide: Guide) -> Iterator[str]:
    """A step needs earlier steps, or is done instead of one, by their ids."""
    order = list(guide.steps)
    for how, other in [*(("needs", need) for need in one.needs), ("is instead of", one.instead_of)]:
        if other and other not in guide.steps:
            yield f"{one.place}: step '{one.name}' {how} '{other}', and there is no such step."
        elif other and order.index(other) >= order.index(one.name):
            yield f"{one.place}: step '{one.name}' {how} '{other}', which a reader meets only later."


def ways(one: Step) -> Iterator[str]:
    """A step can be done, and what the CLI's tab does, Python's does too."""
    if not one.ways:
        yield f"{one.place}: step '{one.name}' has no action: nothing in it can be done."
    for way, other in ((Way.CLI, Way.BOTO3), (Way.BOTO3, Way.CLI)):
        if way in one.ways and other not in one.ways and Way.CONSOLE not in one.ways:
            yield f"{one.place}: step '{one.name}' can be done by {way.value} and not by {other.value}."


def labels(one: Step, language: str, own_names: set[str]) -> Iterator[str]:
    """Each label is one that a screen has, or a name that the guide itself gave; what a program says, the walk sees."""
    for way, actions in one.ways.items():
        in_terminal = way is Way.TERMINAL
        for action in actions:
            if not isinstance(action, OnScreen):
                in_terminal = isinstance(action, TypeLines) or in_terminal
            elif VERBS[action.verb].on_screen and not (in_terminal and action.verb == "see"):
                in_terminal = False
                yield from _label(action, language, own_names)


def pictures(one: Step) -> Iterator[str]:
    """A picture stands in the item of the action that it marks."""
    for actions in one.ways.values():
        for action in actions:
            if isinstance(action, TakePicture) and not action.callouts:
                yield f"{action.place}: the picture '{action.name}' has no action to mark; put it into the item of one."


def _label(action: OnScreen, language: str, own_names: set[str]) -> Iterator[str]:
    text = action.label
    if keys(text, language) or text in own_names or STATUS.fullmatch(text) or text.startswith(("http://", "https://")):
        return
    if not any(character.isalpha() for character in text):  # a prompt, the result of a sum
        return
    near = nearest(text, language)
    hint = f" Did you mean: {', '.join(near)}?" if near else ""
    yield f"{action.place}: no screen has the label '{text}' ({language}; rehearsal/console/labels.json).{hint}"


def names_of_the_guide(guide: Guide) -> set[str]:
    """Names that a reader meets on screen because the guide or its template gave them."""
    entered = {
        action.value
        for one in guide.steps.values()
        for actions in one.ways.values()
        for action in actions
        if isinstance(action, OnScreen) and action.value
    }
    template = load(ROOT / "cloudformation" / TEMPLATE)
    return entered | {*template.labels.values(), *template.resources, *template.outputs}


def _ancestor(node: nodes.Node, kind: type[nodes.Node]) -> nodes.Node | None:
    while node is not None and not isinstance(node, kind):
        node = node.parent
    return node
