// Addresses as those of the AWS console, some of which keep the screen in the path and some behind the #.

import { useEffect, useSyncExternalStore } from "react";

const WENT = "console:went";
const STAYED = "console:stayed";
/** What says that the reader has left a screen. */
const LEAVING = ["popstate", "hashchange", WENT];
const ours = () => location.pathname + location.hash;

function listen(events: string[], told: () => void): () => void {
  events.forEach(name => addEventListener(name, told));
  return () => events.forEach(name => removeEventListener(name, told));
}

const onChange = (changed: () => void) => listen([...LEAVING, STAYED], changed);
/** Do something whenever the reader leaves a screen; returns what ends that. */
export const onLeaving = (left: () => void): (() => void) => listen(LEAVING, left);

/** The address of the screen: the path and what is behind the #. */
export const useAddress = (): string => useSyncExternalStore(onChange, ours);

/** Go to a screen, such as `/ec2/home#Instances:`. */
export function go(address: string): void {
  history.pushState(null, "", address);
  dispatchEvent(new Event(WENT));
  scrollTo(0, 0);
}

/** Let every link to a screen change the screen without loading the page again. */
export function useLinks(): void {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const address = link?.getAttribute("href");
      const elsewhere = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
      if (!link || !address?.startsWith("/") || link.target || elsewhere) return;
      event.preventDefault();
      go(address);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, []);
}

/** Change the address without going anywhere, such as for another tab of the same screen. */
export function stay(address: string): void {
  history.replaceState(null, "", address);
  dispatchEvent(new Event(STAYED));
}
