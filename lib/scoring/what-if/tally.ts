import type { HalfPoints } from "../documents/framework";
import type { PolicyDocument } from "../documents/policy";
import type { SheetOutcome } from "../sheet/types";
import { bandKey, inQueue, type Remarks, type ValuePair } from "./compare";
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
const moves = (): Open<Moves> => ({ same: 0, up: 0, down: 0, undecided: 0 });

function addFlow(counts: Open<Flow>, before: boolean, after: boolean): void {
  if (before) counts[after ? "kept" : "lost"] += 1;
  else counts[after ? "gained" : "neither"] += 1;
}

function addMove(counts: Open<Moves>, before: HalfPoints | null, after: HalfPoints | null): void {
  if (before === null || after === null) counts.undecided += 1;
  else if (before === after) counts.same += 1;
  else counts[after > before ? "up" : "down"] += 1;
}

function codesOf(before: PolicyDocument, after: PolicyDocument): string[] {
  return [...new Set([...before.consequences, ...after.consequences].map(({ code }) => code))];
}

const bandKeys = ({ bands }: PolicyDocument) => [...bands.map(({ key }) => key), null];

const scoreFlow = () => ({ scores: flow(), people: flow() });

function addScores(counts: ReturnType<typeof scoreFlow>, sides: readonly (readonly boolean[])[]) {
  const own = flow();
  for (const [before = false, after = false] of sides) addFlow(own, before, after);
  for (const part of ["kept", "gained", "lost", "neither"] as const) {
    counts.scores[part] += own[part];
    if (own[part] > 0) counts.people[part] += 1;
  }
}

/** What is counted by score: how each value moves, what facts are asked for, what waits in which queue. */
function valueTally(keys: readonly string[]) {
  const scores = keys.map((value) => ({ value, ...moves() }));
  const justifications = { ...scoreFlow(), unwritten: 0 };
  const loads = {
    verify: scoreFlow(),
    sample: scoreFlow(),
    beneficiaryView: scoreFlow(),
    approve: scoreFlow(),
    refer: scoreFlow(),
  };
  function add(pairs: readonly ValuePair[], remarks: Remarks) {
    pairs.forEach(({ before, after }, index) => {
      const row = scores[index];
      if (row !== undefined) addMove(row, before.score, after.score);
    });
    const asked = pairs.map(({ before, after }) => [
      before.justification.required,
      after.justification.required,
    ]);
    addScores(justifications, asked);
    pairs.forEach(({ value }, index) => {
      const [before, after] = asked[index] ?? [];
      if (before === false && after === true && !remarks.written.includes(value))
        justifications.unwritten += 1;
    });
    for (const queue of queues)
      addScores(
        loads[queue],
        pairs.map(({ value, before, after }) => [
          inQueue(queue, value, "before", before, remarks),
          inQueue(queue, value, "after", after, remarks),
        ]),
      );
  }
  return { add, scores, justifications, queues: loads };
}

/** Sums people up in as much memory as the two policies have rows, however many people come. */
export function tally(before: Rules, after: Rules) {
  const sums = { people: 0, changed: 0, scored: 0 };
  const values = valueTally(before.framework.values.map(({ key }) => key));
  const totals = moves();
  const [from, to] = [bandKeys(before.policy), bandKeys(after.policy)];
  const bands = { from, to, matrix: from.map(() => to.map(() => 0)), changed: 0 };
  const consequences = codesOf(before.policy, after.policy).map((code) => ({ code, ...flow() }));

  function addSheet(was: SheetOutcome, is: SheetOutcome): void {
    addMove(totals, was.total, is.total);
    const [left, right] = [bandKey(was), bandKey(is)];
    if (left !== right) bands.changed += 1;
    const row = bands.matrix[from.indexOf(left)];
    const column = to.indexOf(right);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
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
    return structuredClone({
      ...sums,
      scores,
      totals,
      bands,
      consequences,
      justifications,
      queues: loads,
    });
  };
  return { add, counts };
}
