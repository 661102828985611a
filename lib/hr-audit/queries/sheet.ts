import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { lockSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { inTransaction } from "@/lib/db/transaction";
import { dossierToDecide } from "@/lib/dossier/queries/dossier";
import type { DecisionDossier } from "@/lib/dossier/types";
import { recordOpening } from "../store";

/** The dossier for HR in charge. Opening it is recorded in the trail. */
export async function openAuditDossier(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<DecisionDossier | null> {
  const opened = await inTransaction(async (tx) => {
    const subject = await lockSubject(tx, appraisalId);
    if (subject === null || !may(actor, "hr.read", subject).ok) return null;
    const { cycleId, employeeId } = subject;
    await recordOpening(tx, actor, { appraisalId, cycleId, employeeId }, now);
    return subject;
  });
  return opened && read(actor, (tx) => dossierToDecide(tx, actor, opened, { as: "hr", now }));
}
