import type { Keyed, Slot, Slots, Unsent } from "./types";

function isObject(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === "object" && found !== null;
}

/** By what they hold; something undefined is something missing. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key], b[key]));
}

export function freshSlot<Item extends Keyed>(value: Item): Slot<Item> {
  return { ours: value, base: value, sent: [], theirs: null, faults: {} };
}

export function isUnsaved(slot: Slot<Keyed>): boolean {
  return !same(slot.ours, slot.base);
}

/**
 * Three-way: what the server holds now against what it was known to hold and what stands on this page. The two are
 * laid before the person only when both changed and differ.
 */
export function reconcile<Item extends Keyed>(slot: Slot<Item>, server: Item): Slot<Item> {
  const { ours, base, sent } = slot;
  if (same(server, ours)) return freshSlot(server);
  // The answer to our own save was lost: what stands there is ours, only older than what was typed since. What was sent
  // after it may still arrive.
  if (same(server, base)) return { ...slot, base: server, theirs: null };
  const saved = sent.findIndex((value) => same(server, value));
  if (saved >= 0) return { ...slot, base: server, sent: sent.slice(saved + 1), theirs: null };
  if (same(ours, base)) return freshSlot(server);
  return { ...slot, sent: [], theirs: server };
}

export function reconcileAll<Item extends Keyed>(
  slots: Slots<Item>,
  values: readonly Item[],
  empty: (key: string) => Item,
): Slots<Item> {
  const server = new Map(values.map((value) => [value.key, value]));
  return Object.fromEntries(
    Object.entries(slots).map(([key, slot]) => [
      key,
      reconcile(slot, server.get(key) ?? empty(key)),
    ]),
  );
}

/** What was typed before a reload, laid over what the server gave the page. */
export function recall<Item extends Keyed>(server: Item, unsent: Unsent<Item>): Slot<Item> {
  return reconcile({ ...freshSlot(unsent.base), ...unsent }, server);
}

/** Ours goes out next, knowingly over theirs. */
export function keepOurs<Item extends Keyed>(slot: Slot<Item>): Slot<Item> {
  return slot.theirs === null ? slot : { ...slot, base: slot.theirs, sent: [], theirs: null };
}

export function takeTheirs<Item extends Keyed>(slot: Slot<Item>): Slot<Item> {
  return slot.theirs === null ? slot : freshSlot(slot.theirs);
}
