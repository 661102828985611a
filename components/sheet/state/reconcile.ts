import { emptyValue } from "@/lib/sheet/rules";
import type { SheetCase, SheetValue } from "@/lib/sheet/types";
import type { Slots, ValueSlot } from "./types";

const caseFields = [
  "id",
  "rung",
  "kind",
  "title",
  "happenedOn",
  "happened",
  "action",
  "outcome",
  "beneficiary",
] as const;

function sameCase(a: SheetCase, b: SheetCase | undefined): boolean {
  return b !== undefined && caseFields.every((field) => a[field] === b[field]);
}

function sameJudgements(a: SheetValue["judgements"], b: SheetValue["judgements"]): boolean {
  const points = [...Object.keys(a), ...Object.keys(b)].map(Number);
  return points.every((point) => a[point] === b[point]);
}

export function sameValue(a: SheetValue, b: SheetValue): boolean {
  return (
    a === b ||
    (a.justification === b.justification &&
      a.inDoubt === b.inDoubt &&
      a.cases.length === b.cases.length &&
      a.cases.every((item, index) => sameCase(item, b.cases[index])) &&
      sameJudgements(a.judgements, b.judgements))
  );
}

export function freshSlot(value: SheetValue): ValueSlot {
  return { ours: value, base: value, sent: [], theirs: null, faults: {} };
}

export function isUnsaved(slot: ValueSlot): boolean {
  return !sameValue(slot.ours, slot.base);
}

/**
 * Three-way: what the server holds now against what it was known to hold and what stands on this page. The two are
 * laid before the person only when both changed and differ.
 */
export function reconcile(slot: ValueSlot, server: SheetValue): ValueSlot {
  const { ours, base, sent } = slot;
  if (sameValue(server, ours)) return freshSlot(server);
  // The answer to our own save was lost: what stands there is ours, only older than what was typed since.
  const known = sameValue(server, base) || sent.some((value) => sameValue(server, value));
  if (known) return { ...slot, base: server, sent: [], theirs: null };
  if (sameValue(ours, base)) return freshSlot(server);
  return { ...slot, sent: [], theirs: server };
}

export function reconcileAll(slots: Slots, values: readonly SheetValue[]): Slots {
  const server = new Map(values.map((value) => [value.key, value]));
  return Object.fromEntries(
    Object.entries(slots).map(([key, slot]) => [
      key,
      reconcile(slot, server.get(key) ?? emptyValue(key)),
    ]),
  );
}

/** Ours goes out next, knowingly over theirs. */
export function keepOurs(slot: ValueSlot): ValueSlot {
  return slot.theirs === null ? slot : { ...slot, base: slot.theirs, sent: [], theirs: null };
}

export function takeTheirs(slot: ValueSlot): ValueSlot {
  return slot.theirs === null ? slot : freshSlot(slot.theirs);
}
