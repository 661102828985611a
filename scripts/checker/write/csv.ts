import { BYTE_ORDER_MARK, csvLine } from "@/lib/tables";
import type { Results } from "../results";
import type { Output } from "./output";
import { peopleOf, valueHeads, valueRows } from "./rows";

/** One row a value. */
export async function writeCsv(results: Results, output: Output) {
  await output.write(`${BYTE_ORDER_MARK}${csvLine(valueHeads(results))}`);
  for (const person of peopleOf(results)) {
    const lines = valueRows(person, results).map(csvLine);
    if (!(await output.write(lines.join("")))) return;
  }
}
