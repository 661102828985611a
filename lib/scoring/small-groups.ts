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
export type Figure = number | null;

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
export function shownOf(count: number, people: number): Figure {
  return isFew(count) || isFew(people - count) ? null : count;
}

/** Hidden where one of them is: it would follow from the sum. */
export function sumOf(figures: readonly Figure[]): Figure {
  return figures.reduce<Figure>(
    (total, figure) => (total === null || figure === null ? null : total + figure),
    0,
  );
}

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Lines {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** Rows and columns that hidden cells join to these, one cell not counted. */
function joined(
  hidden: readonly (readonly boolean[])[],
  from: Partial<Place>,
  without: Place,
): Lines {
  const rows = new Set(from.row === undefined ? [] : [from.row]);
  const columns = new Set(from.column === undefined ? [] : [from.column]);
  const isOpenAt = (row: number, column: number) =>
    hidden[row]?.[column] !== true || (row === without.row && column === without.column);
  for (let before = -1; before !== rows.size + columns.size;) {
    before = rows.size + columns.size;
    for (const row of rows)
      hidden[row]?.forEach((_, column) => isOpenAt(row, column) || columns.add(column));
    for (const column of columns)
      hidden.forEach((_, row) => isOpenAt(row, column) || rows.add(row));
  }
  return { rows, columns };
}

/** A table of people while cells of it are being hidden. */
class Hiding {
  readonly hidden: readonly boolean[][];
  readonly #table: readonly (readonly number[])[];
  readonly #places: readonly Place[];

  constructor(table: readonly (readonly number[])[]) {
    this.#table = table;
    this.#places = table.flatMap((cells, row) => cells.map((_, column) => ({ row, column })));
    this.hidden = table.map((row) => {
      const small = isFew(sum(row));
      return row.map((count) => small || isFew(count));
    });
  }

  #closed(): readonly Place[] {
    return this.#places.filter(({ row, column }) => this.hidden[row]?.[column] === true);
  }

  #countAt({ row, column }: Place): number {
    return this.#table[row]?.[column] ?? 0;
  }

  /** The shown cell that costs least; zeros only where there is nothing else. */
  #hideOneOf(among: (place: Place) => boolean): boolean {
    const cost = (place: Place) => this.#countAt(place) || Number.MAX_SAFE_INTEGER;
    const [next] = this.#places
      .filter((place) => this.hidden[place.row]?.[place.column] === false && among(place))
      .sort((a, b) => cost(a) - cost(b));
    const row = next === undefined ? undefined : this.hidden[next.row];
    if (next === undefined || row === undefined) return false;
    row[next.column] = true;
    return true;
  }

  /** Leads another way from the row of a hidden cell to its column, one cell at a time. */
  #coverOne(place: Place): boolean {
    const near = joined(this.hidden, { row: place.row }, place);
    if (near.columns.has(place.column)) return false;
    const far = joined(this.hidden, { column: place.column }, place);
    const joins = (one: Lines, other: Lines) => (cell: Place) =>
      one.rows.has(cell.row) && other.columns.has(cell.column);
    return (
      this.#hideOneOf((cell) => joins(near, far)(cell) || joins(far, near)(cell)) ||
      (near.columns.size === 0 && this.#hideOneOf(({ row }) => row === place.row)) ||
      this.#hideOneOf(({ row, column }) => near.columns.has(column) && !near.rows.has(row)) ||
      this.#hideOneOf(({ row }) => near.rows.has(row))
    );
  }

  cover(): boolean {
    return this.#closed().some((place) => this.#coverOne(place));
  }

  /** Two groups of one, known to be two together, are no better than shown. */
  thicken(): boolean {
    const lines = [
      ...this.#table.map(
        (_, line) =>
          ({ row }: Place) =>
            row === line,
      ),
      ...(this.#table[0] ?? []).map(
        (_, line) =>
          ({ column }: Place) =>
            column === line,
      ),
    ];
    return lines.some((among) => {
      const together = sum(
        this.#closed()
          .filter(among)
          .map((place) => this.#countAt(place)),
      );
      const counts = (place: Place) => among(place) && this.#countAt(place) > 0;
      return isFew(together) && this.#hideOneOf(counts);
    });
  }
}

/**
 * The same for a table of people whose sums are known by row and by column. A row of fewer than five people is hidden
 * whole, its zeros, too. A hidden cell can be worked out exactly when no other way over hidden cells leads from its row to
 * its column, so others are hidden until there is one.
 */
export function hideSmallIn(
  table: readonly (readonly number[])[],
): readonly (readonly boolean[])[] {
  const hiding = new Hiding(table);
  while (hiding.cover() || hiding.thicken());
  return hiding.hidden;
}
