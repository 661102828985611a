import type { ValueDefinition } from "../documents/framework";
import { maxOfValue } from "../figures";
import type { Explanation } from "../explain/types";
import { judgeLadder, type Step } from "./judge";
import { encode, strayRungs } from "./signals";
import type { LadderOutcome, Problem, ValueInput, ValueResult } from "./types";

/** The reasoning behind an outcome, with the cases it speaks of. */
export function explanationOf(
  value: ValueDefinition,
  { score, soFar, parts }: LadderOutcome,
  { cases }: ValueInput,
): Explanation {
  return { score, soFar, gated: value.gated, parts, cases };
}

export function strayProblems(value: ValueDefinition, input: ValueInput): Problem[] {
  return strayRungs(value, input).map((rung) => ({
    code: "unknown-rung",
    severity: "error",
    value: value.key,
    rung,
  }));
}

export function isJudged({ judgements }: ValueInput): boolean {
  return Object.values(judgements).some((verdict) => verdict !== undefined);
}

/** Scores one value from its judged rungs; see `judgeLadder` for the rule. */
export function scoreValue(value: ValueDefinition, input: ValueInput, step: Step = 1): ValueResult {
  const signals = new Uint8Array(value.rungs.length);
  const clean = encode(value, input, signals, 0);
  const outcome = judgeLadder(value, step, Array.from(signals), input.underWay);
  const { score, soFar, complete, gate, rungs, problems } = outcome;
  return {
    key: value.key,
    score,
    soFar,
    maxHalfPoints: maxOfValue(value),
    complete,
    judged: isJudged(input),
    gate,
    rungs,
    problems: clean ? problems : [...problems, ...strayProblems(value, input)],
    explanation: explanationOf(value, outcome, input),
  };
}
