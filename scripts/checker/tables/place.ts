import { isDeepStrictEqual } from "node:util";
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

/** Cells that one remark is about: rows by their column, and how many there are, those that were not kept included. */
export type Cells = {
  readonly first: Cell;
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly count: number;
};

type Block = { readonly columns: Span; readonly rows: readonly Span[] };

/** Columns side by side of which the same rows are meant make one block. */
function blocksOf({ rows }: Cells): Block[] {
  const blocks: Block[] = [];
  for (const [column, own] of [...rows].sort(([a], [b]) => a - b)) {
    const spans = spansOf(own);
    const before = blocks.at(-1);
    const isBeside = before?.columns.last === column - 1;
    if (before !== undefined && isBeside && isDeepStrictEqual(before.rows, spans))
      before.columns.last = column;
    else blocks.push({ columns: { first: column, last: column }, rows: spans });
  }
  return blocks;
}

/** The smallest rectangle around several blocks. */
function around(blocks: readonly Block[]): Block {
  const rows = blocks.flatMap((block) => block.rows);
  const spanOf = (spans: readonly Span[]) => ({
    first: Math.min(...spans.map(({ first }) => first)),
    last: Math.max(...spans.map(({ last }) => last)),
  });
  return { columns: spanOf(blocks.map(({ columns }) => columns)), rows: [spanOf(rows)] };
}

const listed = (parts: readonly string[], language: Language) =>
  parts.join(language === "zh" ? "、" : ", ");

function rangesOf({ columns, rows }: Block): string[] {
  return rows.map(({ first, last }) =>
    first === last && columns.first === columns.last
      ? cellName(first, columns.first)
      : rangeName({
          first: { row: first, column: columns.first },
          last: { row: last, column: columns.last },
        }),
  );
}

const figures = ({ first, last }: Span) => (first === last ? `${first}` : `${first}–${last}`);

/** As a CSV file has no letters for its columns, rows and columns are counted from 1. */
function blockInWords({ columns, rows }: Block, language: Language): string {
  const isOneRow = rows.length === 1 && rows[0]?.first === rows[0]?.last;
  const data = {
    rows: listed(cut(rows.map(figures)), language),
    columns: figures({ first: columns.first + 1, last: columns.last + 1 }),
  };
  if (columns.first === columns.last)
    return say(language, isOneRow ? "csv-cell" : "csv-cells", {
      ...data,
      row: data.rows,
      column: data.columns,
    });
  return say(language, isOneRow ? "csv-row-columns" : "csv-block", data);
}

function cut(parts: readonly string[]): readonly string[] {
  return parts.length > MOST_SHOWN ? [...parts.slice(0, MOST_SHOWN), "…"] : parts;
}

/** The cells in the order of their columns: `工作表1!C7:G9、C12`; where they lie too scattered, the range they lie in. */
export function placesOf(cells: Cells, language: Language): string {
  const { first, count } = cells;
  if (count === 1) return placeOf(first, language);
  const blocks = blocksOf(cells);
  const isSheet = first.name !== null;
  const shownOf = (block: Block) => (isSheet ? rangesOf(block) : [blockInWords(block, language)]);
  const shown = blocks.flatMap(shownOf);
  const prefix = isSheet ? `${first.name}!` : "";
  if (shown.length <= MOST_SHOWN || blocks.length === 1)
    return `${prefix}${listed(cut(shown), language)}`;
  const range = `${prefix}${shownOf(around(blocks)).join("")}`;
  return say(language, "cells-within", { range, count });
}
