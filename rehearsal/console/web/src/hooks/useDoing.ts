import { useCallback, useState } from "react";

import type { Failure } from "../api";
import { useNotices } from "../notices";

/** Do something that may fail; a failure is shown at the top of the page, and what was entered stays. */
export function useDoing(): { busy: boolean; run: (action: () => Promise<void>) => Promise<void> } {
  const notices = useNotices();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (action: () => Promise<void>) => {
      setBusy(true);
      try {
        await action();
      } catch (error) {
        notices.fail(error as Failure);
      } finally {
        setBusy(false);
      }
    },
    [notices],
  );
  return { busy, run };
}
