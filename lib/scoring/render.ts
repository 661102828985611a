import type { Explanation } from "./explain";
import { formatScore } from "./format";

export type ExplanationLocale = "zh" | "en";

/** The explanation as sentences, one string each. */
export function renderExplanation(explanation: Explanation, _locale: ExplanationLocale): string[] {
  return [formatScore(explanation.soFar)];
}
