"use client";

import { useEffect, useState } from "react";
import { disputeId, placeOf, rungId } from "@/components/sheet/state/ids";
import { keyAt, writePosition } from "@/components/sheet/values/position";
import type { Missing } from "@/lib/sheet/rules";

export interface OpenValues {
  /** The one the keys work on; on a phone the only one shown. */
  readonly current: string;
  readonly isOpen: (key: string) => boolean;
  readonly toggle: (key: string) => void;
  /** Walks to a value: it alone is unfolded, or the page would grow with every step. */
  readonly go: (key: string) => void;
  readonly lead: (item: Missing) => void;
  readonly leadToDispute: (key: string) => void;
  readonly leadToRung: (key: string, rung: number | null) => void;
}

export function panelId(key: string): string {
  return `value-${key}`;
}

/** Which values are unfolded, and leading the focus to a place that may be folded away. */
export function useOpenValues(
  keys: readonly string[],
  position: number | null,
  start: string,
): OpenValues {
  const first = keyAt(keys, position) ?? start;
  const [current, setCurrent] = useState(first);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([first]));
  const [target, setTarget] = useState<string | null>(null);
  const stand = (key: string) => {
    setCurrent(key);
    writePosition(keys.indexOf(key) + 1);
  };
  useEffect(() => {
    if (target === null) return;
    focusPlace(target);
    setTarget(null);
  }, [target]);
  const show = (key: string, place: string, alone: boolean) => {
    stand(key);
    setOpen((before) => new Set(alone ? [key] : [...before, key]));
    setTarget(place);
  };
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) {
      next.add(key);
      stand(key);
    }
    setOpen(next);
  };
  return {
    current,
    isOpen: (key) => open.has(key),
    toggle,
    go: (key) => show(key, panelId(key), true),
    lead: (item) => show(item.value, placeOf(item), false),
    leadToDispute: (key) => show(key, disputeId(key), false),
    leadToRung: (key, rung) => show(key, rung === null ? panelId(key) : rungId(key, rung), false),
  };
}

/** Behind the gate a rung has no buttons; its value is as near as one can get. */
function focusPlace(id: string): void {
  const found = document.getElementById(id);
  const inside = found?.matches("[role=group]") ? found.querySelector("button") : found;
  inside?.focus();
  inside?.scrollIntoView({ block: inside.matches("section") ? "start" : "center" });
}
