import type { Signed } from "@/lib/appraisal/types";
import type { Responsible } from "@/lib/hand-over/types";
import type { Ground } from "@/lib/appraisal/standing";
import type { OwnStep } from "@/lib/appraisal/stages";
import type { RefusalCode } from "@/lib/errors/codes";
import type { EarlierSheet } from "@/lib/rounds/types";
import type { Quarter } from "@/lib/i18n/zone";
import type { FrameworkDocument, HalfPoints, PolicyDocument } from "@/lib/scoring";
import type { EarlierDirections, Sheet } from "@/lib/sheet/types";

export interface SelfStage {
  readonly step: OwnStep;
  readonly state: "done" | "current" | "todo";
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** Why the self-review came back, pinned where the manager says it is about. */
export interface SelfReturn extends Signed {
  readonly id: string;
  readonly value: string | null;
  readonly rung: number | null;
  /** The case it is about, as it was called; null where it is about none. */
  readonly caseTitle: string | null;
  readonly reason: string;
  readonly at: Date;
}

export interface SelfReviewView {
  readonly appraisalId: string;
  readonly seenAs: Ground;
  readonly version: number;
  readonly cycle: { readonly year: number; readonly quarter: number };
  readonly step: OwnStep;
  readonly stages: readonly SelfStage[];
  readonly managerName: string | null;
  /** Null while the manager is who it was from the start. */
  readonly takenOver: Responsible | null;
  readonly submittedAt: Date | null;
  /** The version at which it can be taken back, as nobody has opened it; null otherwise. */
  readonly takeBackAt: number | null;
  /** Of the interview before; null where there was none. */
  readonly earlier: EarlierDirections | null;
  readonly framework: FrameworkDocument;
  readonly policy: PolicyDocument;
  /** The employee's own side; the manager's never travels with it. */
  readonly sheet: Sheet;
  readonly returns: readonly SelfReturn[];
  /** What was handed in before what stands there now, the oldest first. */
  readonly before: readonly EarlierSheet[];
  /** One's own that are open at once, the newest first. */
  readonly quarters: readonly OwnQuarter[];
  /** Why nothing can be written now; null while it can. */
  readonly locked: RefusalCode | null;
}

export interface OwnQuarter extends Quarter {
  readonly appraisalId: string;
  readonly step: OwnStep;
}

export interface SubmittedSelfReview {
  readonly total: HalfPoints;
}
