import type { ValueDefinition } from "../documents/framework";
import { maxOfValue, type HalfPoints } from "../figures";
import { caseKindOf, needsCase } from "./grant";
import { judgeLadder, type Step } from "./judge";
import { CONTRADICTION, encode, SUPPORT, verdictOf, type Signal } from "./signals";
import type { LadderOutcome, Problem, ProblemCode, RungOutcome, Verdict } from "./types";

/** What a judge stated where cases were never asked for. `score` in half-points; read where nothing is judged. */
export type Statement = {
  readonly judgements: Readonly<Partial<Record<number, Verdict>>>;
  readonly score: HalfPoints | null;
};

/** Speak of cases, of which nothing is known. */
const aboutCases: ReadonlySet<ProblemCode> = new Set([
  "case-required",
  "contradicting-case-required",
  "contradicted",
  "case-not-counted",
]);

/** The verdicts a score stands for on a ladder: so many met, a half as partly, the next one unmet. */
export function verdictsOfScore(
  value: ValueDefinition,
  score: HalfPoints,
): Statement["judgements"] {
  const judgements: Record<number, Verdict> = {};
  const met = Math.floor(score / 2);
  for (const { point } of value.rungs) {
    if (point <= met) judgements[point] = "met";
    else if (point === met + 1) judgements[point] = score % 2 === 1 ? "partly" : "unmet";
  }
  return judgements;
}

/** As if every verdict had the case it needs. */
function believed(signal: Signal, grant: "presumed" | "evidenced"): Signal {
  const verdict = verdictOf(signal);
  if (verdict === undefined) return signal;
  if (!needsCase({ grant }, verdict)) return signal;
  return signal | (caseKindOf({ grant }) === "supports" ? SUPPORT : CONTRADICTION);
}

function believedRung(rung: RungOutcome): RungOutcome {
  const { because } = rung;
  const onCases = because === "supported" || because === "contradicted" || because === "excused";
  return onCases ? { ...rung, because: "stated" } : rung;
}

function judge(value: ValueDefinition, step: Step, judgements: Statement["judgements"]) {
  const signals = new Uint8Array(value.rungs.length);
  encode(value, { judgements, cases: [] }, signals, 0);
  const all = value.rungs.map(({ grant }, index) => believed(signals[index] ?? 0, grant));
  return judgeLadder(value, step, all);
}

/** The verdicts as they stand, and what is still to be judged. */
function partsOf({ soFar, parts }: LadderOutcome): LadderOutcome["parts"] {
  const waits = parts.filter((part) => part.kind === "opens" && part.by === "judgement");
  return [{ kind: "stated", points: soFar }, ...waits];
}

/**
 * One value of a judge who has not seen the others' cases yet: a verdict counts as having the case it needs, and silence
 * is no consent (`underWay`). Null score while a rung that decides is not judged. `signals`: of the judge's own alone.
 */
export function judgeUnseen(
  value: ValueDefinition,
  step: Step,
  signals: readonly Signal[],
): LadderOutcome {
  const all = value.rungs.map(({ grant }, index) => believed(signals[index] ?? 0, grant));
  const outcome = judgeLadder(value, step, all, true);
  const proven = (index: number) => all[index] === signals[index];
  const said = signals.some((signal) => verdictOf(signal) !== undefined);
  return {
    ...outcome,
    rungs: outcome.rungs.map((rung, index) => (proven(index) ? rung : believedRung(rung))),
    parts: said ? partsOf(outcome) : outcome.parts,
  };
}

function open(value: ValueDefinition): LadderOutcome {
  const problem: Problem = { code: "not-judged", severity: "error", value: value.key };
  return {
    score: null,
    soFar: 0,
    complete: false,
    gate: null,
    rungs: [],
    problems: [problem],
    parts: [{ kind: "opens", rung: 1, by: "judgement", points: 0 }],
  };
}

function ofVerdicts(value: ValueDefinition, step: Step, judgements: Statement["judgements"]) {
  const outcome = judge(value, step, judgements);
  const { rungs, problems } = outcome;
  return {
    ...outcome,
    rungs: rungs.map(believedRung),
    problems: problems.filter(({ code }) => !aboutCases.has(code)),
    parts: partsOf(outcome),
  };
}

/** A checklist's score does not say which rules are met. */
function ofScore(value: ValueDefinition, step: Step, score: HalfPoints): LadderOutcome {
  const parts = [{ kind: "stated", points: score }] as const;
  if (value.gated) {
    const outcome = ofVerdicts(value, step, verdictsOfScore(value, score));
    return { ...outcome, score, soFar: score, complete: true, parts };
  }
  const problem: Problem = { code: "half-not-allowed", severity: "error", value: value.key };
  const problems = step === 2 && score % 2 === 1 ? [problem] : [];
  return { score, soFar: score, complete: true, gate: null, rungs: [], problems, parts };
}

/**
 * One value of which it is not known whether there are cases, because nobody asked for them: unknown is not absent, so
 * the verdicts stand, or where there are none the stated score, and nothing lower is invented. A score beyond the
 * value's maximum, and nothing at all, leave it open.
 */
export function takeAsStated(
  value: ValueDefinition,
  step: Step,
  { judgements, score }: Statement,
): LadderOutcome {
  if (value.rungs.length === 0) return judgeLadder(value, step, []);
  if (Object.values(judgements).some((verdict) => verdict !== undefined))
    return ofVerdicts(value, step, judgements);
  return score === null || score > maxOfValue(value) ? open(value) : ofScore(value, step, score);
}
