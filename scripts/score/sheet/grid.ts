/** One cell as it stands in the file. `text` is what it says; `format` the number format of a number. */
export type GridCell = {
  readonly kind: "text" | "number" | "boolean" | "date" | "error" | "formula";
  readonly text: string;
  readonly format?: string;
};

/** A sheet whatever file it came from. Rows and columns count from 0. */
export type Grid = {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Null where nothing stands; white space counts as nothing. */
  readonly cell: (row: number, column: number) => GridCell | null;
  /** How people name the cell: `工作表1!C7`, in a CSV `第 7 行第 3 列`. */
  readonly address: (row: number, column: number) => string;
  /** Merged cells by the name of their range. */
  readonly merges: readonly { readonly range: string; readonly row: number }[];
};

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

export function firstFilledRow(grid: Grid): number | null {
  for (let row = 0; row < grid.rowCount; row += 1) if (!isEmptyRow(grid, row)) return row;
  return null;
}

export function isEmptyRow(grid: Grid, row: number): boolean {
  for (let column = 0; column < grid.columnCount; column += 1)
    if (grid.cell(row, column) !== null) return false;
  return true;
}
