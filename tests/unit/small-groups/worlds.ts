const near = 1e-7;

type Row = number[];

/** A linear program as a table: one row for each equation, its right side last, and the variable each row is solved for. */
interface Table {
  readonly rows: Row[];
  readonly basis: number[];
}

const copy = ({ rows, basis }: Table): Table => ({
  rows: rows.map((row) => [...row]),
  basis: [...basis],
});

function subtract(row: Row, other: Row, factor: number): void {
  if (Math.abs(factor) < near) return;
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (other[at] ?? 0);
}

function pivot({ rows, basis }: Table, goal: Row, line: number, column: number): void {
  const chosen = rows[line] ?? [];
  const by = chosen[column] ?? 1;
  for (let at = 0; at < chosen.length; at += 1) chosen[at] = (chosen[at] ?? 0) / by;
  rows.forEach((row, index) => index !== line && subtract(row, chosen, row[column] ?? 0));
  subtract(goal, chosen, goal[column] ?? 0);
  basis[line] = column;
}

/** The simplex method with Bland's rule; `goal` ends in minus the greatest value found. */
function maximise(table: Table, goal: Row): void {
  for (;;) {
    const column = goal.findIndex((entry, at) => at < goal.length - 1 && entry > near);
    if (column < 0) return;
    let line = -1;
    let least = Infinity;
    table.rows.forEach((row, index) => {
      const entry = row[column] ?? 0;
      if (entry < near) return;
      const ratio = (row.at(-1) ?? 0) / entry;
      const first = (table.basis[index] ?? 0) < (table.basis[line] ?? Infinity);
      if (ratio < least - near || (ratio < least + near && first)) {
        line = index;
        least = Math.min(ratio, least);
      }
    });
    if (line < 0) throw new Error("nothing bounds it");
    pivot(table, goal, line, column);
  }
}

/** All companies that look just the same to a reader: people of each group, none below nothing, with the sums shown. */
export class Worlds {
  readonly #size: number;
  readonly #known: Row[] = [];
  #solved: Table | null = null;

  constructor(size: number) {
    this.#size = size;
  }

  /** What the reader sees: the people of these groups together. */
  add(sums: readonly number[], people: number): void {
    this.#known.push([...sums, people]);
    this.#solved = null;
  }

  /** How few and how many the people of these groups may be. */
  range(sums: readonly number[]): readonly [number, number] {
    const most = this.#most(sums);
    const least = -this.#most(sums.map((entry) => -entry));
    return [least, most];
  }

  #most(sums: readonly number[]): number {
    this.#solved ??= this.#solve();
    const table = copy(this.#solved);
    const goal = [...sums, 0];
    table.rows.forEach((row, line) => {
      const column = table.basis[line] ?? 0;
      subtract(goal, row, goal[column] ?? 0);
    });
    maximise(table, goal);
    return -(goal.at(-1) ?? 0);
  }

  /** One world, found with a helping variable an equation that must come down to nothing. */
  #solve(): Table {
    const count = this.#known.length;
    const rows = this.#known.map((known, line) => [
      ...known.slice(0, -1),
      ...Array.from({ length: count }, (_, at) => Number(at === line)),
      known.at(-1) ?? 0,
    ]);
    const table: Table = { rows, basis: rows.map((_, line) => this.#size + line) };
    const goal = rows.reduce<Row>(
      (total, row) =>
        total.map(
          (entry, at) => entry + (at < this.#size || at === total.length - 1 ? (row[at] ?? 0) : 0),
        ),
      Array.from({ length: this.#size + count + 1 }, () => 0),
    );
    maximise(table, goal);
    // A helper that stays is of an equation that follows from the others, or is swapped for a real variable of its row.
    table.basis.forEach((variable, line) => {
      if (variable < this.#size) return;
      const row = table.rows[line] ?? [];
      const column = row.findIndex((entry, at) => at < this.#size && Math.abs(entry) > near);
      if (column >= 0) pivot(table, goal, line, column);
    });
    const kept = table.basis.flatMap((variable, line) => (variable < this.#size ? [line] : []));
    return {
      rows: kept.map((line) => {
        const row = table.rows[line] ?? [];
        return [...row.slice(0, this.#size), row.at(-1) ?? 0];
      }),
      basis: kept.map((line) => table.basis[line] ?? 0),
    };
  }
}
