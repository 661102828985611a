import type { RungDefinition, ValueDefinition } from "../documents/framework";
import { maxOfValue, RUNG_HALF_POINTS, type HalfPoints } from "../figures";
import { explainLadder } from "../explain/explain";
import { rungProblems, type Finding } from "./problems";
import { CONTRADICTION, SUPPORT, verdictOf, type Signal } from "./signals";
import type { LadderOutcome, RungOutcome, Verdict } from "./types";

/** 1: halves are scored; 2: whole points only. */
export type Step = 1 | 2;

/** A presumed rung falls only to a contradicting case; half remains when the judge calls the lapse excusable. */
function judgePresumed(
  judged: Verdict | undefined,
  contradicted: boolean,
  underWay: boolean,
): Finding {
  if (!contradicted) {
    if (judged === undefined || judged === "met")
      return { verdict: "met", because: "no-contradiction" };
    // The judge's word stands in the preview; the error keeps a deduction without facts from being submitted.
    return {
      verdict: judged,
      because: "lowered-without-case",
      problem: "contradicting-case-required",
    };
  }
  // Somebody else may have filed the case: what it comes to is this judge's to say.
  if (judged === undefined && underWay) return { verdict: "open", because: "not-judged" };
  if (judged === "partly") return { verdict: "partly", because: "excused" };
  return judged === "met"
    ? { verdict: "unmet", because: "contradicted", problem: "contradicted" }
    : { verdict: "unmet", because: "contradicted" };
}

/** An evidenced rung is met or partly met only with at least one supporting case of its own. */
function judgeEvidenced(judged: Verdict | undefined, supported: boolean): Finding {
  if (judged === undefined) return { verdict: "open", because: "not-judged" };
  if (judged === "unmet") return { verdict: "unmet", because: "not-reached" };
  if (!supported) return { verdict: "unmet", because: "unproven", problem: "case-required" };
  return { verdict: judged, because: "supported" };
}

function judgeRung(
  { grant }: RungDefinition,
  signal: Signal,
  step: Step,
  underWay: boolean,
): Finding {
  const judged = verdictOf(signal);
  const finding =
    grant === "presumed"
      ? judgePresumed(judged, (signal & CONTRADICTION) !== 0, underWay)
      : judgeEvidenced(judged, (signal & SUPPORT) !== 0);
  if (step === 1 || finding.verdict !== "partly") return finding;
  return { verdict: "unmet", because: "half-not-allowed", problem: "half-not-allowed" };
}

function reachOf(
  point: number,
  verdict: Finding["verdict"],
  gate: number | null,
): RungOutcome["reach"] {
  if (gate !== null && point > gate) return "closed";
  return verdict === "met" ? "passed" : "gate";
}

function outcomeOf(rung: RungDefinition, finding: Finding, gate: number | null): RungOutcome {
  const { verdict, because } = finding;
  const reach = reachOf(rung.point, verdict, gate);
  const counts = reach !== "closed" && (verdict === "met" || verdict === "partly");
  return { point: rung.point, grant: rung.grant, verdict, counts, reach, because };
}

function pointsOf(rung: RungOutcome): HalfPoints {
  if (!rung.counts) return 0;
  return rung.verdict === "met" ? RUNG_HALF_POINTS : 1;
}

function unfinished(value: ValueDefinition): LadderOutcome {
  const problem = { code: "no-rungs", severity: "error", value: value.key } as const;
  const parts = [{ kind: "no-rungs", points: 0 }] as const;
  const nothing = { score: null, soFar: 0, complete: false, gate: null, rungs: [] };
  return { ...nothing, problems: [problem], parts };
}

/** What a value comes to while its judge has said nothing: no score, and nothing counted of what is presumed. */
function unsaid(value: ValueDefinition, { gate, rungs, problems }: LadderOutcome): LadderOutcome {
  const asked = problems.some(({ code }) => code === "not-judged");
  const problem = { code: "not-judged", severity: "error", value: value.key } as const;
  return {
    ...{ score: null, soFar: 0, complete: false, gate },
    rungs: rungs.map((rung) => ({ ...rung, counts: false })),
    problems: asked ? problems : [...problems, problem],
    parts: [{ kind: "unsaid", points: 0 }],
  };
}

/**
 * Judges one value from one signal a rung (gated ladder of the six-veins handbook; presumed and evidenced grant modes
 * of the 2006 manual). Ladder: met rungs in a row from 1, plus a half when the next is partly met; nothing above the
 * first rung not met counts. Checklist: met rungs plus half of the partly met. Never more than the value's cap.
 * Half-points throughout. Never throws: refusals are `problems`. `underWay`: see `ValueInput`.
 */
export function judgeLadder(
  value: ValueDefinition,
  step: Step,
  signals: readonly Signal[],
  underWay = false,
): LadderOutcome {
  if (value.rungs.length === 0) return unfinished(value);
  const outcome = judgeRungs(value, step, signals, underWay);
  const said = signals.some((signal) => verdictOf(signal) !== undefined);
  return underWay && !said ? unsaid(value, outcome) : outcome;
}

function judgeRungs(
  value: ValueDefinition,
  step: Step,
  signals: readonly Signal[],
  underWay: boolean,
): LadderOutcome {
  const judged = value.rungs.map((rung, index) => {
    const signal = signals[index] ?? 0;
    return { rung, signal, finding: judgeRung(rung, signal, step, underWay) };
  });
  const firstMiss = judged.find(({ finding }) => finding.verdict !== "met");
  const gate = value.gated && firstMiss ? firstMiss.rung.point : null;
  const rungs = judged.map(({ rung, finding }) => outcomeOf(rung, finding, gate));
  const earned = rungs.reduce((sum, rung) => sum + pointsOf(rung), 0);
  const soFar = Math.min(earned, maxOfValue(value));
  const complete = rungs.every((rung) => rung.reach === "closed" || rung.verdict !== "open");
  const waiting = judged
    .filter(({ signal }, index) => signal >= SUPPORT && rungs[index]?.reach === "closed")
    .map(({ rung }) => rung.point);
  const problems = judged.flatMap(({ rung, finding, signal }, index) => {
    const outcome = rungs[index];
    return outcome ? rungProblems(value.key, { rung, finding, outcome, signal, gate }) : [];
  });
  return {
    score: complete ? soFar : null,
    soFar,
    complete,
    gate,
    rungs,
    problems,
    parts: explainLadder({ earned, soFar, gate, rungs, waiting }),
  };
}
