import type { HalfPoints } from "../figures";
import type { YearRule } from "../documents/policy";
import type { Fraction } from "../ratio";
import type { BandResult } from "../sheet/bands";

/** Why a quarter does not count. `missing`: it is over and has no result; `open`: it is not over yet. */
export type Absence = "exempt" | "missing" | "open";

/** A score out of the most that could be earned, both in half-points. */
export type Scored = { readonly score: HalfPoints; readonly max: HalfPoints };

export type YearValue = {
  readonly key: string;
  /** Null: not scored in that quarter, so not part of the value's average. */
  readonly score: HalfPoints | null;
  readonly max: HalfPoints;
};

/** One quarter, 1 to 4, of one year. `reason` is a word of the caller's, printed as `renderYear` is asked to. */
export type YearQuarter = { readonly year: number; readonly quarter: number } & (
  | {
      readonly state: "closed";
      readonly total: HalfPoints;
      readonly maxTotal: HalfPoints;
      readonly values?: readonly YearValue[];
    }
  | { readonly state: Absence; readonly reason?: string }
);

export type ClosedQuarter = Extract<YearQuarter, { state: "closed" }>;

/** One term of an average. `counts` is the score in half-points of the average's own maximum. */
export type YearTerm = Scored & { readonly quarter: number; readonly counts: Fraction };

/** An average that can be redone: the terms, over their count, are the average, in half-points out of `max`. */
export type YearAverage = {
  readonly terms: readonly YearTerm[];
  readonly max: HalfPoints;
  /** Whether a term had another maximum and was converted. */
  readonly converted: boolean;
  readonly average: Fraction;
};

export type Direction = "improving" | "steady" | "falling";

/**
 * The slope of the straight line through the quarters' scores: Σ weight × score ÷ `divisor`, in half-points per
 * quarter; `threshold` is from where it is no longer steady.
 */
export type YearTrend = {
  readonly direction: Direction;
  readonly weights: readonly { readonly quarter: number; readonly weight: number }[];
  readonly divisor: number;
  readonly slope: Fraction;
  readonly threshold: Fraction;
};

export type LeftOut = {
  readonly quarter: number;
  readonly state: Absence;
  readonly reason: string | null;
};

/**
 * The proposed annual score in half-points out of `total.max`; the band it earns, whose bounds are out of
 * `bandsMaxTotal`.
 */
export type YearProposal = {
  readonly score: Fraction;
  readonly band: BandResult;
  readonly bandsMaxTotal: HalfPoints;
};

/** Null while no quarter is closed: a missing figure is a state, never 0. */
type YearFigures =
  | { readonly total: YearAverage; readonly proposal: YearProposal }
  | { readonly total: null; readonly proposal: null };

/** Everything a year consists of and everything its sentences say; numbers re-add to the figures. */
export type YearResult = {
  readonly year: number;
  readonly rule: YearRule;
  readonly values: readonly (YearAverage & { readonly key: string })[];
  /** Quarters that do not count, in order. */
  readonly leftOut: readonly LeftOut[];
  /** All four quarters count. */
  readonly whole: boolean;
  /** A quarter is still open, so the figures can change. */
  readonly provisional: boolean;
  readonly trend: YearTrend | null;
  /** Why there is no trend. */
  readonly noTrend: "not-asked" | "few-quarters" | null;
} & YearFigures;

/** A year in which a quarter counts. */
export type CountedYear = Extract<YearResult, { total: YearAverage }>;
