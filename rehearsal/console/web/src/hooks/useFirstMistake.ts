import { useEffect } from "react";

/** Take the reader to the first field that is wrong, whenever `attempt` is another one. */
export function useFirstMistake(attempt: unknown): void {
  useEffect(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);
}
