import { readXlsx, writeXlsx, type Cell, type CellValue, type MergeRange } from "hucre/xlsx";

export type { CellValue } from "hucre/xlsx";

export type Worksheet = {
  readonly name?: string;
  readonly rows: CellValue[][];
  readonly cells?: ReadonlyMap<string, Partial<Cell>>;
  readonly merges?: MergeRange[];
  readonly hidden?: boolean;
};

/** A workbook as somebody else's program would have written it. `cells` by "row,column", both from 0. */
export async function workbookOf(...worksheets: readonly Worksheet[]): Promise<Buffer> {
  const sheets = worksheets.map(({ name = "工作表1", cells, ...rest }) => ({
    name,
    ...rest,
    ...(cells !== undefined && { cells: new Map(cells) }),
  }));
  return Buffer.from(await writeXlsx({ sheets }));
}

/** Everything in a workbook, styles and lists too. */
export async function openWorkbook(bytes: Uint8Array) {
  return (await readXlsx(bytes, { readStyles: true })).sheets;
}
