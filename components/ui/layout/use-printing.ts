"use client";

import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

let printing = false;

function subscribe(listener: () => void): () => void {
  const set = (to: boolean) => () => {
    printing = to;
    // What is added must stand before the browser looks.
    flushSync(listener);
  };
  const [begin, end] = [set(true), set(false)];
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}

/** Whether the page goes to paper now, where nothing can be unfolded or turned to. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => printing,
    () => false,
  );
}
