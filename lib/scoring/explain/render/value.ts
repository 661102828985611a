import { formatScore } from "../../format";
import type { Explanation } from "../types";
import { enVoice } from "./en";
import type { ExplanationLocale, Voice } from "./voice";
import { zhVoice } from "./zh";

const voices: Readonly<Record<ExplanationLocale, Voice>> = { zh: zhVoice, en: enVoice };

/**
 * The explanation as sentences, one string each: first why the score is what it is, then the cases that do not count
 * yet, then what would open the gate. Says nothing the parts do not say; case titles are the only foreign text.
 */
export function renderExplanation(explanation: Explanation, locale: ExplanationLocale): string[] {
  const { score, soFar, parts } = explanation;
  const voice = voices[locale];
  if (parts.some(({ kind }) => kind === "unsaid")) return [voice.unsaid];
  const clauses = parts.flatMap((part) => voice.clause(part, explanation) ?? []);
  const first = `${voice.head(formatScore(score ?? soFar), score === null)}${voice.join(clauses)}`;
  return [first, ...parts.flatMap((part) => voice.line(part, explanation) ?? [])];
}
