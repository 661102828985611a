import "server-only";
import { barOf } from "@/lib/appraisal/rules";
import { statesFor } from "@/lib/appraisal/permissions";
import type { LoadedSubject } from "@/lib/appraisal/store";
import { readReview } from "@/lib/review/store";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { asksBeneficiary, type ViewRow } from "./rules";

const asksIn = statesFor("hr.ask", "hr");

/** For a query of the client: what those who benefited said of the values of one sheet, the oldest first. */
export const viewsArgs = {
  orderBy: { sequence: "asc" },
  select: {
    ...{ id: true, valueKey: true, asked: true, askedOn: true, way: true },
    ...{ said: true, correctsId: true, linkId: true, byId: true, at: true },
  },
} satisfies Prisma.BeneficiaryViewFindManyArgs;

/** For a query of the client: the links made for one sheet, the newest first. */
export const linksArgs = {
  orderBy: [{ at: "desc" }, { id: "desc" }],
  select: {
    ...{ id: true, valueKey: true, question: true },
    ...{ expiresAt: true, usedAt: true, revokedAt: true },
  },
} satisfies Prisma.BeneficiaryLinkFindManyArgs;

export function readViews(tx: Tx, appraisalId: string): Promise<readonly ViewRow[]> {
  return tx.beneficiaryView.findMany({ where: { appraisalId }, ...viewsArgs });
}

/** Whether the sheet has a score of this value on which HR asks who benefited. */
export async function isAskedAbout(
  tx: Tx,
  subject: LoadedSubject,
  valueKey: string,
): Promise<boolean> {
  const { result, owed } = await readReview(tx, subject);
  const scored = result.values.find(({ key }) => key === valueKey);
  return scored !== undefined && scored.score !== null && asksBeneficiary(scored, owed);
}

/** Whether an answer can come in: the cycle runs, the sheet is where views are recorded, the score still asks for one. */
export async function takesAnswer(
  tx: Tx,
  subject: LoadedSubject,
  valueKey: string,
): Promise<boolean> {
  if (barOf(subject) !== null || !asksIn.includes(subject.state)) return false;
  return isAskedAbout(tx, subject, valueKey);
}
