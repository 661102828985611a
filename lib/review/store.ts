import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readRuleset } from "@/lib/ruleset/store";
import type { Ruleset } from "@/lib/ruleset/types";
import type { SheetResult } from "@/lib/scoring";
import { resultOf } from "@/lib/sheet/rules";
import { isOf, readSheetRows, sheetsOf, type SheetRows } from "@/lib/sheet/store/read";
import type { SheetPair } from "@/lib/sheet/types";
import { reviewNeeds } from "./rules";
import type { Doubts, Needs } from "./types";

function findVerifications(tx: Tx, appraisalId: string) {
  return tx.hrVerification.findMany({
    where: { appraisalId },
    orderBy: [{ round: "asc" }, { sequence: "asc" }],
  });
}

function findApprovals(tx: Tx, appraisalId: string) {
  return tx.approval.findMany({ where: { appraisalId }, orderBy: { round: "asc" } });
}

/** One appraisal as the stages after scoring need it: both sheets, the manager's result, and what is still to be checked. */
export interface Review {
  readonly ruleset: Ruleset;
  readonly sheets: SheetPair;
  readonly result: SheetResult;
  readonly doubts: Doubts;
  readonly verifications: Awaited<ReturnType<typeof findVerifications>>;
  readonly approvals: Awaited<ReturnType<typeof findApprovals>>;
  readonly needs: Needs;
}

export async function readReview(
  tx: Tx,
  subject: { readonly appraisalId: string; readonly cycleId: string },
): Promise<Review> {
  const ruleset = await readRuleset(tx, subject.cycleId);
  const rows = await readSheetRows(tx, subject.appraisalId);
  const sheets = sheetsOf(rows, ruleset);
  const verifications = await findVerifications(tx, subject.appraisalId);
  const approvals = await findApprovals(tx, subject.appraisalId);
  const result = resultOf(ruleset.framework, ruleset.policy, sheets, "manager");
  const doubts = doubtsOf(rows, ruleset);
  const needs = reviewNeeds(result, doubts, verifications, approvals);
  return { ruleset, sheets, result, doubts, verifications, approvals, needs };
}

/** Of a sheet's rows: about which value who on the manager's side was in doubt, and for which round. */
export function doubtsOf({ scores }: SheetRows, { framework, valueIds }: Ruleset): Doubts {
  return new Map(
    framework.values.flatMap(({ key }) => {
      const found = scores.find(isOf("manager", valueIds[key]));
      const { inDoubtById: byId, inDoubtRound: round } = found ?? noDoubt;
      return byId === null || round === null ? [] : [[key, { byId, round }] as const];
    }),
  );
}

const noDoubt = { inDoubtById: null, inDoubtRound: null };
