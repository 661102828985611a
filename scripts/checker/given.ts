import {
  maxOfValue,
  verdictsOfScore,
  type HalfPoints,
  type SheetValueInput,
  type ValueDefinition,
  type Verdict,
} from "@/lib/scoring";
import type { GivenValue, Part } from "./read/appraisal";
import type { Data, TextKey } from "./words";

/** What is wrong with a score that a file states, and which part of the row it is about. */
export type Own = { readonly code: TextKey; readonly data: Data; readonly part: Part };

export const points = (score: HalfPoints) => score / 2;

function isJudged({ rungs }: GivenValue): boolean {
  return rungs?.some((verdict) => verdict !== null) ?? false;
}

/** Where a table has no column for cases, or nothing but a score is given, cases were never asked for. */
export function isOnlyStated(value: GivenValue): boolean {
  const isScoreAlone = value.score != null && !isJudged(value) && (value.cases ?? []).length === 0;
  return isScoreAlone || value.notAsked?.cases === true;
}

function verdictsOf({ rungs = [] }: GivenValue): SheetValueInput["judgements"] {
  const judgements: Record<number, Verdict> = {};
  for (const [index, verdict] of rungs.entries())
    if (verdict !== null) judgements[index + 1] = verdict;
  return judgements;
}

/** A score beside cases says which rungs were met only where the ladder is gated or nothing is missing. */
function judgementsOf(definition: ValueDefinition | undefined, value: GivenValue) {
  if (isJudged(value) || value.score == null || definition === undefined) return verdictsOf(value);
  const score = value.score * 2;
  const max = maxOfValue(definition);
  const uncapped = max === definition.rungs.length * 2;
  const plainly = definition.gated || score === 0 || (score === max && uncapped);
  return score <= max && plainly ? verdictsOfScore(definition, score) : {};
}

/** Nothing was said of the value: what is presumed of who is judged is not presumed of who is not. */
export const unjudged: SheetValueInput = { judgements: {}, cases: [], underWay: true };

/** Nothing is given that says anything of the score. */
export function isSilent(value: GivenValue): boolean {
  return value.score == null && !isJudged(value) && (value.cases ?? []).length === 0;
}

/** What scoring takes of a value. */
export function toInput(
  definition: ValueDefinition | undefined,
  value: GivenValue,
): SheetValueInput {
  const written = { justification: value.justification ?? undefined, inDoubt: value.inDoubt };
  if (isOnlyStated(value)) {
    const stated = { score: value.score == null ? null : value.score * 2 };
    return { judgements: verdictsOf(value), cases: [], stated, ...written };
  }
  const cases = (value.cases ?? []).map((one, index) => ({
    id: String(index).padStart(3, "0"),
    ...one,
  }));
  const judgements = judgementsOf(definition, value);
  return { judgements, cases, underWay: isSilent(value), ...written };
}

/** What is wrong with the score a file states for a value. */
export function statedProblem(
  definition: ValueDefinition,
  value: GivenValue,
  score: HalfPoints | null,
): Own | null {
  if (value.score == null)
    return value.notAsked?.verdicts === true
      ? { code: "score-missing", data: {}, part: { kind: "score" } }
      : null;
  const stated = value.score * 2;
  const max = maxOfValue(definition);
  const part = { kind: "score" } as const;
  if (stated > max)
    return { code: "score-out-of-range", data: { stated: value.score, max: points(max) }, part };
  const isUnclear = !definition.gated && stated !== 0 && stated !== max;
  if (isUnclear && !isJudged(value) && !isOnlyStated(value))
    return { code: "verdicts-needed", data: { stated: value.score }, part };
  if (score === null || score === stated) return null;
  return { code: "score-differs", data: { stated: value.score, score: points(score) }, part };
}
