export type TableFaultCode =
  | "empty"
  // A password, or the old Excel format: both come in the same kind of container.
  | "locked"
  | "not-a-workbook"
  | "unknown-encoding"
  // A quotation mark is not closed. `row`
  | "broken-row"
  // `row`, `most` characters
  | "row-too-long"
  | "too-large";

export type TableFaultData = { readonly row?: number; readonly most?: number };

/** Why a file cannot be read. Rows may be read long after a file was opened, so it is thrown, not returned. */
export class TableFault extends Error {
  constructor(
    readonly code: TableFaultCode,
    readonly data: TableFaultData = {},
  ) {
    super(code);
  }
}
