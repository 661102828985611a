import type { HalfPoints } from "../figures";
import type { PolicyDocument, SingleValueRule } from "../documents/policy";
import type { BandResult } from "./bands";
import type { ProposedConsequence } from "./types";

type Condition = { readonly below: HalfPoints } | { readonly equals: HalfPoints };

function met({ below, equals }: SingleValueRule, score: HalfPoints): Condition | null {
  if (below !== undefined && score < below) return { below };
  return equals !== undefined && score === equals ? { equals } : null;
}

/** What one value's score alone brings about, each code once, with the first rule that asks for it. */
export function consequencesOfValue(
  policy: PolicyDocument,
  value: string,
  score: HalfPoints,
): ProposedConsequence[] {
  const found = new Map<string, ProposedConsequence>();
  for (const single of policy.singleValueRules) {
    const rule = met(single, score);
    if (rule === null) continue;
    for (const code of single.consequences)
      if (!found.has(code))
        found.set(code, { code, because: { kind: "value", value, score, rule } });
  }
  return [...found.values()];
}

/** What the lowest band brings about. A policy with one band has no lowest. */
export function consequencesOfBand(
  policy: PolicyDocument,
  band: BandResult,
  total: HalfPoints,
): ProposedConsequence[] {
  if (!band.lowest || policy.bands.length === 1) return [];
  return policy.lowestBandConsequences.map((code) => ({
    code,
    because: { kind: "band", band: band.key, total },
  }));
}
