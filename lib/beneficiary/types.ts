import type { Signed } from "@/lib/appraisal/types";

/** How HR asked who benefited. */
export const beneficiaryWays = ["in_person", "phone", "message"] as const;
export type BeneficiaryWay = (typeof beneficiaryWays)[number];

/** Who was asked: a role and a few words, not a story. */
export const ASKED_MAX = 120;

/** What one beneficiary said of a score, as its readers are shown it. */
export interface BeneficiaryView extends Signed {
  readonly id: string;
  /** Empty, with day and way null, in what was kept before these were asked for. */
  readonly asked: string;
  /** A calendar day, "2026-11-21". */
  readonly askedOn: string | null;
  readonly way: BeneficiaryWay | null;
  readonly said: string;
  /** When it was written down. */
  readonly at: Date;
  /** What it said before it was corrected, the oldest first; empty where it never was. */
  readonly before: readonly FormerView[];
}

export interface FormerView extends Signed {
  readonly id: string;
  readonly asked: string;
  readonly said: string;
  readonly at: Date;
}

/** The answer to a view that was written down. */
export interface RecordedView {
  readonly viewId: string;
}
