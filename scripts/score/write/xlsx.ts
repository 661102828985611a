import { writeXlsx, type CellValue, type ColumnDef, type WriteSheet } from "hucre/xlsx";
import { refuse } from "../faults";
import type { Results } from "../results";
import { say } from "../words";
import {
  peopleOf,
  problemHeads,
  problemRows,
  summaryRows,
  valueHeads,
  valueRows,
  valueWidths,
  type Row,
} from "./rows";

/** Excel has 1,048,576 rows a sheet. */
const MOST_ROWS = 1_048_575;

export const headStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF7" } },
  alignment: { vertical: "top", wrapText: true },
} as const;

/** A sheet with a frozen, emphasised head. Texts are written as texts: nothing in them can become a formula. */
export function sheetOf(
  name: string,
  heads: Row,
  rows: readonly Row[],
  widths: readonly number[],
): WriteSheet {
  const columns: ColumnDef[] = widths.map((width) => ({ width }));
  const all: CellValue[][] = [[...heads], ...rows.map((row) => [...row])];
  const cells = new Map(
    heads.map((value, column) => [`0,${column}`, { value, style: headStyle }] as const),
  );
  return { name, columns, rows: all, cells, freezePane: { rows: 1, columns: 0 } };
}

/** Results, problems with the cell they came from, and the counts. */
export async function writeWorkbook(results: Results): Promise<Uint8Array> {
  const { language } = results;
  const values: Row[] = [];
  const problems: Row[] = [];
  for (const person of peopleOf(results)) {
    values.push(...valueRows(person, results));
    problems.push(...problemRows(person, results));
    if (values.length > MOST_ROWS || problems.length > MOST_ROWS)
      refuse(say(language, "too-many-rows-out", { most: MOST_ROWS }));
  }
  const summary = summaryRows(results.summary(), results);
  const name = (key: "sheet-results" | "sheet-problems" | "sheet-summary") => say(language, key);
  return writeXlsx({
    sheets: [
      sheetOf(name("sheet-results"), valueHeads(results), values, valueWidths(results)),
      sheetOf(
        name("sheet-problems"),
        problemHeads(language),
        problems,
        [14, 12, 16, 8, 8, 60, 18, 26],
      ),
      sheetOf(
        name("sheet-summary"),
        [say(language, "sheet-summary"), null, null],
        summary,
        [34, 20, 20],
      ),
    ],
  });
}
