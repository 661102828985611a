import type { FrameworkDocument } from "@/lib/scoring";
import type { Row, Table } from "@/lib/tables";
import { looksLikeScore } from "./cells";
import type { HeaderRows } from "./layout";
import { Headers } from "./meaning";
import { isPassedOver, personFieldOf, simple } from "./vocabulary";

/** Titles and explanations above a header are no longer than this. */
const SEARCHED_ROWS = 40;

const textAt = (row: Row | undefined, column: number) => row?.cells[column]?.text ?? null;

function employeeColumn(row: Row | undefined): number {
  return (row?.cells ?? []).findIndex(
    (cell) => cell !== null && personFieldOf(simple(cell.text)) === "employee",
  );
}

/** The rows a table begins with. */
export async function beginning(table: Table): Promise<Row[]> {
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

/** A row below a header that goes on saying whose or which: nothing but texts, and some of them say something of a value. */
function goesOn(header: Row, row: Row, says: (text: string) => boolean): boolean {
  if (textAt(row, employeeColumn(header)) !== null) return false;
  const filled = row.cells.flatMap((cell) => (cell === null ? [] : [cell]));
  const isText = filled.every((cell) => cell.kind === "text" && !looksLikeScore(cell));
  if (!isText) return false;
  // Where values are rows, a row without a number is somebody whose number was forgotten.
  const isLong = header.cells.some(
    (cell) => cell !== null && personFieldOf(simple(cell.text)) === "value",
  );
  return filled[isLong ? "every" : "some"](({ text }) => says(text)) && filled.length > 0;
}

/**
 * The header of a table: the row with the employee number's header, and the row below or above it that belongs to it.
 * `title`: rows above it. Null where no row is a header.
 */
export function findHeader(rows: readonly Row[], table: Table, says: (text: string) => boolean) {
  const at = rows.findIndex((row) => employeeColumn(row) !== -1);
  const [row, below, above] = [rows[at], rows[at + 1], rows[at - 1]];
  if (row === undefined) return null;
  if (below !== undefined && goesOn(row, below, says))
    return { header: double(row, below, table), title: rows.slice(0, at) };
  const isGroup =
    above?.number === row.number - 1 &&
    above.cells.some((cell) => cell !== null && says(cell.text));
  if (above !== undefined && isGroup)
    return { header: double(above, row, table), title: rows.slice(0, at - 1) };
  return { header: single(row), title: rows.slice(0, at) };
}

const textsOf = ({ cells }: Row) => cells.flatMap((cell) => (cell === null ? [] : [cell.text]));

const isNumber = (text: string | undefined) =>
  text !== undefined && /\d/.test(text) && !isPassedOver(simple(text));

const isName = (text: string | undefined) =>
  text !== undefined && personFieldOf(simple(text)) === undefined && !isPassedOver(simple(text));

/** `工号：010472` in one cell, or the label with the number in the next; the same with a name. */
function namesOne(row: Row): boolean {
  const texts = textsOf(row);
  const fields = new Set(texts.map((text) => personFieldOf(simple(text))));
  if (fields.has("value")) return false;
  const isLabel = (text: string) => personFieldOf(simple(text)) === "employee";
  const isNameLabel = (text: string) => personFieldOf(simple(text)) === "name";
  return texts.some((text, index) => {
    const [label = "", ...rest] = text.split(/[:：]/);
    const own = rest.join("").trim();
    const said = own === "" ? texts[index + 1] : own;
    return (isLabel(label) && isNumber(said)) || (isNameLabel(label) && isName(said));
  });
}

/**
 * A form about one person, as it is printed and signed: the number in its head and the values below one another. It has no
 * header that would say what a column holds.
 */
export function isPageOfOne(rows: readonly Row[], framework: FrameworkDocument): boolean {
  if (!rows.some(namesOne)) return false;
  const headers = new Headers(framework);
  const named = rows.map((row) =>
    textsOf(row).flatMap((text) => headers.valueIn(text)?.value ?? []),
  );
  const below = new Set(named.flatMap((values) => (values.length === 1 ? values : [])));
  return below.size > 1 && named.every((values) => new Set(values).size < 2);
}
