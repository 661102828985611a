import type { HalfPoints } from "../figures";
import type { CompositeRule } from "../documents/policy";
import { addFractions, fraction, hundredthsOf, scaleFraction, type Fraction } from "../ratio";
import { checkPerformanceMax, type PerformanceResult } from "./performance";

/**
 * The values side: the total in half-points out of `maxTotal`, null while it is open, and the rating of its band in
 * points (a multiple of 0.01), null where the policy gives the band none.
 */
export type ValuesSide = {
  readonly total: HalfPoints | null;
  readonly maxTotal: HalfPoints;
  readonly rating: number | null;
};

/** Why there is no figure. `scales-differ`: the values rating lies above the most the performance rating can be. */
export type CompositeGap =
  "values-open" | "rating-missing" | "performance-missing" | "scales-differ";

/** One side of the sum: `percent` × `got` ÷ `of`, in points. `of` is null where ratings are weighed as they are. */
export type CompositePart = {
  readonly side: "values" | "performance";
  readonly percent: number;
  readonly got: Fraction;
  readonly of: Fraction | null;
  /** What this side adds to the figure. */
  readonly adds: Fraction;
};

/**
 * `parts` add up to `exact`; `hundredths` is that figure to the nearest hundredth, halves up. Basis `total`: points of
 * 100. Basis `rating`: on the scale of the ratings, whose most is `scale`.
 */
export type Composite = {
  readonly basis: CompositeRule["basis"];
  readonly parts: readonly CompositePart[];
} & (
  | {
      readonly exact: Fraction;
      readonly hundredths: number;
      readonly scale: Fraction;
      readonly missing: readonly [];
    }
  | {
      readonly exact: null;
      readonly hundredths: null;
      readonly scale: null;
      readonly missing: readonly CompositeGap[];
    }
);

/** Throws RangeError when a total or a performance result lies outside 0 to its maximum. */
export function checkSides(
  values: Omit<ValuesSide, "rating">,
  performance: PerformanceResult | null,
) {
  const { total, maxTotal } = values;
  const bad = total !== null && (!Number.isInteger(total) || total < 0 || total > maxTotal);
  if (!Number.isInteger(maxTotal) || maxTotal < 1 || bad)
    throw new RangeError(`values total ${total} of ${maxTotal}`);
  if (performance === null) return;
  const { points, max } = performance;
  checkPerformanceMax(max);
  if (!Number.isInteger(points) || points < 0 || points > max)
    throw new RangeError(`performance ${points} of ${max}`);
}

/** A rating of a policy in whole hundredths: the documents hold decimals, the sums do not. */
function ratingHundredths(rating: number): number {
  const hundredths = Math.round(rating * 100);
  if (!Number.isSafeInteger(hundredths) || hundredths / 100 !== rating || rating < 0)
    throw new RangeError(`a rating of ${rating}`);
  return hundredths;
}

/** What the rule weighs of the values: the total in half-points, or the rating in points; or why there is none. */
function weighedOf({ basis }: CompositeRule, { total, rating }: ValuesSide): number | CompositeGap {
  if (total === null) return "values-open";
  if (basis === "total") return total;
  return rating ?? "rating-missing";
}

/** Whether the values rating lies above the most the performance rating can be. */
function scalesDiffer({ basis }: CompositeRule, { rating }: ValuesSide, max: number): boolean {
  return basis === "rating" && rating !== null && ratingHundredths(rating) > max;
}

function noFigure(basis: CompositeRule["basis"], missing: readonly CompositeGap[]): Composite {
  return { basis, parts: [], exact: null, hundredths: null, scale: null, missing };
}

function sharePart(
  side: CompositePart["side"],
  percent: number,
  got: Fraction,
  of: Fraction,
): CompositePart {
  const share = fraction(got.numerator * of.denominator, got.denominator * of.numerator);
  return { side, percent, got, of, adds: scaleFraction(share, percent) };
}

function ratingPart(side: CompositePart["side"], percent: number, hundredths: number) {
  const got = fraction(hundredths, 100);
  return { side, percent, got, of: null, adds: scaleFraction(got, percent, 100) };
}

/**
 * Values and performance as one figure (domain rows "weight of values": classic 50 % of the composite; 2006 manual
 * 50 % in promotion: call it with `policy.promotion`). Basis `total` (ours): each side's share of the most it can
 * reach, weighed in whole percent, gives points of 100. Basis `rating` (2006 manual's ratings): the band's rating
 * against the performance rating on one scale. An open total or a missing result makes no figure, never a 0; every
 * gap is named in `missing`. Both sides are needed even where one weighs nothing. Throws RangeError for figures
 * outside their maximum, which a caller must have checked.
 */
export function compositeOf(
  rule: CompositeRule,
  values: ValuesSide,
  performance: PerformanceResult | null,
): Composite {
  checkSides(values, performance);
  const { basis, valuesPercent } = rule;
  const weighed = weighedOf(rule, values);
  const open = typeof weighed === "string" ? [weighed] : [];
  if (performance === null) return noFigure(basis, [...open, "performance-missing"]);
  const { points, max } = performance;
  const differ = scalesDiffer(rule, values, max);
  if (typeof weighed === "string" || differ)
    return noFigure(basis, differ ? [...open, "scales-differ"] : open);
  const rest = 100 - valuesPercent;
  const parts =
    basis === "total"
      ? [
          sharePart("values", valuesPercent, fraction(weighed, 2), fraction(values.maxTotal, 2)),
          sharePart("performance", rest, fraction(points, 100), fraction(max, 100)),
        ]
      : [
          ratingPart("values", valuesPercent, ratingHundredths(weighed)),
          ratingPart("performance", rest, points),
        ];
  const exact = addFractions(parts.map(({ adds }) => adds));
  const scale = basis === "total" ? fraction(100) : fraction(max, 100);
  return { basis, parts, scale, exact, hundredths: hundredthsOf(exact), missing: [] };
}
