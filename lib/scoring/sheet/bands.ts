import type { HalfPoints } from "../figures";
import type { PolicyBand, PolicyDocument } from "../documents/policy";
import { conditionMet, type Condition } from "./conditions";

export type BandResult = PolicyBand & {
  /** The lowest band carries the policy's consequences. */
  readonly lowest: boolean;
  /** What single values made of the band the total alone earns; absent where that band stands. */
  readonly lowered?: { readonly from: string; readonly by: readonly BandLimit[] };
};

/** What one value's score allows at best, and the rule that says so. */
export type BandLimit = {
  readonly band: string;
  readonly value: string;
  readonly score: HalfPoints;
  readonly rule: Condition;
};

/**
 * The band a total earns. Lower bounds are inclusive and scale with `maxTotal`; the comparison is cross-multiplied in
 * whole numbers, so no bound is ever lost to rounding. A half total falls to the band whose lower bound it reaches.
 * Throws RangeError when `total` is not a whole number from 0 to `maxTotal`: a clamp would hide a wrong sum.
 */
export function bandOf(
  policy: PolicyDocument,
  total: HalfPoints,
  maxTotal: HalfPoints,
): BandResult {
  if (!Number.isInteger(total) || total < 0 || total > maxTotal)
    throw new RangeError(`total ${total} of ${maxTotal}`);
  const reached = (band: PolicyBand) => total * policy.bandsMaxTotal >= band.from * maxTotal;
  const index = policy.bands.findIndex(reached);
  const band = policy.bands[index];
  if (!band) throw new RangeError("the bands of a policy end at 0");
  return { ...band, lowest: index === policy.bands.length - 1 };
}

/**
 * What one value's score does to the band: every band it bars by `setsBand` of a single-value rule or by a band's own
 * `eachAtLeast`.
 */
export function bandLimits(
  { bands, singleValueRules }: PolicyDocument,
  value: string,
  score: HalfPoints,
): BandLimit[] {
  const set = singleValueRules.flatMap((single): BandLimit[] => {
    const rule = conditionMet(single, score);
    if (rule === null || single.setsBand === undefined) return [];
    return [{ band: single.setsBand, value, score, rule }];
  });
  const barred = bands.flatMap(({ eachAtLeast: below = 0 }, index): BandLimit[] => {
    const next = bands[index + 1];
    if (score >= below || next === undefined) return [];
    return [{ band: next.key, value, score, rule: { below } }];
  });
  return [...set, ...barred];
}

/**
 * The band of a whole sheet: the one its total earns, or the worst that a single value allows. `by` names the values
 * whose rule leads exactly there; a rule never lifts a band.
 */
export function loweredBand(
  { bands }: PolicyDocument,
  earned: BandResult,
  limits: readonly BandLimit[],
): BandResult {
  const place = (key: string) => bands.findIndex((band) => band.key === key);
  const worst = Math.max(...limits.map(({ band }) => place(band)));
  const band = bands[worst];
  if (band === undefined || worst <= place(earned.key)) return earned;
  const by = limits.filter(({ band: key }) => key === band.key);
  return { ...band, lowest: worst === bands.length - 1, lowered: { from: earned.key, by } };
}

/** What a stored key of a band is called; null for none, or for one the policy does not know. */
export function bandName(
  policy: Pick<PolicyDocument, "bands">,
  key: string | null,
): PolicyBand["name"] | null {
  return policy.bands.find((band) => band.key === key)?.name ?? null;
}
