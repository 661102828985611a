import type { HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import { addFractions, fraction, scaleFraction, type Fraction } from "../ratio";
import type { BandResult } from "../sheet/bands";
import type { YearResult } from "./types";
import { bandOfFraction } from "./year";

/** Whole half-points, or the proposal itself, which may lie between them. */
export type SettledScore = HalfPoints | "as-proposed";

export type SettlementRefusal =
  "nothing-to-settle" | "not-by-halves" | "out-of-range" | "reason-required";

/** `score` and `difference` (settled − proposed) are in half-points out of `max`. */
export type Settlement = {
  readonly ok: true;
  readonly score: Fraction;
  readonly max: HalfPoints;
  readonly proposed: Fraction;
  readonly difference: Fraction;
  /** The words given, without white space around them; null when none were. */
  readonly reason: string | null;
  readonly band: BandResult;
};

/**
 * Settles the annual score (2006 manual: by one over one plus HR; who may is the caller's matter). A reason is
 * required when the score differs from the proposal, which is the average as the policy rounds it. Refusals:
 * `nothing-to-settle` (no closed quarter), `not-by-halves`, `out-of-range` (below 0 or above the maximum),
 * `reason-required`. Never throws on a person's input, NaN and infinity included.
 */
export function settleYear(
  year: YearResult,
  policy: PolicyDocument,
  settled: SettledScore,
  reason = "",
): Settlement | { readonly ok: false; readonly refusal: SettlementRefusal } {
  const refuse = (refusal: SettlementRefusal) => ({ ok: false, refusal }) as const;
  const { total, proposal } = year;
  if (total === null) return refuse("nothing-to-settle");
  if (settled !== "as-proposed") {
    if (settled < 0 || settled > total.max) return refuse("out-of-range");
    if (!Number.isInteger(settled)) return refuse("not-by-halves");
  }
  const score = settled === "as-proposed" ? proposal.score : fraction(settled);
  const difference = addFractions([score, scaleFraction(proposal.score, -1)]);
  const words = reason.trim();
  if (difference.numerator !== 0 && words === "") return refuse("reason-required");
  return {
    ok: true,
    score,
    max: total.max,
    proposed: proposal.score,
    difference,
    reason: words === "" ? null : words,
    band: bandOfFraction(policy, score, total.max),
  };
}
