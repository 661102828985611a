import type { HalfPoints } from "../figures";
import type { PolicyBand, PolicyDocument } from "../documents/policy";

export type BandResult = PolicyBand & {
  /** The lowest band carries the policy's consequences. */
  readonly lowest: boolean;
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

/** What a stored key of a band is called; null for none, or for one the policy does not know. */
export function bandName(
  policy: Pick<PolicyDocument, "bands">,
  key: string | null,
): PolicyBand["name"] | null {
  return policy.bands.find((band) => band.key === key)?.name ?? null;
}
