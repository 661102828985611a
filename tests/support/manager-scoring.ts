import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { saveManagerValue, submitManagerSheet } from "@/lib/manager-scoring/commands";
import { saveManagerValueSchema } from "@/lib/manager-scoring/schema";
import type { SheetValue } from "@/lib/sheet/types";
import type { TestAppraisal } from "./appraisal";
import type { Person, TestCompany } from "./company";
import { valueWith, type Scores } from "./sheets";

export const threes: Scores = { "customer-first": 6, integrity: 6 };

export function rowOf(id: string) {
  return database().appraisal.findUniqueOrThrow({ where: { id } });
}

export function eventsOf(id: string) {
  return database().recordedEvent.findMany({ where: { appraisalId: id }, orderBy: { id: "asc" } });
}

export function inputOf({ id }: TestAppraisal, version: number, value: SheetValue) {
  const parsed = parseInput(saveManagerValueSchema, { appraisalId: id, version, value });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

/** What a manager does at the sheet, step by step. */
export function scorerOf(company: TestCompany) {
  const { values } = company.ruleset.framework;
  const valueAt = (key: string, score: number): SheetValue => {
    const definition = values.find((value) => value.key === key);
    if (definition === undefined) throw new Error(key);
    return valueWith(definition, score);
  };
  const save = (
    appraisal: TestAppraisal,
    version: number,
    value: SheetValue,
    by: Person = "manager",
  ) => saveManagerValue(company.context(by), inputOf(appraisal, version, value));
  return {
    valueAt,
    save,
    /** Judges every value without a case of the manager's own: only the self-review's can prove anything. */
    async judgeAll(appraisal: TestAppraisal, scores: Scores = {}): Promise<number> {
      let version = 1;
      for (const { key } of values) {
        const value = valueAt(key, scores[key] ?? 6);
        const saved = await save(appraisal, version, { ...value, cases: [], justification: "" });
        if (!saved.ok) throw new Error(JSON.stringify(saved));
        version = saved.value.version;
      }
      return version;
    },
    submit(appraisal: TestAppraisal, version: number, by: Person = "manager", at = 0) {
      return submitManagerSheet(company.context(by, at), {
        ...{ appraisalId: appraisal.id, version, unchanged: true, textsStand: true },
      });
    },
  };
}
