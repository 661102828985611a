import {
  readXlsx,
  type Cell as Detail,
  type CellValue,
  type MergeRange,
  type Sheet,
} from "hucre/xlsx";
import { TableFault } from "./fault";
import { trimmed } from "./text";
import type { Caps, Cell, PlainCell, Range, Row, Table } from "./types";

/** Results such as #DIV/0!, which a formula cell keeps as a text. */
const errorText = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/;

/** A number too large for any day is shown by Excel as ####. */
function dateCell(date: Date): PlainCell {
  return Number.isNaN(date.getTime())
    ? { kind: "error", text: "####" }
    : { kind: "date", text: date.toISOString().slice(0, 10) };
}

function plainCell(value: CellValue | undefined, detail: Detail | undefined): PlainCell | null {
  if (value === null || value === undefined) return null;
  if (detail?.type === "error") return { kind: "error", text: String(value) };
  if (value instanceof Date) return dateCell(value);
  if (typeof value === "boolean") return { kind: "boolean", text: String(value) };
  if (typeof value === "number") {
    const format = detail?.style?.numFmt;
    return { kind: "number", text: String(value), ...(format !== undefined && { format }) };
  }
  return trimmed(value) === "" ? null : { kind: "text", text: value };
}

function storedResult(value: CellValue | undefined, detail: Detail): PlainCell | null {
  const isError = typeof value === "string" && errorText.test(value);
  return isError ? { kind: "error", text: value } : plainCell(value, detail);
}

function cellOf(value: CellValue | undefined, detail: Detail | undefined): Cell | null {
  if (detail === undefined || (detail.type !== "formula" && detail.formula === undefined))
    return plainCell(value, detail);
  return { kind: "formula", text: detail.formula ?? "", stored: storedResult(value, detail) };
}

function* rowsOf({ rows, cells: details }: Sheet): Generator<Row> {
  for (const [index, values] of rows.entries()) {
    const cells = Array.from(values, (value, column) =>
      cellOf(value, details?.get(`${index},${column}`)),
    );
    if (cells.some((cell) => cell !== null)) yield { number: index + 1, cells };
  }
}

function rangeOf({ startRow, startCol, endRow, endCol }: MergeRange): Range {
  return {
    first: { row: startRow + 1, column: startCol },
    last: { row: endRow + 1, column: endCol },
  };
}

function tableOf(sheet: Sheet, caps: Caps): Table {
  if (sheet.rows.length > caps.rows) throw new TableFault("too-large");
  const { name, merges = [] } = sheet;
  return { name, merges: merges.map(rangeOf), rows: () => rowsOf(sheet) };
}

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return (await readXlsx(bytes, { readStyles: true })).sheets;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = error.name === "EncryptedFileError" ? "locked" : "not-a-workbook";
    throw new TableFault(code);
  }
}

/** The worksheets of a workbook that are not hidden. */
export async function readWorkbook(bytes: Uint8Array, caps: Caps): Promise<Table[]> {
  return (await sheetsOf(bytes))
    .filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true)
    .map((sheet) => tableOf(sheet, caps));
}
