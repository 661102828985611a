import { expect } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import type { AnyOutcome } from "@/lib/errors/outcome";
import { saveSelfReview, submitSelfReview } from "@/lib/self-review/commands";
import { saveSelfReviewSchema } from "@/lib/self-review/schema";
import type { TestAppraisal } from "./appraisal";
import type { TestCompany } from "./company";
import { valueWith } from "./sheets";

/** The employee's own writes, as the command door would let them in. */
export interface SelfReviewDesk {
  definitionOf(key: string): TestCompany["ruleset"]["framework"]["values"][number];
  /** A whole first value worth 3 points. */
  first(): ReturnType<typeof valueWith>;
  parse(appraisal: TestAppraisal, version: number, value: unknown): ReturnType<typeof parseSave>;
  save(
    appraisal: TestAppraisal,
    version: number,
    value: unknown,
    at?: number,
  ): ReturnType<typeof saveSelfReview>;
  /** Fills every value with 3 points and gives the version it ends at. */
  saveAll(appraisal: TestAppraisal, from?: number): Promise<number>;
  submit(
    appraisal: TestAppraisal,
    version: number,
    at?: number,
  ): ReturnType<typeof submitSelfReview>;
}

function parseSave(appraisalId: string, version: number, value: unknown) {
  return parseInput(saveSelfReviewSchema, { appraisalId, version, value });
}

export function selfReviewDesk(company: TestCompany): SelfReviewDesk {
  const { values } = company.ruleset.framework;
  const definitionOf = (key: string) => {
    const found = values.find((value) => value.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  };
  const desk: SelfReviewDesk = {
    definitionOf,
    first: () => valueWith(definitionOf("customer-first"), 6),
    parse: ({ id }, version, value) => parseSave(id, version, value),
    save: async (appraisal, version, value, at = 0) => {
      const input = desk.parse(appraisal, version, value);
      return input.ok ? saveSelfReview(appraisal.context(at), input.value) : input;
    },
    saveAll: async (appraisal, from = 1) => {
      let version = from;
      for (const definition of values) {
        const saved = await desk.save(appraisal, version, valueWith(definition, 6));
        if (!saved.ok) throw new Error(JSON.stringify(saved));
        version = saved.value.version;
      }
      return version;
    },
    submit: (appraisal, version, at = 0) =>
      submitSelfReview(appraisal.context(at), {
        ...{ appraisalId: appraisal.id, version, unchanged: true },
      }),
  };
  return desk;
}

export function rowOf({ id }: TestAppraisal) {
  return database().appraisal.findUniqueOrThrow({ where: { id } });
}

/** Everything a refused write must leave as it was. */
export async function contentOf({ id }: TestAppraisal) {
  const where = { appraisalId: id };
  const db = database();
  return {
    appraisal: await db.appraisal.findUniqueOrThrow({ where: { id } }),
    judgements: await db.judgement.findMany({
      where,
      orderBy: [{ valueId: "asc" }, { point: "asc" }],
    }),
    cases: await db.appraisalCase.findMany({ where, orderBy: { id: "asc" } }),
    scores: await db.valueScore.findMany({ where, orderBy: { valueId: "asc" } }),
    submissions: await db.submission.findMany({ where }),
    events: await db.recordedEvent.findMany({ where, orderBy: { id: "asc" } }),
  };
}

export async function changesNothing(
  appraisal: TestAppraisal,
  write: () => Promise<AnyOutcome>,
): Promise<AnyOutcome> {
  const before = await contentOf(appraisal);
  const outcome = await write();
  expect(outcome.ok).toBe(false);
  expect(await contentOf(appraisal)).toEqual(before);
  return outcome;
}
