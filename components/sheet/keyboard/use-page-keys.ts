"use client";

import { useEffect, useRef, useState } from "react";
import { useKeysOn, writeKeysOn } from "./preference";

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.metaKey ||
    event.ctrlKey ||
    event.altKey ||
    event.isComposing ||
    (target instanceof HTMLElement &&
      (target.isContentEditable || target.matches("input, textarea, select")))
  );
}

function isCovered(): boolean {
  return document.querySelector("dialog[open], :popover-open") !== null;
}

/** Keys while they are switched on and nothing is being typed. `handle` answers whether the key was one of its own. */
function useKeys(enabled: boolean, handle: (event: KeyboardEvent) => boolean) {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const press = (event: KeyboardEvent) => {
      if (!isTyping(event) && latest.current(event)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [enabled]);
}

/** For what outlives the page it came from, e.g. a message with something to press. */
export function useStandingKeys(handle: (event: KeyboardEvent) => boolean) {
  useKeys(useKeysOn(), (event) => !isCovered() && handle(event));
}

/**
 * Single keys of a page, while nothing is being typed and no dialog stands over it; `?` shows them. The choice to switch them
 * off stays in this browser.
 */
export function usePageKeys(handle: (event: KeyboardEvent) => boolean) {
  const [help, setHelp] = useState(false);
  const enabled = useKeysOn();
  useKeys(enabled, (event) => {
    if (event.key !== "?") return !isCovered() && handle(event);
    setHelp((open) => !open);
    return true;
  });
  return { help, setHelp, enabled, setEnabled: writeKeysOn };
}
