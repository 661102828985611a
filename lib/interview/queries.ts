import "server-only";
import { may } from "@/lib/appraisal/policy";
import { windowRefusal } from "@/lib/appraisal/rules";
import { readSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries";
import { readReview } from "@/lib/dossier/store";
import { directionsFrom, talkingPoints } from "./rules";
import { readHeldBetween, readRecord } from "./store";
import type { InterviewSheet } from "./types";

/** For the manager once the scores are final, for those above once it is published; null otherwise. */
export async function readInterview(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<InterviewSheet | null> {
  const db = database();
  const subject = await readSubject(db, appraisalId);
  if (subject === null || subject.employeeId === actor.employeeId) return null;
  if (!may(actor, "interview.read", subject).ok) return null;
  const dossier = await readDossier(actor, appraisalId);
  if (dossier === null) return null;
  const { ruleset, result } = await readReview(db, subject);
  const { policy } = ruleset;
  const points = talkingPoints(dossier.values, policy.passLine);
  return {
    dossier,
    ...points,
    deductionsRequired: policy.requireDeductionInInterview && points.deducted.length > 0,
    directionsFrom: directionsFrom(policy, result.band),
    heldBetween: await readHeldBetween(db, appraisalId, now),
    recordShut:
      subject.state === "interview"
        ? windowRefusal(subject, "interview", now, subject.returned)
        : null,
    record: await readRecord(db, appraisalId),
  };
}
