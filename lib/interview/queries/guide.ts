import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { windowRefusal } from "@/lib/appraisal/rules";
import { readSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { dossierFor } from "@/lib/dossier/queries/dossier";
import { readReview } from "@/lib/review/store";
import { directionsFrom, largestDifferences, talkingPoints } from "../rules/talk";
import { readArranging, readDesk, readRecord } from "../store/records";
import type { InterviewGuide } from "../types";

/** For the manager once the scores are final, for those above once it is published; null otherwise. */
export async function readInterview(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<InterviewGuide | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || subject.employeeId === actor.employeeId) return null;
    const allowed = may(actor, "interview.read", subject);
    if (!allowed.ok) return null;
    const review = await readReview(tx, subject);
    const dossier = await dossierFor(tx, actor, subject, allowed.relation, review);
    if (dossier === null) return null;
    const { result } = review;
    const { policy } = review.ruleset;
    const points = talkingPoints(dossier.values, policy);
    const author = { appraisalId, authorId: actor.employeeId };
    const { draft, preparation, heldBetween, timeZone } = await readDesk(tx, author, now);
    const arranging = await readArranging(tx, subject, now, timeZone);
    const writes = may(actor, "interview.write", subject).ok;
    return {
      dossier,
      ...points,
      deductionsRequired: policy.requireDeductionInInterview && points.deducted.length > 0,
      directionsFrom: directionsFrom(policy, result.band),
      heldBetween,
      recordShut:
        subject.state === "interview"
          ? windowRefusal(subject, "interview", now, subject.returned)
          : null,
      record: writes ? null : await readRecord(tx, subject),
      differences: largestDifferences(dossier.values),
      preparation: writes ? preparation : null,
      arranging,
      draft: writes ? draft : null,
    };
  });
}
