import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import { useEffect, useRef } from "react";

import type { Started } from "../../hooks/sessions";
import { useText } from "../../language";

interface Props {
  session: Started;
  target: string;
  onEnd: (lost: boolean) => void;
}

/** What the reader types into; without machines, why there is nothing to type into. */
export function SessionTerminal({ session, target, onEnd }: Props) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const carried = session.StreamUrl.startsWith("ws:"); // AWS's own address begins with wss:
  useEffect(() => {
    if (!carried) return;
    let stop = () => {};
    let left = false;
    // The terminal is a fifth of the console's code, and most pages have none.
    import("./terminal").then(
      ({ openTerminal }) => {
        if (place.current && !left) stop = openTerminal(place.current, session, onEnd);
      },
      () => onEnd(true),
    );
    return () => {
      left = true;
      stop();
    };
  }, [session, carried, onEnd]);
  if (!carried)
    return (
      <Alert type="info" header={t("session.no-terminal", { target })}>
        <span lang="en" style={{ whiteSpace: "pre-line" }}>
          {session.NoTerminal}
        </span>
      </Alert>
    );
  return (
    <Box>
      <div ref={place} style={{ height: "min(34rem, 70vh)", padding: "0.75rem", background: "#000" }} />
    </Box>
  );
}
