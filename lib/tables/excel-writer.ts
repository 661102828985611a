import { writeXlsx, type Cell, type DataValidation, type WriteSheet } from "hucre/xlsx";
import { columnName } from "./address";
import { straight } from "./text";
import type { WrittenColumn, WrittenTable } from "./types";

/** Excel has 1,048,576 rows a worksheet, the head among them. */
export const MOST_ROWS_BELOW_HEAD = 1_048_575;

/** Lists to choose from reach so far down; more rows can be filled without them. */
const LAST_ROW = 20_000;
/** Text format has to stand in every cell: a row each, so it ends sooner. */
const LAST_TEXT_ROW = 5_000;
/** What Excel allows for a list written into the rule itself. */
const LONGEST_LIST = 255;

const headStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF7" } },
  alignment: { vertical: "top", wrapText: true },
} as const;

function listOf({ choices }: WrittenColumn, index: number): DataValidation[] {
  if (choices === undefined || choices.values.join(",").length > LONGEST_LIST) return [];
  const name = columnName(index);
  return [
    {
      type: "list",
      values: [...choices.values],
      range: `${name}2:${name}${LAST_ROW}`,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: choices.title,
      errorMessage: choices.message,
    },
  ];
}

function cellsOf({ head, columns }: WrittenTable): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  head?.forEach((value, column) => cells.set(`0,${column}`, { value, style: headStyle }));
  columns.forEach(({ asText }, column) => {
    for (let row = 1; asText === true && row < LAST_TEXT_ROW; row += 1)
      cells.set(`${row},${column}`, { value: null, style: { numFmt: "@" } });
  });
  return cells;
}

function sheetOf(table: WrittenTable): WriteSheet {
  const { name, columns, head, rows, frozenColumns = 0 } = table;
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [...(head === null ? [] : [head]), ...rows].map((row) =>
      row.map((value) => (typeof value === "string" ? straight(value) : value)),
    ),
    cells: cellsOf(table),
    dataValidations: columns.flatMap(listOf),
    ...(head !== null && { freezePane: { rows: 1, columns: frozenColumns } }),
  };
}

export async function writeWorkbook(tables: readonly WrittenTable[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: tables.map(sheetOf) });
}
