import type { AppraisalState } from "@/lib/appraisal/types";
import type { Quarter } from "@/lib/i18n/zone";

/** A sheet that its draw has let pass. */
export interface LetPass {
  readonly version: number;
  readonly state: AppraisalState;
}

/**
 * How it is with the sample of a cycle. `none`: the policy does not sample; `unsealed`: opened before there were seeds, so
 * nothing is drawn.
 */
export type SampleState =
  | { readonly kind: "none" | "unsealed" }
  | {
      readonly kind: "sealed" | "revealed";
      /** Of the policy. */
      readonly percent: number;
      /** SHA-256 of the seed, in hexadecimal. */
      readonly hash: string;
      readonly sealedAt: Date;
      /** Managers whose sheets were drawn. */
      readonly teams: number;
    };

/** A manager whose sheets wait for their draw. */
export interface WaitingTeam {
  readonly managerId: string;
  readonly managerName: string;
  readonly cycle: Quarter;
  readonly cycleId: string;
  /** Sheets in the reader's charge that wait. */
  readonly waiting: number;
  /** When they are drawn whatever the others do. */
  readonly latest: Date;
}

/** One draw as it is shown once the seed is revealed: by lots. No manager is named, or a reader could count their outliers. */
export interface ShownDraw {
  readonly number: number;
  readonly percent: number;
  /** In canonical order. */
  readonly population: readonly string[];
  readonly drawn: readonly string[];
}

export interface RevealedDraws extends Quarter {
  readonly cycleId: string;
  readonly seed: string;
  readonly hash: string;
  readonly revealedAt: Date;
  readonly timeZone: string;
  /** Whether every draw, also of those that are not shown, comes out as recorded. */
  readonly same: boolean;
  readonly draws: readonly ShownDraw[];
  /** How many draws are not shown: of few sheets, of the reader's own unpublished one, or from before there were lots. */
  readonly hidden: number;
}
