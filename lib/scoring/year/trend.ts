import {
  addFractions,
  commonDivisor,
  compareFractions,
  fraction,
  scaleFraction,
  type Fraction,
} from "../ratio";
import type { Direction, YearAverage, YearTrend } from "./types";

/** Two quarters make a line out of any difference; three are the fewest that show a direction. */
const FEWEST_QUARTERS = 3;

/** A line that moves less than this share of the maximum per quarter is steady: half a point of 30. */
const STEADY_PARTS = 60;

const sum = (figures: readonly number[]) => figures.reduce((all, next) => all + next, 0);

function directionOf(slope: Fraction, threshold: Fraction): Direction {
  if (compareFractions(slope, threshold) >= 0) return "improving";
  return compareFractions(slope, scaleFraction(threshold, -1)) <= 0 ? "falling" : "steady";
}

/**
 * The direction of a year (2006 manual: "the trend of improvement"; the measure is ours): the slope of the
 * least-squares line over the quarters' own numbers, in whole numbers and fractions only. It is `improving` or
 * `falling` from one sixtieth of the maximum per quarter (half a point of 30), else `steady`; null with fewer than
 * three quarters.
 */
export function trendOfYear({ terms, max }: YearAverage): YearTrend | null {
  const count = terms.length;
  if (count < FEWEST_QUARTERS) return null;
  const quarters = terms.map(({ quarter }) => quarter);
  const all = sum(quarters);
  const spread = count * sum(quarters.map((quarter) => quarter * quarter)) - all * all;
  const raw = terms.map((term) => ({ ...term, weight: count * term.quarter - all }));
  const shared = raw.reduce(
    (divisor, term) => commonDivisor(divisor, Math.abs(term.weight)),
    spread,
  );
  const weighed = raw.map(({ quarter, counts, weight: whole }) => {
    const weight = whole / shared;
    return { quarter, weight, part: scaleFraction(counts, weight) };
  });
  const divisor = spread / shared;
  const slope = scaleFraction(addFractions(weighed.map(({ part }) => part)), 1, divisor);
  const threshold = fraction(max, STEADY_PARTS);
  return {
    direction: directionOf(slope, threshold),
    weights: weighed.map(({ quarter, weight }) => ({ quarter, weight })),
    divisor,
    slope,
    threshold,
  };
}
