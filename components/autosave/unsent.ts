import { isUnsaved } from "./reconcile";
import type { Keyed, Kind, Slots, Unsent } from "./types";

export function unsentIn(slots: Slots<Keyed>): Readonly<Record<string, string>> {
  const unsent = Object.entries(slots).filter(([, slot]) => isUnsaved(slot));
  return Object.fromEntries(
    unsent.map(([key, { ours, base, sent }]) => [key, JSON.stringify({ ours, base, sent })]),
  );
}

/** Null where something else lies there. */
export function parseUnsent<Item extends Keyed>(
  json: string,
  is: Kind<Item>["is"],
): Unsent<Item> | null {
  try {
    const found: unknown = JSON.parse(json);
    if (!isObject(found)) return null;
    const { ours, base, sent } = found;
    return is(ours) && is(base) && Array.isArray(sent) && sent.every(is)
      ? { ours, base, sent }
      : null;
  } catch {
    return null;
  }
}

function isObject(found: unknown): found is Readonly<Record<"ours" | "base" | "sent", unknown>> {
  return typeof found === "object" && found !== null;
}
