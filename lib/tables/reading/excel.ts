import {
  readXlsx,
  type Cell as Detail,
  type CellValue,
  type MergeRange,
  type Sheet,
} from "hucre/xlsx";
import type { Caps } from "../caps.ts";
import { TableFault, tooLarge } from "../fault.ts";
import { guardedText, trimmed } from "../text.ts";
import type { Cell, PlainCell, Range, Row } from "../types.ts";
import { inspectArchive } from "./archive.ts";
import type { ReadFile, ReadTable } from "./messages.ts";

/** Results such as #DIV/0!, which a formula cell keeps as a text. */
const errorText = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/;

/** How both kinds of container begin that hold a password-protected workbook or the old Excel format. */
const container = [0xd0, 0xcf, 0x11, 0xe0];

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
  const formula = detail.formula ?? "";
  // The file itself leaves the sign away with which a formula begins.
  const text = guardedText(formula.startsWith("=") ? formula : `=${formula}`);
  if (text !== undefined) return trimmed(text) === "" ? null : { kind: "text", text };
  return { kind: "formula", text: formula, stored: storedResult(value, detail) };
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

function hiddenRowsOf({ rowDefs }: Sheet): number[] {
  return [...(rowDefs ?? [])].flatMap(([index, { hidden }]) => (hidden === true ? index + 1 : []));
}

function tableOf(sheet: Sheet, caps: Caps): ReadTable {
  const { name, merges = [], rows } = sheet;
  if (rows.length > caps.rows) throw tooLarge("rows", caps.rows);
  if (merges.length > caps.merges) throw tooLarge("merges", caps.merges);
  return {
    name,
    merges: merges.map(rangeOf),
    hiddenRows: hiddenRowsOf(sheet),
    rows: rowsOf(sheet),
  };
}

/** What the library throws, as the fault it stands for. It stops by itself at 20 million cells of a worksheet. */
function faultOf(error: Error, caps: Caps): TableFault {
  if (error.name === "EncryptedFileError") return new TableFault("locked");
  if (/over the \d+ limit/.test(error.message)) return tooLarge("cells", caps.cells);
  if (/outside the supported sheet bounds/.test(error.message)) return tooLarge("rows", caps.rows);
  return /allocation failed|maximum size exceeded|invalid (string|array) length/i.test(
    error.message,
  )
    ? tooLarge("heap", caps.heap)
    : new TableFault("not-a-workbook");
}

async function sheetsOf(bytes: Uint8Array, caps: Caps, hidden: string[]): Promise<Sheet[]> {
  try {
    const options = {
      readStyles: true,
      sheets: (sheet: { name: string; hidden?: boolean; veryHidden?: boolean }) => {
        const isHidden = sheet.hidden === true || sheet.veryHidden === true;
        if (isHidden) hidden.push(sheet.name);
        return !isHidden;
      },
    };
    return (await readXlsx(bytes, options)).sheets;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw faultOf(error, caps);
  }
}

/** The worksheets of a workbook; of hidden ones only the name is looked at. */
export async function readWorkbook(bytes: Uint8Array, caps: Caps): Promise<ReadFile> {
  if (container.every((byte, index) => bytes[index] === byte)) throw new TableFault("locked");
  await inspectArchive(bytes, caps);
  const hidden: string[] = [];
  const sheets = await sheetsOf(bytes, caps, hidden);
  const cells = sheets.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0);
  if (cells > caps.cells) throw tooLarge("cells", caps.cells);
  return { tables: sheets.map((sheet) => tableOf(sheet, caps)), hidden };
}
