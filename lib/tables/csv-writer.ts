import { straight } from "./text";
import type { Value } from "./types";

/** Excel needs it at the start of a CSV file in UTF-8 to see Chinese. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Excel takes these for a formula; an apostrophe before them makes them text (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

function field(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = straight(value);
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(row: readonly Value[]): string {
  return `${row.map(field).join(",")}\r\n`;
}
