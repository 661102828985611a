/** Groups of fewer people are not shown: who is in them could be known by name. */
export const SMALLEST_GROUP = 5;

export const isFew = (people: number) => people > 0 && people < SMALLEST_GROUP;

/** `rest`: the people of the cell whom the reader does not see one by one anyway. */
export interface Cell {
  readonly count: number;
  readonly people: number;
  readonly rest: number;
}

/** What is shown of a number of people; null is hidden. */
export type ShownCount = number | null;

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/**
 * Which cells to hide: those of fewer than five people, or with fewer than five beside those the reader sees one by one,
 * and as many others of each group (a row, a column, all) as it takes that no hidden cell can be worked out from the
 * rest: at least two, and together at least five people. Zeros stay.
 */
export function hideSmall(
  cells: readonly Cell[],
  groups: readonly (readonly number[])[],
): readonly boolean[] {
  const hidden = cells.map(({ people, rest }) => isFew(people) || isFew(rest));
  const at = (index: number) => cells[index] ?? { count: 0, people: 0, rest: 0 };
  function complete(group: readonly number[]): boolean {
    const closed = group.filter((index) => hidden[index]);
    const together = sum(closed.map((index) => at(index).rest));
    if (closed.length === 0 || (closed.length > 1 && together >= SMALLEST_GROUP)) return false;
    const [next] = group
      .filter((index) => hidden[index] === false && at(index).count > 0)
      .sort((a, b) => at(a).rest - at(b).rest || a - b);
    if (next === undefined) return false;
    hidden[next] = true;
    return true;
  }
  while (groups.some(complete));
  return hidden;
}

/** The same for a number of people and those of them who are counted: either both are shown or neither. */
export function shownOf(count: number, people: number): ShownCount {
  return isFew(count) || isFew(people - count) ? null : count;
}

/** Hidden where one of them is: it would follow from the sum. */
export function sumOfShown(counts: readonly ShownCount[]): ShownCount {
  return counts.reduce<ShownCount>(
    (total, count) => (total === null || count === null ? null : total + count),
    0,
  );
}

/** The people of a unit by part of a way, from its beginning to its end. */
type Parts = readonly number[];

/** Columns of which a sum is known. */
export type Together = readonly (readonly number[])[];

interface Hidden {
  readonly rows: readonly boolean[];
  /** No sum of what is hidden is a small group. */
  readonly sealed: boolean;
}

/**
 * Which rows (units, by the parts their people are in) to hide whole: those with a group of fewer than five, and the
 * next smallest until the hidden ones together, which anybody can work out from a known sum, are no such group either.
 * `together`: columns whose sums are known only as one; nothing where each is known. `closed`: rows hidden already.
 */
export function hideRows(
  rows: readonly Parts[],
  together: Together = (rows[0] ?? []).map((_, column) => [column]),
  closed: readonly boolean[] = [],
): Hidden {
  const hidden = rows.map((row, index) => closed[index] === true || row.some(isFew));
  const left = together.map(() => 0);
  const take = (row: Parts) =>
    together.forEach((columns, group) => {
      left[group] = (left[group] ?? 0) + sum(columns.map((column) => row[column] ?? 0));
    });
  rows.forEach((row, index) => hidden[index] === true && take(row));
  const bySize = rows
    .flatMap((row, index) => (hidden[index] === true ? [] : [{ row, index, people: sum(row) }]))
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.people - b.people || a.index - b.index);
  for (const { row, index } of bySize) {
    if (!left.some(isFew)) break;
    hidden[index] = true;
    take(row);
  }
  return { rows: hidden, sealed: !left.some(isFew) };
}

/** How much is shown of a unit: each of these only with the one before it. */
export interface Sight {
  readonly people: boolean;
  /** How many are in the parts before the cut, and so how many are past it. */
  readonly halves: boolean;
  readonly parts: boolean;
}

const everything: Sight = { people: true, halves: true, parts: true };

export interface Known {
  /** How many parts stand before the cut. */
  readonly cut: number;
  readonly together?: Together | undefined;
}

/**
 * How much is shown of each of the units that together are one whole: all parts, only who is past the cut and who is not,
 * the number of people, or nothing, each where no group of fewer than five follows from it. What is hidden of the whole is
 * hidden below it.
 */
export function sightOf(
  units: readonly Parts[],
  known: Known,
  whole: Sight = everything,
): readonly Sight[] {
  const all = units.map(() => true);
  const people = whole.people ? hideRows(units.map((parts) => [sum(parts)])).rows : all;
  const halves = whole.halves ? hideHalves(units, people, known) : all;
  const parts = whole.parts ? hideParts(units, halves, known) : { rows: all, sealed: true };
  // What is known of those past the cut would give away a small group of the others, so only all parts are shown or none.
  const shown = parts.sealed
    ? { halves, parts: parts.rows }
    : bothAs(hideRows(units, known.together, people).rows);
  return units.map((_, index) => ({
    people: people[index] === false,
    halves: shown.halves[index] === false,
    parts: shown.parts[index] === false,
  }));
}

const bothAs = (rows: readonly boolean[]) => ({ halves: rows, parts: rows });

/** The people before the cut and those past it. */
export const halvesOf = (parts: Parts, cut: number): readonly [number, number] => [
  sum(parts.slice(0, cut)),
  sum(parts.slice(cut)),
];

function hideHalves(
  units: readonly Parts[],
  closed: readonly boolean[],
  { cut, together = [] }: Known,
) {
  const unknown = together.some(
    (columns) => columns.some((part) => part < cut) && columns.some((part) => part >= cut),
  );
  const halves = units.map((parts) => halvesOf(parts, cut));
  return hideRows(halves, unknown ? [[0, 1]] : undefined, closed).rows;
}

/**
 * Where the halves are shown, a half that is one part is no cover for the other parts, and what is known of a half leaves
 * the rest of it known.
 */
function hideParts(units: readonly Parts[], halves: readonly boolean[], { cut, together }: Known) {
  const open = units.map((parts, index) =>
    halves[index] === true || cut < parts.length - 1 ? parts : [...parts.slice(0, -1), 0],
  );
  const known = together?.flatMap((columns) =>
    [columns.filter((part) => part < cut), columns.filter((part) => part >= cut)].filter(
      ({ length }) => length > 0,
    ),
  );
  return hideRows(open, known, halves);
}
