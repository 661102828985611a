import type { HalfPoints } from "../figures";
import type { CaseRef, RungReason } from "../ladder/types";

/**
 * One step of the reasoning, data only. `points` are half-points; over all parts they add up to `soFar`, so an
 * explanation never differs from the score.
 */
export type ExplanationPart =
  | { readonly kind: "granted"; readonly rungs: readonly number[]; readonly points: HalfPoints }
  | { readonly kind: "supported"; readonly rungs: readonly number[]; readonly points: HalfPoints }
  | {
      readonly kind: "half" | "missed";
      readonly rung: number;
      readonly because: RungReason;
      readonly points: HalfPoints;
    }
  | { readonly kind: "all-met" | "no-rungs" | "unsaid" | "stated"; readonly points: HalfPoints }
  | { readonly kind: "capped"; readonly cap: HalfPoints; readonly points: HalfPoints }
  | {
      readonly kind: "not-counted";
      readonly rungs: readonly number[];
      readonly gate: number;
      readonly points: HalfPoints;
    }
  | OpensPart;

export type OpensPart = {
  readonly kind: "opens";
  readonly rung: number;
  readonly by: Opening;
  readonly points: HalfPoints;
};

/**
 * What would pass a rung that is not met: being judged at all; a supporting case for a claim; a supporting case and
 * the verdict; the rest of a half reached rung; no more contradicting case next time; a case for a lowered verdict.
 */
export type Opening =
  | "judgement"
  | "case"
  | "case-and-verdict"
  | "rest-of-half"
  | "no-contradiction"
  | "case-or-restore";

/** Why a value's score is what it is. `cases` are all that were filed for it; the parts name rungs. */
export type Explanation = {
  readonly score: HalfPoints | null;
  readonly soFar: HalfPoints;
  readonly gated: boolean;
  readonly parts: readonly ExplanationPart[];
  readonly cases: readonly CaseRef[];
};
