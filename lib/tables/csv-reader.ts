import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "./encoding";
import { TableFault } from "./fault";
import { trimmed } from "./text";
import type { Caps, Cell, Row, Table } from "./types";

/** Characters of a row; a megabyte is an unclosed quote. */
const LONGEST_ROW = 1_000_000;

/** No header is longer; the expression below would run out of stack on a line of many megabytes. */
const LONGEST_HEADER = 64 * 1024;

/** The sign that stands most often outside quotes in the first line. */
function delimiterOf(text: string): string {
  const line = /^(?:[^"\r\n]|"[^"]*")*/.exec(text.slice(0, LONGEST_HEADER))?.[0] ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const counted = [",", "\t", ";"].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      // Files that were joined by hand have several kinds of line ends.
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error["lines"]);
    throw error.code === "CSV_MAX_RECORD_SIZE"
      ? new TableFault("row-too-long", { row, most: LONGEST_ROW })
      : new TableFault("broken-row", { row });
  }
}

function cellOf(text: string): Cell | null {
  return trimmed(text) === "" ? null : { kind: "text", text };
}

function* rowsOf(records: readonly (readonly string[])[]): Generator<Row> {
  for (const [index, record] of records.entries()) {
    const cells = record.map(cellOf);
    if (cells.some((cell) => cell !== null)) yield { number: index + 1, cells };
  }
}

/** Rows are counted as Excel counts them: a line break inside quotes begins no row. */
export function readCsv(bytes: Uint8Array, caps: Caps): Table {
  const text = decodeText(bytes);
  if (text === null || text.includes("\u0000")) throw new TableFault("unknown-encoding");
  const records = recordsOf(text);
  if (records.length > caps.rows) throw new TableFault("too-large");
  return { name: null, merges: [], rows: () => rowsOf(records) };
}
