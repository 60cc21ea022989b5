"""A reader at a desk: a laptop with some windows open, and a browser on it; from there he reaches the instance."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeGuard

from rehearsal.cloud.cloud import ACCESS_KEY_ID
from walkthrough.expectation import NAME
from walkthrough.failure import Unmet
from walkthrough.session import Command, went_well
from walkthrough.steps import Action, OnScreen, RunScript, TypeLines
from walkthrough.window import COLUMNS, INSTANCE, LAPTOP, LOOKS_LIKE, ROWS, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rehearsal.machines import Machines
    from walkthrough.browser import Browser
    from walkthrough.steps import Step

INVENTED = {
    "password": "correct horse battery staple",
    "access-key-id": ACCESS_KEY_ID,
    "secret-access-key": "rehearsal",
}
"""What readers bring themselves; every other name stands for something that an output has shown."""
KEYBOARD = ("type", "paste", "press", "see")
"""The verbs that belong to whatever is in front: the window typed into last, or the browser."""
SCRIPTS = "~/deep-learning"
"""Where the reader has unpacked the programs, as the guide says."""


def for_keyboard(action: Action | None) -> TypeGuard[OnScreen]:
    """Whether an action is done in whatever is in front."""
    return isinstance(action, OnScreen) and action.verb in KEYBOARD


class Desk:
    """Does what is done on the machines themselves.

    :param machines: the laptop and the instance
    :param language: the reader's
    """

    def __init__(self, machines: Machines, language: str) -> None:
        self.machines = machines
        self.language = language
        self.names = dict(INVENTED)
        self.windows: list[Window] = []
        self.remark = ""
        self._resources = ExitStack()
        self._browser: Browser | None = None
        self._in_front: Window | Browser | None = None
        self._running: Window | None = None
        self._ahead: list[Action] = []
        self._output = ""

    def begin(self, step: Step, actions: tuple[Action, ...]) -> None:
        """Begin a step; one that is done instead of another begins on a laptop where nothing of that one runs."""
        self.machines.look()
        self._ahead = list(actions)
        self._output = ""
        if step.instead_of:
            self.close()
            self.machines.restart_laptop()

    def do(self, action: Action) -> None:
        """Do one action.

        :raises Unmet: when a machine does something else than the page says
        """
        following = self._ahead[1] if len(self._ahead) > 1 else None
        self._ahead = self._ahead[1:]
        if isinstance(action, TypeLines):
            self._type_lines(action, goes_on=for_keyboard(following))
        elif isinstance(action, RunScript):
            self._run(action)
        elif for_keyboard(action) and isinstance(self._in_front, Window):
            self._use_keyboard(action, self._in_front)
        else:
            self._front_browser().do(self._filled(action))

    def seen(self) -> str:
        """What was on the screens in this step."""
        if self._browser and self._in_front is self._browser:
            return self._browser.seen()
        self._settle()
        window = self._in_front
        return f"{self._output}\n{window.text if isinstance(window, Window) else ''}"

    def close(self) -> None:
        """Close all windows and the browser."""
        for window in self.windows:
            window.close()
        self.windows.clear()
        self._resources.close()
        self._browser = self._in_front = self._running = None

    def _type_lines(self, action: TypeLines, goes_on: bool) -> None:
        """Type each command, and hold what comes against the page; the last one may go on with the next actions."""
        self._settle()
        *all_but_last, last = action.commands()
        for each in (*all_but_last, last):
            try:
                self._type(each, goes_on and each is last)
            except Unmet as unmet:
                unmet.during = each
                raise

    def _type(self, action: TypeLines, goes_on: bool) -> None:
        window = self._window(action.machine)
        command = Command(window, self._fill(action.typed))
        if goes_on:
            self._running = window
        else:
            command.finish(action.answers, self.names)
            self._output += f"{command.output}\n"

    def _run(self, action: RunScript) -> None:
        """Run a program of the guide, where it was unpacked."""
        self._settle()
        window = self._window(LAPTOP)
        if not window.line.rstrip(" $").endswith(SCRIPTS):
            Command(window, f"cd {SCRIPTS}").finish((), self.names)
        command = Command(window, action.command)
        command.finish(action.expected, self.names)
        self._output += f"{command.output}\n"

    def _use_keyboard(self, action: OnScreen, window: Window) -> None:
        """Answer the program in a window."""
        text = self._fill(action.label)
        match action.verb:
            case "see":
                window.wait(lambda: text in window.text, f"'{text}' in the terminal")
            case "press":
                window.press(text)
            case "paste":
                window.rest()
                window.write(text)
                window.wait(lambda: text in "".join(window.lines), f"what was pasted: {text}")
            case "type":
                window.rest()
                window.write(f"{text}\r")
        self._running = window

    def _settle(self) -> None:
        """Wait until the program that was answered has ended, and ask how."""
        window = self._running
        if window:
            window.rest()
            window.wait(lambda: window.machine is not None, "the prompt again")
            went_well(window)
        self._running = None

    def _window(self, machine: str) -> Window:
        """The window in which one can type on a machine: the last one that was used, or on the laptop a new one.

        :raises Unmet: when no window is on the instance
        """
        for window in reversed(self.windows):
            window.look()
            if window.machine == machine:
                break
        else:
            if machine == INSTANCE:
                raise Unmet("a terminal on the instance", "there is none; does the step need 'start-session'?")
            window = self._new_window()
        self.windows.remove(window)
        self.windows.append(window)
        self._in_front = window
        return window

    def _new_window(self) -> Window:
        window = Window(self.machines.laptop.terminal((ROWS, COLUMNS), TERM=LOOKS_LIKE))
        self.windows.append(window)
        window.wait(lambda: window.machine == LAPTOP, "the laptop's prompt")
        return window

    def _front_browser(self) -> Browser:
        """The browser, which is opened when it is first needed."""
        if self._browser is None:
            from walkthrough.browser import on_the_laptop  # most steps need none

            self._browser = self._resources.enter_context(on_the_laptop(self.machines.laptop, self.language))
        self._in_front = self._browser
        return self._browser

    def _filled(self, action: Action) -> Action:
        """An action on a page, with what its names stand for."""
        if not isinstance(action, OnScreen) or action.value is None:
            return action
        return OnScreen(action.place, action.verb, action.label, self._fill(action.value))

    def _fill(self, text: str) -> str:
        """A text of the page with what its names, such as ``<address>``, stand for.

        :raises Unmet: when nothing has shown yet what one stands for
        """
        unknown = [name for name in NAME.findall(text) if name not in self.names]
        if unknown:
            raise Unmet(
                f"to know what <{unknown[0]}> stands for",
                f"no output of the steps before shows <{unknown[0]}>; ':needs:' should name the step that does",
            )
        return NAME.sub(lambda name: self.names[name[1]], text)


@contextmanager
def at_the_desk(machines: Machines, language: str) -> Iterator[Desk]:
    """A reader at a desk, for as long as the block runs."""
    desk = Desk(machines, language)
    try:
        yield desk
    finally:
        desk.close()
