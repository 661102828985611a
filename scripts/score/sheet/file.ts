import path from "node:path";
import { Faults, refuse } from "../faults";
import type { Given } from "../read/json-file";
import type { Sourced } from "../read/appraisal";
import { readAll, type Source } from "../read/source";
import { frameworkKind, policyKind, type Ruleset } from "../ruleset";
import { plain, say, type Language } from "../words";
import { defaultFrameworkKey, defaultPolicyKey } from "@/lib/presets";
import { readCsv } from "./csv";
import { firstFilledRow, type Grid } from "./grid";
import { isHeader, readHeaders } from "./headers";
import { RowReader } from "./rows";
import { readWorkbook } from "./xlsx";

/** What V8 can hold in one text, with room to spare; more rows than Excel has. */
const MOST_BYTES = 400_000_000;
const MOST_ROWS = 1_048_576;

const sheetKinds: Readonly<Record<string, "xlsx" | "csv">> = {
  ".xlsx": "xlsx",
  ".csv": "csv",
  ".tsv": "csv",
};

/** Whether the file is a sheet by its name; refuses what is neither sheet nor JSON. No ending at all is JSON. */
export function isSheet(file: string, language: Language): boolean {
  const ending = path.extname(file).toLowerCase();
  if (ending in sheetKinds) return true;
  if (ending === ".json" || ending === "" || file === "-") return false;
  const key = ending === ".xls" ? "file-old-excel" : "file-wrong-kind";
  return refuse(say(language, key, { file: plain(file, 200) }));
}

async function gridsOf(source: Source, file: string, language: Language): Promise<Grid[]> {
  if (source.size === 0) refuse(say(language, "file-empty"));
  if (source.size > MOST_BYTES) refuse(say(language, "sheet-too-large"));
  const bytes = readAll(source);
  return sheetKinds[path.extname(file).toLowerCase()] === "xlsx"
    ? readWorkbook(bytes, language)
    : [readCsv(bytes, language)];
}

function rulesOf(given: Given): Ruleset {
  const framework =
    given.framework ?? frameworkKind.presets.find(({ key }) => key === defaultFrameworkKey);
  const policy = given.policy ?? policyKind.presets.find(({ key }) => key === defaultPolicyKey);
  if (framework === undefined || policy === undefined) throw new Error("a default preset is gone");
  return { framework, policy };
}

function tellMerged(grid: Grid, faults: Faults) {
  for (const { range } of grid.merges) faults.at(range, say(faults.language, "cells-merged"));
}

/** Sheets that begin with our header; a workbook without one is refused, an explanation beside it is passed over. */
function headed(grids: readonly Grid[], faults: Faults) {
  const found = grids.flatMap((grid) => {
    const row = firstFilledRow(grid);
    return row !== null && isHeader(grid, row) ? [{ grid, row }] : [];
  });
  if (found.length > 0) return found;
  for (const grid of grids) tellMerged(grid, faults);
  faults.add(say(faults.language, "sheet-without-header"));
  return faults.stop();
}

/** Reads an Excel or CSV file, one row a person and value, and hands out each person. Throws Unreadable by cell. */
export async function readSheetFile(
  source: Source,
  file: string,
  language: Language,
  given: Given,
  begin: (rules: Ruleset) => (sourced: Sourced) => void,
) {
  const faults = new Faults(language);
  const rules = rulesOf(given);
  const grids = await gridsOf(source, file, language);
  const reader = new RowReader(rules.framework, faults);
  for (const { grid, row } of headed(grids, faults)) {
    if (grid.rowCount > MOST_ROWS) refuse(say(language, "sheet-too-large"));
    tellMerged(grid, faults);
    const columns = readHeaders(grid, row, rules.framework, faults);
    if (columns.plain.has("employee")) reader.readGrid(grid, row, columns);
  }
  reader.tellLostZeros();
  faults.stopIfAny();
  const take = begin(rules);
  for (const sourced of reader.all()) take(sourced);
}
