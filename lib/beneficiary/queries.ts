import "server-only";
import { readSubject } from "@/lib/appraisal/store";
import { admitVisitor } from "@/lib/auth/attempts/throttle";
import { hashToken } from "@/lib/auth/tokens";
import type { VisitorContext } from "@/lib/authz/actor";
import { asHouse } from "@/lib/db/read";
import { linkState } from "./rules";
import { takesAnswer } from "./store";

/** The question behind a link that can still be answered, and nothing else; null for every other one. */
export async function readQuestion(
  { now, address }: VisitorContext,
  token: string,
): Promise<string | null> {
  const admission = await admitVisitor(address);
  if (!admission.ok) return null;
  const question = await asHouse("beneficiary_link", async (tx) => {
    const link = await tx.beneficiaryLink.findUnique({ where: { tokenHash: hashToken(token) } });
    if (link === null || linkState(link, now) !== "open") return null;
    const subject = await readSubject(tx, link.appraisalId);
    if (subject === null || !(await takesAnswer(tx, subject, link.valueKey))) return null;
    return link.question;
  });
  if (question !== null) await admission.forgive();
  return question;
}
