import type { Row, Table } from "@/lib/tables";
import type { HeaderRows } from "./layout";
import { personFieldOf, simple } from "./vocabulary";

/** Titles and explanations above a header are no longer than this. */
const SEARCHED_ROWS = 40;

const textAt = (row: Row | undefined, column: number) => row?.cells[column]?.text ?? null;

function employeeColumn(row: Row | undefined): number {
  return (row?.cells ?? []).findIndex(
    (cell) => cell !== null && personFieldOf(simple(cell.text)) === "employee",
  );
}

/** The rows a table begins with. */
async function beginning(table: Table): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length === SEARCHED_ROWS) break;
  }
  return rows;
}

/** What is merged from a cell of a row to the right, by the column where it begins: its last column. */
function reachOf(row: Row, { merges }: Table): ReadonlyMap<number, number> {
  const reach = new Map<number, number>();
  for (const { first, last } of merges)
    if (row.number >= first.row && row.number <= last.row)
      reach.set(first.column, Math.max(last.column, reach.get(first.column) ?? 0));
  return reach;
}

/** What a cell left open stands under: the text of the cell it is merged with, or of the one before it. */
function reaching(row: Row, below: Row, table: Table): (string | null)[] {
  const width = Math.max(row.cells.length, below.cells.length);
  const reach = reachOf(row, table);
  const texts: (string | null)[] = [];
  let merged = { text: "", until: -1 };
  for (let column = 0; column < width; column += 1) {
    const own = textAt(row, column);
    if (own !== null) merged = { text: own, until: reach.get(column) ?? column };
    const isOpen = own === null && textAt(below, column) !== null;
    const covered = column <= merged.until ? merged.text : null;
    texts.push(own ?? covered ?? (isOpen ? (texts[column - 1] ?? null) : null));
  }
  return texts;
}

function single(row: Row): HeaderRows {
  const textsAt = (column: number) => {
    const text = textAt(row, column);
    return text === null ? [] : [text];
  };
  return { rows: [row], textsAt, width: row.cells.length };
}

function double(upper: Row, lower: Row, table: Table): HeaderRows {
  const above = reaching(upper, lower, table);
  const textsAt = (column: number) =>
    [above[column] ?? null, textAt(lower, column)].filter((text) => text !== null);
  return { rows: [upper, lower], textsAt, width: Math.max(above.length, lower.cells.length) };
}

/** A row below a header that goes on saying whose or which: every text in it says something of a value. */
function goesOn(row: Row | undefined, employee: number, says: (text: string) => boolean): boolean {
  if (row === undefined || textAt(row, employee) !== null) return false;
  const texts = row.cells.flatMap((cell) => (cell === null ? [] : [cell.text]));
  return texts.length > 0 && texts.every(says);
}

/**
 * The header of a table: the row with the employee number's header, and the row below or above it that belongs to it.
 * `title`: rows above it. Null where no row is a header.
 */
export async function findHeader(table: Table, says: (text: string) => boolean) {
  const rows = await beginning(table);
  const at = rows.findIndex((row) => employeeColumn(row) !== -1);
  const [row, below, above] = [rows[at], rows[at + 1], rows[at - 1]];
  if (row === undefined) return null;
  if (below !== undefined && goesOn(below, employeeColumn(row), says))
    return { header: double(row, below, table), title: rows.slice(0, at) };
  const isGroup =
    above?.number === row.number - 1 &&
    above.cells.some((cell) => cell !== null && says(cell.text));
  if (above !== undefined && isGroup)
    return { header: double(above, row, table), title: rows.slice(0, at - 1) };
  return { header: single(row), title: rows.slice(0, at) };
}
