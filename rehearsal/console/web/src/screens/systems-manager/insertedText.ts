// Text that comes without a key: dictated, picked from the emoji panel, or sent by a program.

import type { Terminal } from "@xterm/xterm";

/**
 * Let a terminal take such text. xterm.js does, but not in screen reader mode, where a key that it has sent off inserts its
 * text into the page as well, so that it cannot tell the two apart. Text that a key has announced is not ours.
 */
export function takeInsertedText(terminal: Terminal): void {
  let announced = false;
  terminal.textarea?.addEventListener("keydown", () => (announced = true), true);
  terminal.textarea?.addEventListener("keyup", () => (announced = false), true);
  terminal.textarea?.addEventListener("input", event => {
    const { inputType, data } = event as InputEvent;
    if (inputType === "insertText" && data && !announced) terminal.input(data);
    announced = false;
  });
}
