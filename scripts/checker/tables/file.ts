import path from "node:path";
import { defaultFrameworkKey, defaultPolicyKey } from "@/lib/presets";
import {
  rangeName,
  readTables,
  TableFault,
  widestCaps,
  type Row,
  type Table,
  type TableFaultCode,
  type TableFormat,
} from "@/lib/tables";
import { Faults, refuse } from "../faults";
import type { Sourced } from "../read/appraisal";
import type { Given } from "../read/json-file";
import { readAll, type Source } from "../read/source";
import type { Rules } from "@/lib/scoring";
import { frameworkKind, policyKind } from "../ruleset";
import { plain, say, type Language, type TextKey } from "../words";
import { isHeader, readHeaders } from "./headers";
import { placesIn } from "./place";
import { RowReader } from "./rows";

const formats: Readonly<Record<string, TableFormat>> = {
  ".xlsx": "xlsx",
  ".csv": "csv",
  ".tsv": "csv",
};

const formatOf = (file: string) => formats[path.extname(file).toLowerCase()];

const texts: Readonly<Record<Exclude<TableFaultCode, "too-large">, TextKey>> = {
  empty: "file-empty",
  locked: "xlsx-locked",
  "not-a-workbook": "xlsx-broken",
  "unknown-encoding": "csv-encoding",
  "broken-row": "csv-broken",
  "row-too-long": "csv-too-long",
};

const MEGABYTE = 1_000_000;

function sayTableFault({ code, data }: TableFault, language: Language): string {
  if (code !== "too-large") return say(language, texts[code], { ...data });
  const { bound = "bytes", most = 0 } = data;
  const isBytes = bound === "bytes" || bound === "unpacked";
  return say(language, `too-large-${bound}`, { most: isBytes ? most / MEGABYTE : most });
}

/** The format of a file that holds tables, by its name; null for JSON, which may have no ending. Refuses anything else. */
export function tableFormatOf(file: string, language: Language): TableFormat | null {
  const format = formatOf(file);
  if (format !== undefined) return format;
  const ending = path.extname(file).toLowerCase();
  if (ending === ".json" || ending === "" || file === "-") return null;
  const key = ending === ".xls" ? "file-old-excel" : "file-wrong-kind";
  return refuse(say(language, key, { file: plain(file, 200) }));
}

function rulesetOf(given: Given): Rules {
  const framework =
    given.framework ?? frameworkKind.presets.find(({ key }) => key === defaultFrameworkKey);
  const policy = given.policy ?? policyKind.presets.find(({ key }) => key === defaultPolicyKey);
  if (framework === undefined || policy === undefined) throw new Error("a default preset is gone");
  return { framework, policy };
}

function reportMerged({ name, merges }: Table, faults: Faults) {
  for (const merge of merges)
    faults.at(`${name ?? ""}!${rangeName(merge)}`, say(faults.language, "cells-merged"));
}

async function firstRow(table: Table): Promise<Row | null> {
  for await (const row of table.rows()) return row;
  return null;
}

/** Tables that begin with our header; a file without one is refused, an explanation beside it is passed over. */
async function headed(tables: readonly Table[], faults: Faults) {
  const found: { readonly table: Table; readonly header: Row }[] = [];
  for (const table of tables) {
    const header = await firstRow(table);
    if (header !== null && isHeader(header)) found.push({ table, header });
  }
  if (found.length > 0) return found;
  for (const table of tables) reportMerged(table, faults);
  faults.add(say(faults.language, "table-without-header"));
  return faults.stop();
}

async function readPeople(tables: readonly Table[], ruleset: Rules, faults: Faults) {
  const reader = new RowReader(ruleset.framework, faults);
  for (const { table, header } of await headed(tables, faults)) {
    reportMerged(table, faults);
    const placeOf = placesIn(table, faults.language);
    const columns = readHeaders(header, placeOf, ruleset.framework, faults);
    if (!columns.plain.has("employee")) continue;
    for await (const row of table.rows())
      if (row.number > header.number) reader.read(row, placeOf, columns);
  }
  reader.reportLostZeros();
  faults.stopIfAny();
  return reader.all();
}

/** Reads an Excel or CSV file, one row a person and value, and hands out each person. Throws Unreadable by cell. */
export async function readTableFile(
  source: Source,
  format: TableFormat,
  language: Language,
  given: Given,
  begin: (ruleset: Rules) => (sourced: Sourced) => void,
) {
  try {
    const ruleset = rulesetOf(given);
    // Before it is held in memory.
    if (source.size > widestCaps.bytes)
      throw new TableFault("too-large", { bound: "bytes", most: widestCaps.bytes });
    const { tables } = await readTables(readAll(source), format);
    const people = await readPeople(tables, ruleset, new Faults(language));
    const take = begin(ruleset);
    for (const sourced of people) take(sourced);
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    refuse(sayTableFault(error, language));
  }
}
