import type { RefusalCode } from "@/lib/errors/codes";
import type { FrameworkDocument, HalfPoints, PolicyDocument } from "@/lib/scoring";
import type { Sheet } from "@/lib/sheet/types";

/**
 * The quarter as the employee may see it. Second level, HR's audit and approval are one step here: that a sheet went to
 * the audit or waits for an approval would tell of scores before they are published.
 */
export const selfSteps = [
  "self_review",
  "manager_scoring",
  "review",
  "interview",
  "result",
] as const;
export type SelfStep = (typeof selfSteps)[number];

export interface SelfStage {
  readonly step: SelfStep;
  readonly state: "done" | "current" | "todo";
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** Why the self-review came back, pinned where the manager says it is about. */
export interface SelfReturn {
  readonly id: string;
  readonly value: string | null;
  readonly rung: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface SelfReviewView {
  readonly appraisalId: string;
  readonly version: number;
  readonly cycle: { readonly year: number; readonly quarter: number };
  readonly step: SelfStep;
  readonly stages: readonly SelfStage[];
  readonly managerName: string | null;
  readonly submittedAt: Date | null;
  readonly framework: FrameworkDocument;
  readonly policy: PolicyDocument;
  /** The employee's own side; the manager's never travels with it. */
  readonly sheet: Sheet;
  readonly returns: readonly SelfReturn[];
  /** Why nothing can be written now; null while it can. */
  readonly locked: RefusalCode | null;
}

export interface SubmittedSelfReview {
  readonly total: HalfPoints;
}
