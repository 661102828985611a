import path from "node:path";
import { defaultFrameworkKey, defaultPolicyKey } from "@/lib/presets";
import type { Rules } from "@/lib/scoring";
import {
  readTables,
  TableFault,
  widestCaps,
  type TableFaultCode,
  type TableFormat,
} from "@/lib/tables";
import { refuse } from "../faults";
import type { Sourced } from "../read/appraisal";
import type { Given } from "../read/json-file";
import { readAll, type Source } from "../read/source";
import { frameworkKind, policyKind } from "../ruleset";
import { plain, say, type Language, type TextKey } from "../words";
import { peopleOf } from "./people";
import type { Note } from "./remarks";

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

/** Reads an Excel or CSV file and hands out each person; answers what is worth knowing of it. Throws Unreadable by cell. */
export async function readTableFile(
  source: Source,
  format: TableFormat,
  language: Language,
  given: Given,
  begin: (ruleset: Rules) => (sourced: Sourced) => void,
): Promise<readonly Note[]> {
  try {
    const ruleset = rulesetOf(given);
    // Before it is held in memory.
    if (source.size > widestCaps.bytes)
      throw new TableFault("too-large", { bound: "bytes", most: widestCaps.bytes });
    const file = await readTables(readAll(source), format);
    const { people, notes } = await peopleOf(file, ruleset, language);
    const take = begin(ruleset);
    for (const sourced of people) take(sourced);
    return notes;
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    return refuse(sayTableFault(error, language));
  }
}
