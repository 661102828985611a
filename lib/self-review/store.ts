import "server-only";
import type { Tx } from "@/lib/db/client";
import type { Ruleset } from "@/lib/ruleset/types";
import type { SheetResult } from "@/lib/scoring";
import type { Sheet } from "@/lib/sheet/types";

/** Rows of the employee's side. Nothing here decides who may see them. */

export interface SelfSheet {
  readonly appraisalId: string;
  readonly ruleset: Ruleset;
  readonly sheet: Sheet;
  readonly result: SheetResult;
}

/** Values that were never opened have no row yet: where everything is presumed a sheet can be complete untouched. */
export async function writeSelfScores(
  tx: Tx,
  { appraisalId, ruleset, result }: SelfSheet,
): Promise<void> {
  const rows = result.values.flatMap(({ key, score, maxHalfPoints }) => {
    const valueId = ruleset.valueIds[key];
    const row = { appraisalId, side: "self" as const, halfPoints: score, maxHalfPoints };
    return valueId === undefined ? [] : [{ ...row, valueId }];
  });
  await tx.valueScore.createMany({ data: rows, skipDuplicates: true });
}

/** Keeps the sheet as it was handed in, by which rules, and gives its number. */
export async function keepSelfReview(
  tx: Tx,
  { appraisalId, ruleset, sheet, result }: SelfSheet,
  byId: string,
  at: Date,
): Promise<number> {
  const number = (await tx.submission.count({ where: { appraisalId, side: "self" } })) + 1;
  await tx.submission.create({
    data: {
      appraisalId,
      side: "self",
      number,
      submittedAt: at,
      submittedById: byId,
      sheet: {
        framework: { key: ruleset.framework.key, version: ruleset.frameworkVersion },
        policy: { key: ruleset.policy.key, version: ruleset.policyVersion },
        total: result.total,
        scores: scoresOf(result),
        values: sheet.values.map(({ key, judgements, cases }) => ({
          key,
          judgements: { ...judgements },
          cases: cases.map((item) => ({ ...item })),
        })),
      },
    },
  });
  return number;
}

export function scoresOf(result: SheetResult): Record<string, number | null> {
  return Object.fromEntries(result.values.map(({ key, score }) => [key, score]));
}
