// What the console says at the top of the page about what was just done, until the reader goes on.

import Flashbar, { type FlashbarProps } from "@cloudscape-design/components/flashbar";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

import { type Failure, NETWORK } from "./api";
import { useText } from "./language";
import { onLeaving } from "./router";

interface Notice {
  type: "success" | "error";
  header?: string;
  content?: string;
}

interface Notices {
  shown: Notice | undefined;
  succeed: (words: string) => void;
  fail: (failure: Failure) => void;
  clear: () => void;
}

const Notices = createContext<Notices | undefined>(undefined);

/** The code and the words of a failure; those of a lost connection are the console's own. */
export function useFailureWords(): (failure: Failure) => { header: string; content: string } {
  const t = useText();
  return failure =>
    failure.code === NETWORK
      ? { header: t("console.network-error"), content: t("console.network-error-help") }
      : { header: failure.code, content: failure.message };
}

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [shown, show] = useState<Notice>();
  useEffect(() => onLeaving(() => show(undefined)), []);
  const words = useFailureWords();
  const notices = useMemo(
    () => ({
      shown,
      succeed: (header: string) => show({ type: "success", header }),
      fail: (failure: Failure) => show({ type: "error", ...words(failure) }),
      clear: () => show(undefined),
    }),
    [shown, words],
  );
  return <Notices.Provider value={notices}>{children}</Notices.Provider>;
}

export function useNotices(): Notices {
  const notices = useContext(Notices);
  if (!notices) throw new Error("outside of NoticesProvider");
  return notices;
}

export function NoticeBar() {
  const { shown, clear } = useNotices();
  const t = useText();
  const items: FlashbarProps.MessageDefinition[] = shown
    ? [{ ...shown, id: "notice", dismissible: true, dismissLabel: t("console.dismiss"), onDismiss: clear }]
    : [];
  return <Flashbar items={items} />;
}
