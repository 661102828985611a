import type { StaleSheet } from "@/lib/sheet/types";
import { SheetSession, type SessionOptions } from "./session";

/**
 * Sessions outlive their page inside one tab: after the browser's back button the router shows an old answer of the
 * server, and what was typed since, saved or not, must stand there all the same. Memory only, gone with the tab.
 */
const sessions = new Map<string, SheetSession>();

export function sessionFor(side: string, opened: StaleSheet, options: SessionOptions) {
  // On the server this map would be shared by everybody.
  if (typeof window === "undefined") return new SheetSession(options);
  const key = `${side}:${options.appraisalId}`;
  const known = sessions.get(key);
  const seen = known?.read();
  if (known !== undefined && seen !== undefined && seen.closed === null) {
    if (opened.version > seen.version) known.adopt(opened);
    if (known.read().closed === null) return known;
  }
  if (sessions.size === 0) window.addEventListener("beforeunload", warn);
  const fresh = new SheetSession(options);
  sessions.set(key, fresh);
  return fresh;
}

/** The browser asks before the tab closes over something that has not reached the server. */
function warn(event: BeforeUnloadEvent): void {
  const unsaved = (session: SheetSession) => session.unsaved && session.read().closed === null;
  if ([...sessions.values()].some(unsaved)) event.preventDefault();
}
