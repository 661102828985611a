/** What was too much, as `Caps` names it. */
export type Bound =
  | "bytes"
  | "entries"
  | "unpacked"
  | "cells"
  | "cell"
  | "characters"
  | "rows"
  | "merges"
  | "seconds"
  | "heap";

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
  // `bound`, `most` in the unit of the cap
  | "too-large";

export type TableFaultData = {
  readonly row?: number;
  readonly most?: number;
  readonly bound?: Bound;
};

/** Why a file cannot be read. Rows may be read long after a file was opened, so it is thrown, not returned. */
export class TableFault extends Error {
  readonly code: TableFaultCode;
  readonly data: TableFaultData;

  constructor(code: TableFaultCode, data: TableFaultData = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

export function tooLarge(bound: Bound, most: number): TableFault {
  return new TableFault("too-large", { bound, most });
}
