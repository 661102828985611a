import type { Caps } from "../caps.ts";
import type { TableFaultCode, TableFaultData } from "../fault.ts";
import type { Range, Row } from "../types.ts";

export type TableFormat = "xlsx" | "csv";

/** What a reader of files finds; rows come one by one. */
export type ReadTable = {
  readonly name: string | null;
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly number[];
  readonly rows: Iterable<Row>;
};

export type ReadFile = {
  readonly tables: readonly ReadTable[];
  /** Names of worksheets that are hidden; they are not read. */
  readonly hidden: readonly string[];
};

/** What the thread that reads is given. */
export type Task = {
  readonly bytes: Uint8Array;
  readonly format: TableFormat;
  readonly caps: Caps;
};

/** What it answers: each table, then its rows some at a time; `hidden` comes last, a fault at any time. */
export type Answer =
  | { readonly kind: "table"; readonly table: Omit<ReadTable, "rows"> }
  | { readonly kind: "rows"; readonly rows: readonly Row[] }
  | { readonly kind: "end"; readonly hidden: readonly string[] }
  | { readonly kind: "fault"; readonly code: TableFaultCode; readonly data: TableFaultData };
