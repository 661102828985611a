import type { HalfPoints } from "../figures";
import { addFractions, fraction, scaleFraction } from "../ratio";
import type { Scored, YearAverage } from "./types";

/** The most a framework can reach: 20 values of 20 rungs. Bounds every product below to exact whole numbers. */
const MAX_TOTAL: HalfPoints = 800;

function check({ score, max }: Scored) {
  if (!Number.isInteger(max) || max < 1 || max > MAX_TOTAL)
    throw new RangeError(`a maximum of ${max}`);
  if (!Number.isInteger(score) || score < 0 || score > max)
    throw new RangeError(`score ${score} of ${max}`);
}

/**
 * The average of scores, oldest first, in half-points of the latest one's maximum. A score out of another maximum
 * (the framework changed within the year) counts by its share, as an exact fraction; `converted` says so (ours: the
 * sources know no change within a year). Null for none. Throws RangeError for a score outside 0 to its maximum.
 */
export function averageOf(
  scores: readonly (Scored & { readonly quarter: number })[],
): YearAverage | null {
  const latest = scores.at(-1);
  if (latest === undefined) return null;
  scores.forEach(check);
  const { max } = latest;
  const terms = scores.map(({ quarter, score, max: own }) => ({
    quarter,
    score,
    max: own,
    counts: fraction(score * max, own),
  }));
  return {
    terms,
    max,
    converted: scores.some((scored) => scored.max !== max),
    average: scaleFraction(addFractions(terms.map(({ counts }) => counts)), 1, terms.length),
  };
}
