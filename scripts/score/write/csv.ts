import type { Results } from "../results";
import type { Output } from "./output";
import { peopleOf, valueHeads, valueRows, type Cell } from "./rows";

/** Excel takes these for a formula; an apostrophe before them makes them text (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row a value, in UTF-8 with a byte-order mark, which Excel needs to see Chinese. */
export async function writeCsv(results: Results, output: Output) {
  await output.write(`\uFEFF${valueHeads(results).map(field).join(",")}\r\n`);
  for (const person of peopleOf(results)) {
    const lines = valueRows(person, results).map((row) => `${row.map(field).join(",")}\r\n`);
    if (!(await output.write(lines.join("")))) return;
  }
}
