"""A reader at the console: each verb of the guide, done with a mouse and a keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from walkthrough.failure import Unmet

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from walkthrough.pictures import Box
    from walkthrough.screen import Screen
    from walkthrough.steps import OnScreen

INTO_VIEW = (Path(__file__).parent / "browser_js" / "into-view.js").read_text("utf-8")
WHOLE = (Path(__file__).parent / "browser_js" / "whole.js").read_text("utf-8")
TRIES = 4
"""How often a reader types something before giving up on a page that does not show it."""
REAL_CONSOLE = re.compile(r"https://([a-z0-9-]+\.)?console\.amazonaws\.cn")


class Reader:
    """Does what the guide says on a screen.

    :param screen: what the browser shows
    :param console: the address of the rehearsal's console, which stands in for the real one
    :param folder: the reader's folder, from which files are uploaded
    """

    def __init__(self, screen: Screen, console: str, folder: Path) -> None:
        self.screen = screen
        self.console = console
        self.folder = folder
        self.done_at: dict[OnScreen, str] = {}

    def do(self, action: OnScreen) -> None:
        """Do one action.

        :raises Unmet: when the screen does not have what it needs
        """
        self.done_at[action] = self.screen.page.url
        getattr(self, action.verb)(action)

    def open(self, action: OnScreen) -> None:
        """Go to an address, or to a service by its name on the first page."""
        if action.label.startswith(("https://", "http://")):
            self.screen.page.goto(REAL_CONSOLE.sub(self.console, action.label))
            return
        self.screen.page.goto(f"{self.console}/")
        self.target(action).click()

    def click(self, action: OnScreen) -> None:
        """Click a button, a link, a tab or an entry of a menu."""
        self.target(action).click()

    def choose(self, action: OnScreen) -> None:
        """Choose an option by its name, or the value of a field."""
        value = action.value
        if value is None:
            self.target(action).click()
            return
        self.target(action).click()
        self.screen.wait(lambda: self.screen.control(value, "option"), f"an option '{value}'", value).click()

    def tick(self, action: OnScreen) -> None:
        """Tick a box, if it is not ticked."""
        self.target(action).check()

    def enter(self, action: OnScreen) -> None:
        """Replace what is in a field."""
        assert action.value is not None
        self.target(action).fill(action.value)

    def upload(self, action: OnScreen) -> None:
        """Choose a file of the reader's folder."""
        assert action.value is not None
        with self.screen.page.expect_file_chooser() as chooser:
            self.target(action).click()
        chooser.value.set_files(self.folder / action.value)

    def type(self, action: OnScreen) -> None:
        """Type into whatever has the focus; where nothing appears, click into the field first, and again.

        :raises Unmet: when it does not appear on the screen
        """
        page = self.screen.page
        page.bring_to_front()
        for _ in range(TRIES):
            page.keyboard.type(action.label)
            if self.screen.appears(action.label):
                return
            page.get_by_role("textbox").locator("visible=true").first.click()
        raise Unmet(f"to see what was typed: {action.label}", str(self.screen.picture_of_failure(action.verb)))

    def press(self, action: OnScreen) -> None:
        """Press a key, or several together, such as ``Shift+Enter``."""
        self.screen.page.keyboard.press(action.label)

    def see(self, action: OnScreen) -> None:
        """Wait until it is there, with its value if the guide names one."""
        self.target(action)
        value = action.value
        if value is not None and not self._shown(value):
            self.screen.wait(lambda: self.screen.text(value), f"'{value}' at '{action.label}'", value)

    def _shown(self, value: str) -> bool:
        """Whether a field on the screen holds a value."""
        values = self.screen.page.locator("input, textarea").evaluate_all("all => all.map(e => e.value)")
        return value in values

    def marks(self, callouts: tuple[tuple[int, OnScreen], ...]) -> list[tuple[int, Box]]:
        """Where the controls of some actions are: those done on this very screen, and the one to do next.

        :raises Unmet: when the screen does not have the last one
        """
        if not callouts:
            return []
        coming = callouts[-1][1]
        self.target(coming).evaluate(INTO_VIEW)
        here = [each for each in callouts if each[1] is coming or self.done_at.get(each[1]) == self.screen.page.url]
        found = [(number, self.find(action)) for number, action in here]
        return [(number, box) for number, control in found if control and (box := whole(control))]

    def target(self, action: OnScreen) -> Locator:
        """The control of an action.

        :raises Unmet: when it does not appear
        """
        screen, label = self.screen, action.label
        what = f"a control '{label}' that one can {action.verb}"
        return screen.wait(lambda: self.find(action), what, label)

    def find(self, action: OnScreen) -> Locator | None:
        """The control of an action, if it is on the screen now."""
        screen, label = self.screen, action.label
        match action.verb:
            case "open":
                return screen.control(label, "link")
            case "click":
                return screen.control(label, "button", "link", "tab", "menuitem") or screen.link_that_names(label)
            case "choose":
                return (
                    screen.field(label)
                    if action.value
                    else screen.control(label, "radio", "checkbox", "menuitem", "option")
                )
            case "tick":
                return screen.control(label, "checkbox")
            case "enter":
                return screen.field(label)
            case "upload":
                return screen.chooser_of_files(label)
            case _:
                return (screen.field(label) if action.value else None) or screen.text(label)


def whole(control: Locator) -> Box | None:
    """The box around a control; around a box to tick or a point to choose, with the words beside it."""
    x, y, width, height = control.evaluate(WHOLE)
    return (x, y, width, height) if width and height else None
