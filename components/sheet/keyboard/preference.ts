import { useSyncExternalStore } from "react";

/** Whether single keys act on a sheet: a habit of this browser, nothing of the sheet. */
const name = "sheet-keys";
const listeners = new Set<() => void>();

function readKeysOn(): boolean {
  try {
    return window.localStorage.getItem(name) !== "off";
  } catch {
    // Storage may be forbidden; the keys then stay on for this page.
    return true;
  }
}

export function writeKeysOn(on: boolean): void {
  try {
    window.localStorage.setItem(name, on ? "on" : "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

function subscribeKeysOn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useKeysOn(): boolean {
  return useSyncExternalStore(subscribeKeysOn, readKeysOn, () => true);
}
