import type { Explanation, ExplanationPart } from "../types";

export type ExplanationLocale = "zh" | "en";

/**
 * One language of a value's explanation. `clause` is a part's share of the first sentence, `line` a sentence of its
 * own after it; null where the part has none. Ladders speak of rungs, checklists of rules.
 */
export type Voice = {
  /** All there is to say of a value its judge has not spoken of. */
  readonly unsaid: string;
  readonly head: (score: string, open: boolean) => string;
  readonly join: (clauses: readonly string[]) => string;
  readonly clause: (part: ExplanationPart, explanation: Explanation) => string | null;
  readonly line: (part: ExplanationPart, explanation: Explanation) => string | null;
};
