import type { Flow, FrameworkDocument, Moves, ReplayCounts, Rules, ScoreFlow } from "@/lib/scoring";
import { bandName, queues } from "@/lib/scoring";
import { hideSmall, SMALLEST_GROUP, type Cell, type ShownCount } from "@/lib/small-groups/rules";
import type { BandMatrix, FlowFigures, MoveFigures, WhatIfCounts, ListKind } from "./types";

/** One sheet as the store reads it: numbers parted by spaces; a signal is its place · 32 + bits. */
export interface PackedRow {
  readonly id: string;
  readonly number: string;
  readonly judged: string;
  readonly filed: string;
  /** Where the signals of values with written facts begin. */
  readonly written: string;
  /** The same of values the manager was in doubt about. */
  readonly doubted: string;
}

const numbersOf = (text: string) => (text === "" ? [] : text.split(" ").map(Number));

/** Writes a row's signals over the whole of `signals`. */
export function packRow({ judged, filed }: PackedRow, signals: Uint8Array): void {
  signals.fill(0);
  for (const entry of [...numbersOf(judged), ...numbersOf(filed)]) {
    const place = entry >> 5;
    signals[place] = (signals[place] ?? 0) | (entry & 31);
  }
}

/** Keys of the values whose signals begin at one of `starts`. */
export function keysAt(
  starts: string,
  offsets: readonly { readonly key: string; readonly at: number }[],
): string[] {
  if (starts === "") return [];
  const places = numbersOf(starts);
  return offsets.filter(({ at }) => places.includes(at)).map(({ key }) => key);
}

const kindsOf: Readonly<Record<Exclude<ListKind, "all">, readonly string[]>> = {
  score: ["score", "total"],
  band: ["band"],
  consequence: ["consequence"],
  load: ["justification", "queue"],
};

export function belongs(kind: ListKind, changes: readonly { readonly kind: string }[]): boolean {
  if (kind === "all") return changes.length > 0;
  return changes.some((change) => kindsOf[kind].includes(change.kind));
}

/** Counts of everybody in scope, and of those the reader knows one by one; null where nothing is hidden. */
export interface Seen {
  readonly all: ReplayCounts;
  readonly mine: ReplayCounts | null;
}

/** What a reader is shown: which cells are hidden, and how the figures of the others are rounded. */
interface Sight {
  readonly hidden: typeof hideSmall;
  /** `of`: the whole the count is part of. */
  readonly rounded: (count: number, of: number) => number;
}

const everything: Sight = { hidden: (cells) => cells.map(() => false), rounded: (count) => count };

/**
 * To fives: two policies half a point apart differ by a few people, and those must not be found by subtracting. Never
 * more than the whole, which the reader knows: 65 of 63 people would look like a mistake and hide nothing more.
 */
const countsOnly: Sight = {
  hidden: hideSmall,
  rounded: (count, of) => Math.min(SMALLEST_GROUP * Math.round(count / SMALLEST_GROUP), of),
};

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const range = (length: number) => Array.from({ length }, (_, index) => index);

function peopleCells(all: readonly number[], mine: readonly number[] | null): Cell[] {
  return all.map((count, index) => ({
    count,
    people: count,
    rest: count - (mine?.[index] ?? 0),
  }));
}

function listOf(moves: Moves): number[] {
  return [moves.same, moves.up, moves.down, moves.undecided];
}

function moveFigures(all: Moves, mine: Moves | null, sight: Sight): MoveFigures {
  const counts = listOf(all);
  const hidden = sight.hidden(peopleCells(counts, mine === null ? null : listOf(mine)), [range(4)]);
  const figure = (index: number): ShownCount =>
    hidden[index] ? null : sight.rounded(counts[index] ?? 0, sum(counts));
  return { same: figure(0), up: figure(1), down: figure(2), undecided: figure(3) };
}

const partsOf = ({ kept, gained, lost, neither }: Flow) => [kept, gained, lost, neither];

/** kept, gained, lost, neither as a square: before and after are its sides, each with its complement. */
const squares = [
  [0, 2],
  [1, 3],
  [0, 1],
  [2, 3],
  [0, 1, 2, 3],
] as const;

/** `of`: all there are, people or scores. */
function flowFigures(
  all: ScoreFlow,
  mine: ScoreFlow | null,
  of: number,
  sight: Sight,
): FlowFigures {
  const counts = partsOf(all.scores);
  const people = partsOf(all.people);
  const seen = mine === null ? null : partsOf(mine.people);
  const cells = counts.map((count, index) => {
    const whole = people[index] ?? 0;
    return { count, people: whole, rest: whole - (seen?.[index] ?? 0) };
  });
  const hidden = sight.hidden(cells, squares);
  const rounded = (count: number) => sight.rounded(count, of);
  const figure = (index: number): ShownCount =>
    hidden[index] ? null : rounded(counts[index] ?? 0);
  const side = (group: readonly [number, number]): ShownCount => {
    const closed = group.filter((index) => hidden[index]);
    if (closed.length === 1) return null;
    const rest = group.map((index) => cells[index]?.rest ?? 0);
    if (closed.length === 2 && Math.max(...rest) < SMALLEST_GROUP) return null;
    return rounded(sum(group.map((index) => counts[index] ?? 0)));
  };
  // What was before is the same whatever policy is tried, and some policy will show it: after must not tell the rest.
  const after = hidden[1] === hidden[2] ? side([0, 1]) : null;
  return { before: side([0, 2]), after, gained: figure(1), lost: figure(2) };
}

