import { CsvError, parse } from "csv-parse/sync";
import type { Caps } from "../caps.ts";
import { TableFault, tooLarge } from "../fault.ts";
import { guardedText, trimmed } from "../text.ts";
import type { Cell, Row } from "../types.ts";
import { decodeText } from "./encoding.ts";
import type { ReadFile } from "./messages.ts";

/** Characters of a row; a megabyte is an unclosed quote. */
const LONGEST_ROW = 1_000_000;

/** No header is longer; the expression below would run out of stack on a line of many megabytes. */
const LONGEST_HEADER = 64 * 1024;

/** The sign that stands most often outside quotes in the first line. */
function delimiterOf(text: string): string {
  const line = /^(?:[^"\r\n]|"[^"]*")*/.exec(text.slice(0, LONGEST_HEADER))?.[0] ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const counted = [",", "\t", ";", "\uff0c"].map((sign) => ({
    sign,
    count: bare.split(sign).length,
  }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** Counts while it reads, cell by cell: one line of commas may be all there is. */
function counter(caps: Caps) {
  let [rows, cells] = [0, 0];
  return {
    on_record: (record: string[]) => {
      rows += 1;
      if (rows > caps.rows) throw tooLarge("rows", caps.rows);
      return record;
    },
    cast: (text: string) => {
      cells += 1;
      if (cells > caps.cells) throw tooLarge("cells", caps.cells);
      return text;
    },
  };
}

function recordsOf(text: string, caps: Caps): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      // Files that were joined by hand have several kinds of line ends.
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      // ="010472" is how people keep Excel from eating zeros.
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
      ...counter(caps),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error["lines"]);
    throw error.code === "CSV_MAX_RECORD_SIZE"
      ? new TableFault("row-too-long", { row, most: LONGEST_ROW })
      : new TableFault("broken-row", { row });
  }
}

function cellOf(written: string): Cell | null {
  const text = guardedText(written) ?? written;
  return trimmed(text) === "" ? null : { kind: "text", text };
}

function* rowsOf(records: readonly (readonly string[])[]): Generator<Row> {
  for (const [index, record] of records.entries()) {
    const cells = record.map(cellOf);
    if (cells.some((cell) => cell !== null)) yield { number: index + 1, cells };
  }
}

/** Rows are counted as Excel counts them: a line break inside quotes begins no row. */
export function readCsv(bytes: Uint8Array, caps: Caps): ReadFile {
  const text = decodeText(bytes);
  if (text === null || text.includes("\u0000")) throw new TableFault("unknown-encoding");
  const rows = rowsOf(recordsOf(text, caps));
  return { tables: [{ name: null, merges: [], hiddenRows: [], rows }], hidden: [] };
}
