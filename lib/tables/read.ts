import { readCsv } from "./csv-reader";
import { readWorkbook } from "./excel-reader";
import { TableFault } from "./fault";
import { widestCaps, type Caps, type Table } from "./types";

export type TableFormat = "xlsx" | "csv";

/** The tables of a file: worksheets that are not hidden, or the one table of a CSV file. Throws `TableFault`. */
export async function readTables(
  bytes: Uint8Array,
  format: TableFormat,
  caps: Caps = widestCaps,
): Promise<readonly Table[]> {
  if (bytes.length === 0) throw new TableFault("empty");
  if (bytes.length > caps.bytes) throw new TableFault("too-large");
  return format === "xlsx" ? readWorkbook(bytes, caps) : [readCsv(bytes, caps)];
}
