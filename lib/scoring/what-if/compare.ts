import type { ProposedConsequence, RuledOutcome, SheetOutcome } from "../sheet/types";
import {
  queues,
  type Change,
  type Effect,
  type Queue,
  type ReplayRecord,
  type ScoreChange,
} from "./types";

/** What both sets of rules know about one value beside its judgements. */
export type Remarks = {
  readonly written: readonly string[];
  readonly inDoubt: readonly string[];
  readonly refers: { readonly before: boolean; readonly after: boolean };
};

export type ValuePair = {
  readonly value: string;
  readonly before: RuledOutcome;
  readonly after: RuledOutcome;
};

export function effectOf(before: boolean, after: boolean): Effect | null {
  if (before === after) return null;
  return after ? "gained" : "lost";
}

export function inQueue(
  queue: Queue,
  value: string,
  side: "before" | "after",
  outcome: RuledOutcome,
  remarks: Remarks,
): boolean {
  if (queue !== "refer") return outcome.routing[queue];
  return remarks.refers[side] && remarks.inDoubt.includes(value);
}

function scoreChange({ value, before, after }: ValuePair): ScoreChange[] {
  if (before.score === after.score) return [];
  const halved = ({ rungs }: RuledOutcome) =>
    rungs.some(({ because }) => because === "half-not-allowed");
  const because = halved(before) !== halved(after) ? "step" : "framework";
  return [{ kind: "score", value, before: before.score, after: after.score, because }];
}

/** The outcome under the rules that ask. */
const asked = (effect: Effect, { before, after }: ValuePair) =>
  effect === "gained" ? after : before;

function ruleChanges(pair: ValuePair, remarks: Remarks): Change[] {
  const { value, before, after } = pair;
  const changes: Change[] = [];
  const effect = effectOf(before.justification.required, after.justification.required);
  if (effect !== null) {
    const { score, justification: rule } = asked(effect, pair);
    const missing = !remarks.written.includes(value);
    changes.push({ kind: "justification", effect, value, score, rule, missing });
  }
  for (const queue of queues) {
    const moved = effectOf(
      inQueue(queue, value, "before", before, remarks),
      inQueue(queue, value, "after", after, remarks),
    );
    if (moved === null) continue;
    const { score } = asked(moved, pair);
    changes.push({ kind: "queue", effect: moved, queue, value, score });
  }
  return changes;
}

function sheetChanges(before: SheetOutcome, after: SheetOutcome, pairs: readonly ValuePair[]) {
  const changes: Change[] = [];
  if (before.total !== after.total) {
    const known = before.total !== null && after.total !== null;
    const parts = pairs.flatMap(({ value, before: was, after: is }) =>
      known && is.soFar !== was.soFar ? [{ value, delta: is.soFar - was.soFar }] : [],
    );
    changes.push({ kind: "total", before: before.total, after: after.total, parts });
  }
  const [was, is] = [bandKey(before), bandKey(after)];
  if (was !== is)
    changes.push({
      kind: "band",
      before: { band: was, total: before.total, by: before.band?.lowered?.by ?? [] },
      after: { band: is, total: after.total, by: after.band?.lowered?.by ?? [] },
    });
  return changes;
}

export function bandKey({ band }: SheetOutcome): string | null {
  return band === null ? null : band.key;
}

function consequenceChanges(
  before: readonly ProposedConsequence[],
  after: readonly ProposedConsequence[],
): Change[] {
  const codes = new Set<string>();
  for (const { code } of before) codes.add(code);
  for (const { code } of after) codes.add(code);
  return [...codes].flatMap((code) => {
    const reasons = (list: readonly ProposedConsequence[]) =>
      list.filter((one) => one.code === code).map(({ because }) => because);
    const [was, is] = [reasons(before), reasons(after)];
    const effect = effectOf(was.length > 0, is.length > 0);
    if (effect === null) return [];
    // One side has no reasons, or there would be no effect.
    return [{ kind: "consequence", effect, code, because: [...was, ...is] }];
  });
}

/**
 * Finds every value's two outcomes, in the order of the rules before. `before` and `after` name the outcomes' values.
 * What it answers throws RangeError when one side has no outcome for a value.
 */
export function pairingOf(before: readonly string[], after: readonly string[]) {
  const places = before.map((value, left) => ({ value, left, right: after.indexOf(value) }));
  return (first: SheetOutcome, second: SheetOutcome): ValuePair[] =>
    places.map(({ value, left, right }) => {
      const [was, is] = [first.outcomes[left], second.outcomes[right]];
      if (was === undefined || is === undefined) throw new RangeError(`no value ${value}`);
      return { value, before: was, after: is };
    });
}

/** Everything that is another way for one person: scores, total, band, consequences, then what the scores ask for. */
export function compare(
  id: string,
  before: SheetOutcome,
  after: SheetOutcome,
  pairs: readonly ValuePair[],
  remarks: Remarks,
): ReplayRecord {
  return {
    id,
    before: { total: before.total, band: bandKey(before) },
    after: { total: after.total, band: bandKey(after) },
    changes: [
      ...pairs.flatMap(scoreChange),
      ...sheetChanges(before, after, pairs),
      ...consequenceChanges(before.consequences, after.consequences),
      ...pairs.flatMap((pair) => ruleChanges(pair, remarks)),
    ],
  };
}
