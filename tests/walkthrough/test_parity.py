"""A translated page tells its reader to do the same, in the same order, with the labels of its own screens."""

from __future__ import annotations

from pathlib import Path

from docutils.utils import new_document

from walkthrough.guide import Page
from walkthrough.parity import differences
from walkthrough.steps import ROOT, Action, OnScreen, Place, RunScript, Step, TypeLines, Way

PLACE = Place(ROOT / "docs" / "billing-alert.rst", 27)


def page(*actions: Action, way: Way = Way.CONSOLE, step: str = "put-email") -> Page:
    """A page of one step."""
    one = Step(step, "billing-alert", PLACE, (), "", "", {way: actions})
    return Page("billing-alert", Path(), new_document(""), (one,), ())


def click(label: str) -> OnScreen:
    """A click, as a page says it."""
    return OnScreen(PLACE, "click", label, None)


def enter(label: str, value: str) -> OnScreen:
    """A value entered, as a page says it."""
    return OnScreen(PLACE, "enter", label, value)


def test_same_actions_are_no_difference() -> None:
    source = page(click("创建参数"), enter("名称", "email"), click("DeepLearning"))
    translation = page(click("Create parameter"), enter("Name", "email"), click("DeepLearning"))

    assert list(differences(source, translation, "en")) == []


def test_swapped_actions_are_told_with_line_and_both_sides() -> None:
    source = page(click("创建参数"), enter("名称", "email"))
    translation = page(enter("Name", "email"), click("Create parameter"))

    (told,) = differences(source, translation, "en")

    assert told == (
        "docs/billing-alert.rst:27: step 'put-email' [console] acts otherwise in en:\n"
        "  source  click 创建参数\n"
        "  en      enter Name = email\n"
        "  screen  Create parameter"
    )


def test_label_of_another_control_is_told_with_the_right_one() -> None:
    (told,) = differences(page(click("创建参数")), page(click("Create stack")), "en")

    assert told.endswith("screen  Create parameter")


def test_another_value_is_told() -> None:
    (told,) = differences(page(enter("名称", "email")), page(enter("Name", "e-mail")), "en")

    assert "enter Name = e-mail" in told


def test_forgotten_action_is_told() -> None:
    (told,) = differences(page(click("创建参数"), click("下一步")), page(click("Create parameter")), "en")

    assert "en      (nothing)" in told


def test_forgotten_step_is_told() -> None:
    (told,) = differences(page(click("创建参数")), page(click("Create parameter"), step="other"), "en")

    assert told == "docs/billing-alert.rst:27: step 'put-email' is missing on the page in en."


def test_another_command_is_told() -> None:
    ours = RunScript(PLACE, "put-email.sh", "", "bash put-email.sh you@example.com", ())
    theirs = RunScript(PLACE, "put-email.sh", "", "bash put-email.sh me@example.com", ())

    (told,) = differences(page(ours, way=Way.CLI), page(theirs, way=Way.CLI), "en")

    assert "me@example.com" in told


def test_another_machine_is_told() -> None:
    ours = TypeLines(PLACE, "laptop", ("$ ssh -V",), "", 29)
    theirs = TypeLines(PLACE, "instance", ("$ ssh -V",), "", 29)

    (told,) = differences(page(ours, way=Way.TERMINAL), page(theirs, way=Way.TERMINAL), "en")

    assert "instance: $ ssh -V" in told
