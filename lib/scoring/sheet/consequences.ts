import type { HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import type { BandResult } from "./bands";
import { conditionMet } from "./conditions";
import type { ProposedConsequence } from "./types";

/** What one value's score alone brings about, each code once, with the first rule that asks for it. */
export function consequencesOfValue(
  policy: PolicyDocument,
  value: string,
  score: HalfPoints,
): ProposedConsequence[] {
  const found = new Map<string, ProposedConsequence>();
  for (const single of policy.singleValueRules) {
    const rule = conditionMet(single, score);
    if (rule === null) continue;
    for (const code of single.consequences)
      if (!found.has(code))
        found.set(code, { code, because: { kind: "value", value, score, rule } });
  }
  return [...found.values()];
}

/** Whether a band is one people fall into. A policy with one band has no lowest. */
export function isLowest(policy: PolicyDocument, band: BandResult): boolean {
  return band.lowest && policy.bands.length > 1;
}

/**
 * What the lowest band brings about. Where single values lead there and not the total, each of their rules is the
 * reason.
 */
export function consequencesOfBand(
  policy: PolicyDocument,
  band: BandResult,
  total: HalfPoints,
): ProposedConsequence[] {
  if (!isLowest(policy, band)) return [];
  return policy.lowestBandConsequences.flatMap((code): ProposedConsequence[] => {
    if (band.lowered === undefined)
      return [{ code, because: { kind: "band", band: band.key, total } }];
    return band.lowered.by.map(({ value, score, rule }) => ({
      code,
      because: { kind: "value", value, score, rule },
    }));
  });
}