/** A number of people and its complement. */
function shareOf(
  count: number,
  of: number,
  mine: [number, number] | null,
  sight: Sight,
): ShownCount {
  const cells = peopleCells(
    [count, of - count],
    mine === null ? null : [mine[0], mine[1] - mine[0]],
  );
  return sight.hidden(cells, [[0, 1]])[0] === true ? null : sight.rounded(count, of);
}

function bandMatrix({ all, mine }: Seen, { before, after }: Sides, sight: Sight): BandMatrix {
  const { from, to, matrix } = all.bands;
  const width = to.length;
  const cells = peopleCells(matrix.flat(), mine === null ? null : mine.bands.matrix.flat());
  const isSame = (index: number) => from[Math.floor(index / width)] === to[index % width];
  const every = range(cells.length);
  const groups = [
    ...from.map((_, row) => range(width).map((column) => row * width + column)),
    ...to.map((_, column) => from.map((_, row) => row * width + column)),
    every.filter(isSame),
    every.filter((index) => !isSame(index)),
    every,
  ];
  const hidden = sight.hidden(cells, groups);
  return {
    from: from.map((key) => bandName(before.policy, key)),
    to: to.map((key) => bandName(after.policy, key)),
    cells: matrix.map((row, line) =>
      row.map((people, column) => {
        const index = line * width + column;
        return {
          people: hidden[index] ? null : sight.rounded(people, all.people),
          same: isSame(index),
        };
      }),
    ),
    comparable: from.join(" ") === to.join(" "),
  };
}

interface Sides {
  readonly before: Rules;
  readonly after: Rules;
}

const asScores = (flow: Flow): ScoreFlow => ({ scores: flow, people: flow });

function consequenceRows({ all, mine }: Seen, { before, after }: Sides, sight: Sight) {
  const texts = [...after.policy.consequences, ...before.policy.consequences];
  return all.consequences.flatMap((flow, index) => {
    if (flow.kept + flow.gained + flow.lost === 0) return [];
    const text = texts.find(({ code }) => code === flow.code)?.text;
    if (text === undefined) return [];
    const seen = mine?.consequences[index];
    const known = seen === undefined ? null : asScores(seen);
    const figures = flowFigures(asScores(flow), known, all.people, sight);
    return [{ code: flow.code, text, ...figures }];
  });
}

function nameOf({ values }: FrameworkDocument, key: string) {
  return values.find((value) => value.key === key)?.name ?? { zh: key, en: key };
}

/** Of scores that newly need facts: unless they are surely of five people, and so are the others, the figure is hidden. */
function unwrittenFigure({ all }: Seen, shown: ShownCount, sight: Sight): ShownCount {
  const values = all.scores.length;
  const { unwritten, scores } = all.justifications;
  if (sight === everything) return unwritten;
  const sure = (count: number) => count === 0 || count > (SMALLEST_GROUP - 1) * values;
  if (shown === null || !sure(unwritten) || !sure(scores.gained - unwritten)) return null;
  return sight.rounded(unwritten, all.people * values);
}

/** What the page shows of the counts. `hides`: small groups are hidden, because the reader sees counts only. */
export function countsView(seen: Seen, sides: Sides, hides: boolean): WhatIfCounts {
  const { all, mine } = seen;
  const sight = hides ? countsOnly : everything;
  const share = (pick: (counts: ReplayCounts) => number) =>
    shareOf(pick(all), all.people, mine === null ? null : [pick(mine), mine.people], sight);
  const ofScores = (pick: (counts: ReplayCounts) => ScoreFlow) =>
    flowFigures(
      pick(all),
      mine === null ? null : pick(mine),
      all.people * all.scores.length,
      sight,
    );
  const justifications = ofScores((counts) => counts.justifications);
  return {
    changed: share(({ changed }) => changed),
    scored: share(({ scored }) => scored),
    banded: share(({ bands }) => bands.changed),
    totals: moveFigures(all.totals, mine?.totals ?? null, sight),
    scores: all.scores.map((moves, index) => ({
      key: moves.value,
      name: nameOf(sides.before.framework, moves.value),
      ...moveFigures(moves, mine?.scores[index] ?? null, sight),
    })),
    bands: bandMatrix(seen, sides, sight),
    consequences: consequenceRows(seen, sides, sight),
    justifications: {
      ...justifications,
      unwritten: unwrittenFigure(seen, justifications.gained, sight),
    },
    queues: queues.map((queue) => ({ queue, ...ofScores((counts) => counts.queues[queue]) })),
  };
}
