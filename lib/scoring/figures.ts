import type { FrameworkDocument, ValueDefinition } from "./documents/framework";

/** Scores are whole half-points everywhere inside: 7 means 3.5. Decimals exist only in `format.ts`. */
export type HalfPoints = number;

/** What one fully met rung is worth. */
export const RUNG_HALF_POINTS: HalfPoints = 2;

/** The most a value can earn, in half-points. */
export function maxOfValue(value: ValueDefinition): HalfPoints {
  const all = value.rungs.length * RUNG_HALF_POINTS;
  return Math.min(all, value.cap ?? all);
}

/** The most a whole sheet can earn, in half-points. */
export function maxOfFramework(framework: FrameworkDocument): HalfPoints {
  return framework.values.reduce((sum, value) => sum + maxOfValue(value), 0);
}

/** Whether every value has rungs, so that a cycle can be opened on it. */
export function isScorable(framework: FrameworkDocument): boolean {
  return framework.values.every((value) => value.rungs.length > 0);
}
