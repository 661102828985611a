import { readTables, TableFault, type Row, type Table } from "@/lib/tables";

export async function rowsOf(table: Table | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of table?.rows() ?? []) rows.push(row);
  return rows;
}

/** Rows as texts, empty ones left out. */
export async function textsOf(table: Table | undefined): Promise<(string | null)[][]> {
  return (await rowsOf(table)).map(({ cells }) => cells.map((cell) => cell?.text ?? null));
}

/** What a file is refused with, as code and data. */
export async function faultOf(...args: Parameters<typeof readTables>) {
  try {
    await readTables(...args);
  } catch (error) {
    if (error instanceof TableFault) return [error.code, error.data];
    throw error;
  }
  throw new Error("it was read");
}
