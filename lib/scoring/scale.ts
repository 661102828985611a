import type { HalfPoints } from "./figures";
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

/** What values have earned so far, added up. */
export function sumSoFar(values: readonly { readonly soFar: HalfPoints }[]): HalfPoints {
  return values.reduce((sum, { soFar }) => sum + soFar, 0);
}
