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

/**
 * Which rows (units, by the parts their people are in) to hide whole: those with a group of fewer than five, and the
 * next smallest until the hidden ones together, which anybody can work out from a known sum, are no such group either.
 * `together`: columns whose sums are known only as one; nothing where each is known. `closed`: rows hidden already.
 */
export function hideRows(
  rows: readonly (readonly number[])[],
  together: readonly (readonly number[])[] = (rows[0] ?? []).map((_, column) => [column]),
  closed: readonly boolean[] = [],
): readonly boolean[] {
  const hidden = rows.map((row, index) => closed[index] === true || row.some(isFew));
  const left = together.map(() => 0);
  const take = (row: readonly number[]) =>
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
  return hidden;
}

/** How much is shown of a unit. */
export interface Sight {
  readonly people: boolean;
  readonly parts: boolean;
}

/**
 * How much is shown of each of the units that together are one whole. Of a unit of fewer than five people there is not
 * even the number; where a part of it is that small, the parts are hidden. What is hidden of the whole is hidden below it.
 */
export function sightOf(
  units: readonly (readonly number[])[],
  whole: Sight = { people: true, parts: true },
  together?: readonly (readonly number[])[],
): readonly Sight[] {
  const people = whole.people
    ? hideRows(units.map((parts) => [sum(parts)]))
    : units.map(() => true);
  const parts = whole.parts ? hideRows(units, together, people) : units.map(() => true);
  return units.map((_, index) => ({
    people: people[index] === false,
    parts: parts[index] === false,
  }));
}
