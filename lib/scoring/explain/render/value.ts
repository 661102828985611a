import { formatScore } from "../../format";
import type { Explanation } from "../types";
import { enVoice } from "./en";
import type { ExplanationLocale, Voice } from "./voice";
import { zhVoice } from "./zh";

const voices: Readonly<Record<ExplanationLocale, Voice>> = { zh: zhVoice, en: enVoice };

/**
 * The explanation as sentences, one string each: first why the score is what it is, then the cases that do not count
 * yet, then what the judge still has to do to open the gate. Says nothing the parts do not say; case titles are the only
 * foreign text.
 */
export function renderExplanation(explanation: Explanation, locale: ExplanationLocale): string[] {
  return sentences(explanation, locale, explanation.parts);
}

/** The same for who reads a score and does not give it: what a form would still need is nothing they can do. */
export function renderReasons(explanation: Explanation, locale: ExplanationLocale): string[] {
  const parts = explanation.parts.filter(({ kind }) => kind !== "opens");
  return sentences(explanation, locale, parts);
}

function sentences(
  explanation: Explanation,
  locale: ExplanationLocale,
  parts: Explanation["parts"],
): string[] {
  const { score, soFar } = explanation;
  const voice = voices[locale];
  if (parts.some(({ kind }) => kind === "unsaid")) return [voice.unsaid];
  const clauses = parts.flatMap((part) => voice.clause(part, explanation) ?? []);
  const lines = parts.flatMap((part) => voice.line(part, explanation) ?? []);
  if (score === null && clauses.length === 0) return [voice.unsaid, ...lines];
  const first = `${voice.head(formatScore(score ?? soFar), score === null)}${voice.join(clauses)}`;
  return [first, ...lines];
}
