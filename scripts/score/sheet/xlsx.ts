import { readXlsx, type Cell, type CellValue, type Sheet } from "hucre/xlsx";
import { refuse } from "../faults";
import { trimmed } from "../read/text";
import { say, type Language } from "../words";
import { columnName, type Grid, type GridCell } from "./grid";

function isFormula(cell: Cell | undefined): boolean {
  return cell?.type === "formula" || cell?.formula !== undefined;
}

function cellOf(value: CellValue | undefined, detail: Cell | undefined): GridCell | null {
  if (isFormula(detail)) return { kind: "formula", text: detail?.formula ?? "" };
  if (value === null || value === undefined) return null;
  if (detail?.type === "error") return { kind: "error", text: String(value) };
  if (value instanceof Date) return { kind: "date", text: value.toISOString().slice(0, 10) };
  if (typeof value === "boolean") return { kind: "boolean", text: String(value) };
  if (typeof value === "number") {
    const format = detail?.style?.numFmt;
    return { kind: "number", text: String(value), ...(format !== undefined && { format }) };
  }
  return trimmed(value) === "" ? null : { kind: "text", text: value };
}

function gridOf(sheet: Sheet): Grid {
  const { rows, cells, name, merges = [] } = sheet;
  return {
    name,
    rowCount: rows.length,
    columnCount: rows.reduce((most, row) => Math.max(most, row.length), 0),
    cell: (row, column) => cellOf(rows[row]?.[column], cells?.get(`${row},${column}`)),
    address: (row, column) => `${name}!${columnName(column)}${row + 1}`,
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      range: `${name}!${columnName(startCol)}${startRow + 1}:${columnName(endCol)}${endRow + 1}`,
      row: startRow,
    })),
  };
}

/** The sheets of a workbook that are not hidden. Formulas are never computed. */
export async function readWorkbook(bytes: Uint8Array, language: Language): Promise<Grid[]> {
  try {
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    return sheets.filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true).map(gridOf);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return refuse(
      say(language, error.name === "EncryptedFileError" ? "xlsx-locked" : "xlsx-broken"),
    );
  }
}
