import type { Range } from "./types";

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** Row 7, column 2 → C7. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** A2:A3 */
export function rangeName({ first, last }: Range): string {
  return `${cellName(first.row, first.column)}:${cellName(last.row, last.column)}`;
}
