import type { HalfPoints } from "./figures";
import type { ValueResult } from "./ladder/types";
import { fraction, nearestWhole } from "./ratio";

/** The manager's score against the self-review's, in half-points. Null where one is open: not the same as no difference. */
export function scoreDifference(
  self: HalfPoints | null,
  manager: HalfPoints | null,
): HalfPoints | null {
  return self === null || manager === null ? null : manager - self;
}

/** A total on the scale of one value of five rungs (0–10 half-points), to the nearest half, halves up. */
export function onFiveRungs(total: HalfPoints, maxTotal: HalfPoints): HalfPoints {
  return nearestWhole(fraction(10 * total, maxTotal));
}

/** More bars than this cannot be counted at a glance. */
const MOST_BARS = 10;

/** How the step mark draws a total: its own points as bars where they are few, else on the scale of one ladder. */
export function totalMark(total: HalfPoints, maxTotal: HalfPoints) {
  const max = rungsFor(maxTotal);
  if (max <= MOST_BARS) return { halfPoints: total, max };
  return { halfPoints: onFiveRungs(total, maxTotal), max: 5 };
}

/** Half-points as whole points and whether a half is over: 7 → 3 and a half. */
export function splitScore(score: HalfPoints): { readonly whole: number; readonly half: boolean } {
  const over = score % 2;
  return { whole: (score - over) / 2, half: over === 1 };
}

/** How many rungs it takes to hold a maximum of so many half-points. */
export function rungsFor(max: HalfPoints): number {
  const { whole, half } = splitScore(max);
  return half ? whole + 1 : whole;
}

type Figured = Pick<ValueResult, "score" | "soFar" | "judged">;

/**
 * The figure of a value on a sheet that is being written: its score, before that what is sure so far, and null while
 * nobody has judged it. One rule for every figure of a page, so that no two of them differ.
 */
export function figureOf({ score, soFar, judged }: Figured): HalfPoints | null {
  return score ?? (judged ? soFar : null);
}

/** The figures of a sheet added up; null while there is none. */
export function sumOfFigures(values: readonly Figured[]): HalfPoints | null {
  const figures = values.map(figureOf).filter((figure) => figure !== null);
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0);
}
