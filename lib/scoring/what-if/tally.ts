import type { HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import type { SheetOutcome } from "../sheet/types";
import { bandKey, effectOf, inQueue, type Remarks, type ValuePair } from "./compare";
import {
  queues,
  type Flow,
  type Moves,
  type ReplayCounts,
  type ReplayRecord,
  type Rules,
} from "./types";

type Open<T> = { -readonly [K in keyof T]: T[K] };

const flow = (): Open<Flow> => ({ kept: 0, gained: 0, lost: 0, neither: 0 });

/** How often each index came. */
class Counter {
  readonly #counts: number[] = [];

  add(index: number): void {
    this.#counts[index] = this.at(index) + 1;
  }

  at(index: number): number {
    return this.#counts[index] ?? 0;
  }
}

function addFlow(counts: Open<Flow>, before: boolean, after: boolean): void {
  if (before) counts[after ? "kept" : "lost"] += 1;
  else counts[after ? "gained" : "neither"] += 1;
}

function moveOf(before: HalfPoints | null, after: HalfPoints | null): keyof Moves {
  if (before === null || after === null) return "undecided";
  if (after > before) return "up";
  return after < before ? "down" : "same";
}

function codesOf(before: PolicyDocument, after: PolicyDocument): string[] {
  return [...new Set([...before.consequences, ...after.consequences].map(({ code }) => code))];
}

const bandKeys = ({ bands }: PolicyDocument) => [...bands.map(({ key }) => key), null];

type Sides = readonly [before: boolean, after: boolean];

const scoreFlow = () => ({ scores: flow(), people: flow() });

function addScores(counts: ReturnType<typeof scoreFlow>, sides: readonly Sides[]) {
  const own = flow();
  for (const [before, after] of sides) addFlow(own, before, after);
  for (const part of ["kept", "gained", "lost", "neither"] as const) {
    counts.scores[part] += own[part];
    if (own[part] > 0) counts.people[part] += 1;
  }
}

/** What is counted by score: how each value moves, what facts are asked for, what waits in which queue. */
function valueTally(keys: readonly string[]) {
  const moves = {
    same: new Counter(),
    up: new Counter(),
    down: new Counter(),
    undecided: new Counter(),
  };
  const justifications = { ...scoreFlow(), unwritten: 0 };
  const loads = {
    verify: scoreFlow(),
    sample: scoreFlow(),
    beneficiaryView: scoreFlow(),
    approve: scoreFlow(),
    refer: scoreFlow(),
    sanction: scoreFlow(),
  };
  function add(pairs: readonly ValuePair[], remarks: Remarks) {
    pairs.forEach(({ before, after }, index) => {
      moves[moveOf(before.score, after.score)].add(index);
    });
    addScores(
      justifications,
      pairs.map(({ before, after }): Sides => [
        before.justification.required,
        after.justification.required,
      ]),
    );
    for (const { value, before, after } of pairs) {
      const effect = effectOf(before.justification.required, after.justification.required);
      if (effect === "gained" && !remarks.written.includes(value)) justifications.unwritten += 1;
    }
    for (const queue of queues)
      addScores(
        loads[queue],
        pairs.map(({ value, before, after }): Sides => [
          inQueue(queue, value, "before", before, remarks),
          inQueue(queue, value, "after", after, remarks),
        ]),
      );
  }
  const scores = () =>
    keys.map((value, index) => ({
      value,
      same: moves.same.at(index),
      up: moves.up.at(index),
      down: moves.down.at(index),
      undecided: moves.undecided.at(index),
    }));
  return { add, scores, justifications, queues: loads };
}

/** Sums people up in as much memory as the two policies have rows, however many people come. */
export function tally(before: Rules, after: Rules) {
  const sums = { people: 0, changed: 0, scored: 0 };
  const values = valueTally(before.framework.values.map(({ key }) => key));
  const totals: Open<Moves> = { same: 0, up: 0, down: 0, undecided: 0 };
  const [from, to] = [bandKeys(before.policy), bandKeys(after.policy)];
  let banded = 0;
  const rows = from.map((band) => ({ band, cells: new Counter() }));
  const consequences = codesOf(before.policy, after.policy).map((code) => ({ code, ...flow() }));

  function addSheet(was: SheetOutcome, is: SheetOutcome): void {
    totals[moveOf(was.total, is.total)] += 1;
    const [left, right] = [bandKey(was), bandKey(is)];
    if (left !== right) banded += 1;
    for (const { band, cells } of rows) if (band === left) cells.add(to.indexOf(right));
    for (const entry of consequences) {
      const asks = (sheet: SheetOutcome) =>
        sheet.consequences.some(({ code }) => code === entry.code);
      addFlow(entry, asks(was), asks(is));
    }
  }

  function add(
    { changes }: ReplayRecord,
    [was, is]: readonly [SheetOutcome, SheetOutcome],
    pairs: readonly ValuePair[],
    remarks: Remarks,
  ): void {
    sums.people += 1;
    if (changes.length > 0) sums.changed += 1;
    if (changes[0]?.kind === "score") sums.scored += 1;
    addSheet(was, is);
    values.add(pairs, remarks);
  }

  const counts = (): ReplayCounts => {
    const { scores, justifications, queues: loads } = values;
    const matrix = rows.map(({ cells }) => to.map((_, column) => cells.at(column)));
    return structuredClone({
      ...sums,
      scores: scores(),
      totals,
      bands: { from, to, matrix, changed: banded },
      consequences,
      justifications,
      queues: loads,
    });
  };
  return { add, counts };
}
