import { cellName, rangeName } from "@/lib/tables";
import { say, type Language } from "../words";

/** Where a cell stands: the table by its place in the file, rows from 1, columns from 0. */
export type Cell = {
  readonly table: number;
  readonly name: string | null;
  readonly row: number;
  readonly column: number;
};

/** How people name a cell: `工作表1!C7`, in a CSV file `第 7 行第 3 列`. */
export function placeOf({ name, row, column }: Cell, language: Language): string {
  return name === null
    ? say(language, "csv-cell", { row, column: column + 1 })
    : `${name}!${cellName(row, column)}`;
}

const MOST_SHOWN = 6;

type Span = { first: number; last: number };

function spansOf(rows: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const row of rows) {
    const span = spans.at(-1);
    if (span !== undefined && (row === span.last + 1 || row === span.last)) span.last = row;
    else spans.push({ first: row, last: row });
  }
  return spans;
}

/** Several cells of one column, in the order of their rows: `工作表1!C7:C9、C12`. */
export function placesOf(first: Cell, rows: readonly number[], language: Language): string {
  if (rows.length === 1) return placeOf(first, language);
  const { name, column } = first;
  const spans = spansOf(rows);
  const isSheet = name !== null;
  const shown = spans.slice(0, MOST_SHOWN).map(({ first: from, last: to }) => {
    if (isSheet)
      return from === to
        ? cellName(from, column)
        : rangeName({ first: { row: from, column }, last: { row: to, column } });
    return from === to ? `${from}` : `${from}–${to}`;
  });
  if (spans.length > MOST_SHOWN) shown.push("…");
  const list = shown.join(language === "zh" ? "、" : ", ");
  return isSheet
    ? `${name}!${list}`
    : say(language, "csv-cells", { rows: list, column: column + 1 });
}
