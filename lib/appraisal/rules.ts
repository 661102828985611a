import type { RefusalCode } from "@/lib/errors/codes";
import { chain, type OwnStep } from "./stages";
import type { AppraisalSubject, Stage, StageWindow } from "./types";

/**
 * Whether work of this stage may be written now. Before the window opens and after it closes nothing is accepted,
 * except that work handed back is always open to the one who must mend it, or a return on the last day would be a trap.
 */
export function windowRefusal(
  subject: AppraisalSubject,
  stage: Stage,
  now: Date,
  returned: boolean,
): RefusalCode | null {
  if (subject.cycleState === "closed") return "cycle_closed";
  const window = subject.windows.find((w) => w.stage === stage);
  if (window === undefined) return "window_not_open";
  if (now < window.opensAt) return "window_not_open";
  if (now >= window.closesAt && !returned) return "window_closed";
  return null;
}

interface StepWindow {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** A step of several stages opens with the first and closes with the last, whatever their order; nulls without a window. */
export function windowOfStep(windows: readonly StageWindow[], step: OwnStep): StepWindow {
  const stagesOf = chain.rows.filter((row) => row.step === step).map(({ stage }) => stage);
  const own = windows.filter(({ stage }) => stagesOf.includes(stage));
  const opens = own.map(({ opensAt }) => opensAt.getTime());
  const closes = own.map(({ closesAt }) => closesAt.getTime());
  return {
    opensAt: opens.length === 0 ? null : new Date(Math.min(...opens)),
    closesAt: closes.length === 0 ? null : new Date(Math.max(...closes)),
  };
}

export interface AuditNeeds {
  /** Values whose score HR must still verify. */
  readonly toVerify: readonly string[];
  /** Values at the top whose approval is still open. */
  readonly toApprove: readonly string[];
}

/** Where an appraisal goes once the second level has agreed, HR has confirmed, or an approval was given. */
export function nextAfterReview(needs: AuditNeeds): "hr_audit" | "approval" | "interview" {
  if (needs.toVerify.length > 0) return "hr_audit";
  if (needs.toApprove.length > 0) return "approval";
  return "interview";
}

export interface VerificationOf {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly round: number;
  readonly verdict: "confirmed" | "returned";
}

export interface ApprovalOf {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly verdict: "approved" | "declined";
}

/**
 * What is still to be verified and approved for these scores. A confirmation or approval holds for the score it was
 * given to, in whatever round; a score that changed needs a new one. A doubt raised in a later round asks HR anew: who
 * confirmed did not know of it.
 */
export function auditNeeds(
  routed: readonly {
    readonly valueKey: string;
    readonly halfPoints: number;
    readonly verify: boolean;
    readonly approve: boolean;
    /** The round a doubt about it was raised for; null where nobody is in doubt. */
    readonly doubtRound: number | null;
  }[],
  verifications: readonly VerificationOf[],
  approvals: readonly ApprovalOf[],
): AuditNeeds {
  const holds = (valueKey: string, halfPoints: number) => (given: VerificationOf | ApprovalOf) =>
    given.valueKey === valueKey && given.halfPoints === halfPoints;
  return {
    toVerify: routed
      .filter(
        (v) =>
          v.verify &&
          !verifications
            .filter(holds(v.valueKey, v.halfPoints))
            .some((g) => g.verdict === "confirmed" && g.round >= (v.doubtRound ?? 0)),
      )
      .map((v) => v.valueKey),
    toApprove: routed
      .filter(
        (v) =>
          v.approve &&
          !approvals.filter(holds(v.valueKey, v.halfPoints)).some((g) => g.verdict === "approved"),
      )
      .map((v) => v.valueKey),
  };
}
