// A terminal on an instance: xterm.js at this end, the data channel of the session in between.

import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";

import type { Started } from "../../hooks/sessions";
import { takeInsertedText } from "./insertedText";

const FONT = '"DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace';
/** The code with which the channel closes when the shell has ended. */
const ENDED = 1000;

/** Show a session in an element. `onEnd` hears whether the shell ended or the connection was lost; returns how to stop. */
export function openTerminal(place: HTMLElement, session: Started, onEnd: (lost: boolean) => void): () => void {
  // Readers with a screen reader hear the lines, and can find them as text.
  const terminal = new Terminal({ fontFamily: FONT, fontSize: 15, cursorBlink: false, screenReaderMode: true });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(place);
  takeInsertedText(terminal);
  fit.fit();
  const size = () => [terminal.rows, terminal.cols];
  const channel = new WebSocket(session.StreamUrl);
  channel.binaryType = "arraybuffer";
  channel.onopen = () => channel.send(JSON.stringify({ TokenValue: session.TokenValue, size: size() }));
  channel.onmessage = ({ data }) => terminal.write(typeof data === "string" ? data : new Uint8Array(data as ArrayBuffer));
  channel.onclose = ({ code }) => onEnd(code !== ENDED);
  const text = new TextEncoder();
  terminal.onData(typed => channel.readyState === WebSocket.OPEN && channel.send(text.encode(typed)));
  terminal.onResize(() => channel.readyState === WebSocket.OPEN && channel.send(JSON.stringify({ size: size() })));
  const watch = new ResizeObserver(() => fit.fit());
  watch.observe(place);
  terminal.focus();
  return () => {
    watch.disconnect();
    channel.onclose = null;
    channel.close();
    terminal.dispose();
  };
}
