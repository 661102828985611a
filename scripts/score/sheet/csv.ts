import { CsvError, parse } from "csv-parse/sync";
import { refuse } from "../faults";
import { trimmed } from "../read/text";
import { say, type Language } from "../words";
import type { Grid } from "./grid";

/** A record is a row of a sheet; a megabyte is an unclosed quote. */
const LONGEST_RECORD = 1_000_000;

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 says so by its first bytes; UTF-8 is too strict to be met by chance; what Excel saves in China is GBK. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
  return decode(bytes, "utf-8") ?? decode(bytes, "gb18030");
}

/** No header is longer; the expression below would run out of stack on a line of many megabytes. */
const LONGEST_HEADER = 64 * 1024;

/** The sign that stands most often outside quotes in the first line. */
export function delimiterOf(text: string): string {
  const line = /^(?:[^"\r\n]|"[^"]*")*/.exec(text.slice(0, LONGEST_HEADER))?.[0] ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const counted = [",", "\t", ";"].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function recordsOf(text: string, language: Language): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      // Files that were joined by hand have several kinds of line ends.
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines: unknown = error["lines"];
    const key = error.code === "CSV_MAX_RECORD_SIZE" ? "csv-too-long" : "csv-broken";
    return refuse(say(language, key, { row: Number(lines), most: LONGEST_RECORD }));
  }
}

/** A CSV file as a sheet; rows as Excel counts them, so that a line break inside quotes does not count. */
export function readCsv(bytes: Uint8Array, language: Language): Grid {
  const text = decodeText(bytes);
  if (text === null || text.includes("\u0000")) return refuse(say(language, "csv-encoding"));
  const records = recordsOf(text, language);
  return {
    name: "",
    rowCount: records.length,
    columnCount: records.reduce((most, row) => Math.max(most, row.length), 0),
    cell: (row, column) => {
      const field = records[row]?.[column] ?? "";
      return trimmed(field) === "" ? null : { kind: "text", text: field };
    },
    address: (row, column) => say(language, "csv-cell", { row: row + 1, column: column + 1 }),
    merges: [],
  };
}
