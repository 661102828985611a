"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useKeptBox } from "@/components/ui/kept/kept";
import type { SaveSession } from "./session";
import type { Keyed, SessionSnapshot } from "./types";

/**
 * What the session holds now. It sends at once when the line is back, when the page is put away and when it is left; what the
 * server has not acknowledged lies in the tab under `keep`: docs/decisions/2026-11-30-typed-text-is-kept-in-the-tab.md.
 */
export function useSession<Item extends Keyed>(
  session: SaveSession<Item>,
  keep: string | null,
): SessionSnapshot<Item> {
  const snapshot = useSyncExternalStore(session.subscribe, session.read, session.read);
  const box = useKeptBox(keep);
  useEffect(() => {
    if (box !== null) session.keepIn(box);
  }, [session, box]);
  useEffect(() => {
    const send = () => void session.flush();
    const hide = () => {
      if (document.visibilityState === "hidden") send();
    };
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", hide);
      send();
    };
  }, [session]);
  return snapshot;
}
