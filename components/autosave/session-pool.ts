import { SaveSession, type SessionOptions } from "./session";
import type { Closed, Held, Keyed } from "./types";

/** Asked before the tab closes, whatever a session saves. */
interface Open {
  readonly unsaved: boolean;
  readonly flush: () => Promise<boolean>;
  readonly read: () => { readonly closed: Closed | null };
}
const open = new Map<string, Open>();

/**
 * Sessions outlive their page inside one tab: after the browser's back button the router shows an old answer of the
 * server, and what was typed since, saved or not, must stand there all the same. A reload ends them; what was not acknowledged by
 * then is found again in the tab (`keepIn`).
 */
export function sessionPool<Item extends Keyed>() {
  const sessions = new Map<string, SaveSession<Item>>();
  return (key: string, opened: Held<Item>, options: SessionOptions<Item>): SaveSession<Item> => {
    // On the server this map would be shared by everybody.
    if (typeof window === "undefined") return new SaveSession(options);
    const known = sessions.get(key);
    const seen = known?.read();
    if (known !== undefined && seen !== undefined && seen.closed === null) {
      if (opened.version > seen.version) known.adopt(opened);
      if (known.read().closed === null) return known;
    }
    if (open.size === 0) window.addEventListener("beforeunload", warn);
    const fresh = new SaveSession(options);
    sessions.set(key, fresh);
    open.set(key, fresh);
    return fresh;
  };
}

/** The browser asks before the tab closes over something that has not reached the server; meanwhile it is sent. */
function warn(event: BeforeUnloadEvent): void {
  const unsaved = (session: Open) => session.unsaved && session.read().closed === null;
  for (const session of [...open.values()].filter(unsaved)) {
    event.preventDefault();
    void session.flush();
  }
}
