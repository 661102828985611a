import type { SingleValueRule } from "../documents/policy";
import type { HalfPoints } from "../figures";

/** What a single-value rule asks of a score, in half-points; `below` is exclusive. */
export type Condition = { readonly below: HalfPoints } | { readonly equals: HalfPoints };

/** The condition of the rule that holds for this score; null where none does. */
export function conditionMet(
  { below, equals }: SingleValueRule,
  score: HalfPoints,
): Condition | null {
  if (below !== undefined && score < below) return { below };
  return equals !== undefined && score === equals ? { equals } : null;
}
