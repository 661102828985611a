import { MOST_ROWS_BELOW_HEAD, writeWorkbook, type WrittenTable } from "@/lib/tables";
import { refuse } from "../faults";
import type { Results } from "../results";
import { say } from "../words";
import {
  noteRows,
  peopleOf,
  problemHeads,
  problemRows,
  summaryRows,
  valueHeads,
  valueRows,
  valueWidths,
  type Row,
} from "./rows";

const PROBLEM_WIDTHS = [14, 12, 16, 8, 8, 60, 18, 26];
const SUMMARY_WIDTHS = [34, 20, 20];

function tableOf(
  name: string,
  head: Row,
  rows: readonly Row[],
  widths: readonly number[],
): WrittenTable {
  return { name, columns: widths.map((width) => ({ width })), head, rows };
}

/** Results, problems with the cell they came from, and the counts. */
export async function resultsWorkbook(results: Results): Promise<Uint8Array> {
  const { language } = results;
  const values: Row[] = [];
  const problems: Row[] = noteRows(results);
  for (const person of peopleOf(results)) {
    values.push(...valueRows(person, results));
    problems.push(...problemRows(person, results));
    if (Math.max(values.length, problems.length) > MOST_ROWS_BELOW_HEAD)
      refuse(say(language, "too-many-rows-out", { most: MOST_ROWS_BELOW_HEAD }));
  }
  const summary = summaryRows(results.summary(), results);
  const summaryName = say(language, "table-summary");
  return writeWorkbook([
    tableOf(say(language, "table-results"), valueHeads(results), values, valueWidths(results)),
    tableOf(say(language, "table-problems"), problemHeads(language), problems, PROBLEM_WIDTHS),
    tableOf(summaryName, [summaryName, null, null], summary, SUMMARY_WIDTHS),
  ]);
}
