import type { PolicyDocument, ProposedConsequence } from "@/lib/scoring";
import type { ProposedText, Result } from "./types";

/** One entry per code and cause; words from the policy that the cycle pinned. */
export function proposedTexts(
  policy: PolicyDocument,
  proposed: readonly ProposedConsequence[],
): ProposedText[] {
  return proposed.flatMap(({ code, because }) => {
    const known = policy.consequences.find((consequence) => consequence.code === code);
    return known === undefined ? [] : [{ code, because, text: known.text }];
  });
}

/** Lower bounds as whole half-points of this framework: the least total that reaches the band. */
export function scaledBands(policy: PolicyDocument, maxTotal: number): Result["bands"] {
  return policy.bands.map(({ key, name, from }) => ({
    key,
    name,
    from: Math.ceil((from * maxTotal) / policy.bandsMaxTotal),
  }));
}
