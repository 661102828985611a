import { explainValue } from "../explain/explain";
import {
  maxOfValue,
  RUNG_HALF_POINTS,
  type HalfPoints,
  type RungDefinition,
  type ValueDefinition,
} from "../documents/framework";
import type {
  CaseKind,
  CaseMention,
  CaseRef,
  Problem,
  ProblemCode,
  RungOutcome,
  RungReason,
  ValueInput,
  ValueResult,
  Verdict,
} from "./types";

type Finding = {
  readonly verdict: Verdict | "open";
  readonly because: RungReason;
  readonly problem?: ProblemCode;
};

function mention(cases: readonly CaseRef[], rung: number, kind: CaseKind): CaseMention[] {
  return cases
    .filter((entry) => entry.rung === rung && entry.kind === kind)
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A presumed rung falls only to a contradicting case; half remains when the judge calls the lapse excusable. */
function judgePresumed(judged: Verdict | undefined, against: readonly CaseMention[]): Finding {
  if (against.length === 0) {
    if (judged === undefined || judged === "met")
      return { verdict: "met", because: { kind: "no-contradiction" } };
    // The judge's word stands in the preview; the error keeps a deduction without facts from being submitted.
    return {
      verdict: judged,
      because: { kind: "lowered-without-case" },
      problem: "contradicting-case-required",
    };
  }
  if (judged === "partly")
    return { verdict: "partly", because: { kind: "excused", cases: against } };
  const because: RungReason = { kind: "contradicted", cases: against };
  return judged === "met"
    ? { verdict: "unmet", because, problem: "contradicted" }
    : { verdict: "unmet", because };
}

/** An evidenced rung is met or partly met only with at least one supporting case of its own. */
function judgeEvidenced(judged: Verdict | undefined, support: readonly CaseMention[]): Finding {
  if (judged === undefined) return { verdict: "open", because: { kind: "not-judged" } };
  if (judged === "unmet")
    return { verdict: "unmet", because: { kind: "not-reached", cases: support } };
  if (support.length === 0)
    return { verdict: "unmet", because: { kind: "unproven" }, problem: "case-required" };
  return { verdict: judged, because: { kind: "supported", cases: support } };
}

function judgeRung(rung: RungDefinition, { judgements, cases }: ValueInput): Finding {
  const judged = judgements[rung.point];
  return rung.grant === "presumed"
    ? judgePresumed(judged, mention(cases, rung.point, "contradicts"))
    : judgeEvidenced(judged, mention(cases, rung.point, "supports"));
}

function standingOf(
  point: number,
  verdict: Finding["verdict"],
  gate: number | null,
): RungOutcome["standing"] {
  if (gate !== null && point > gate) return "closed";
  return verdict === "met" ? "passed" : "gate";
}

function pointsOf(rung: RungOutcome): HalfPoints {
  if (!rung.counts) return 0;
  return rung.verdict === "met" ? RUNG_HALF_POINTS : 1;
}

function rungProblems(
  value: string,
  rung: RungDefinition,
  outcome: RungOutcome,
  finding: Finding,
  gate: number | null,
) {
  const problems: Problem[] = [];
  const at = { value, rung: rung.point };
  const closed = outcome.standing === "closed";
  const behind = closed && gate !== null ? { data: { gate } } : {};
  // Behind the gate a missing case changes nothing, so it informs and does not stop a submission.
  if (finding.problem)
    problems.push({ code: finding.problem, severity: closed ? "info" : "error", ...at, ...behind });
  if (outcome.verdict === "open" && !closed)
    problems.push({ code: "not-judged", severity: "error", ...at });
  if (outcome.verdict === "partly" && closed)
    problems.push({ code: "half-above-gate", severity: "info", ...at, ...behind });
  if (outcome.verdict === "partly" && !closed && rung.halfPoint === "exceptional") {
    problems.push({ code: "half-exceptional", severity: "info", ...at });
  }
  return problems;
}

function strayProblems(
  value: ValueDefinition,
  { judgements, cases }: ValueInput,
  waiting: readonly CaseRef[],
  gate: number | null,
) {
  const known = new Set(value.rungs.map((rung) => rung.point));
  const judged = Object.keys(judgements)
    .map(Number)
    .filter((point) => judgements[point] !== undefined);
  const strays = new Set(
    [...judged, ...cases.map((entry) => entry.rung)].filter((point) => !known.has(point)),
  );
  const problems = [...strays].map((rung): Problem => ({
    code: "unknown-rung",
    severity: "error",
    value: value.key,
    rung,
  }));
  for (const { id, title, rung } of waiting) {
    const data = { caseId: id, caseTitle: title, ...(gate === null ? {} : { gate }) };
    problems.push({ code: "case-not-counted", severity: "info", value: value.key, rung, data });
  }
  return problems;
}

function inRungOrder(problems: readonly Problem[]): Problem[] {
  const rank = (problem: Problem) => `${problem.code} ${problem.data?.caseId ?? ""}`;
  return [...problems].sort(
    (a, b) => (a.rung ?? 0) - (b.rung ?? 0) || (rank(a) < rank(b) ? -1 : 1),
  );
}

/**
 * Scores one value from its judged rungs (gated ladder of the six-veins handbook; presumed and evidenced grant modes
 * of the 2006 manual). Ladder: met rungs in a row from 1, plus a half when the next is partly met; nothing above the
 * first rung not met counts. Checklist: met rungs plus half of the partly met. Never throws: refusals are `problems`.
 */
export function scoreValue(value: ValueDefinition, input: ValueInput): ValueResult {
  const findings = value.rungs.map((rung) => ({ rung, finding: judgeRung(rung, input) }));
  const firstMiss = findings.find(({ finding }) => finding.verdict !== "met");
  const gate = value.gated && firstMiss ? firstMiss.rung.point : null;
  const judged = findings.map(({ rung, finding }) => {
    const standing = standingOf(rung.point, finding.verdict, gate);
    const counts =
      standing !== "closed" && (finding.verdict === "met" || finding.verdict === "partly");
    const { verdict, because } = finding;
    const outcome: RungOutcome = {
      point: rung.point,
      grant: rung.grant,
      verdict,
      counts,
      standing,
      because,
    };
    return { rung, finding, outcome };
  });
  const rungs = judged.map(({ outcome }) => outcome);
  const complete = rungs.every((rung) => rung.standing === "closed" || rung.verdict !== "open");
  const soFar = rungs.reduce((sum, rung) => sum + pointsOf(rung), 0);
  const score = complete ? soFar : null;
  const waiting = input.cases
    .filter((entry) =>
      rungs.some((rung) => rung.point === entry.rung && rung.standing === "closed"),
    )
    .sort((a, b) => a.rung - b.rung || (a.id < b.id ? -1 : 1));
  const ofRungs = judged.flatMap(({ rung, outcome, finding }) =>
    rungProblems(value.key, rung, outcome, finding, gate),
  );
  return {
    key: value.key,
    score,
    soFar,
    maxHalfPoints: maxOfValue(value),
    complete,
    touched:
      input.cases.length > 0 ||
      Object.values(input.judgements).some((verdict) => verdict !== undefined),
    gate,
    rungs,
    problems: inRungOrder([...ofRungs, ...strayProblems(value, input, waiting, gate)]),
    explanation: explainValue({ score, soFar, gated: value.gated, gate, rungs, waiting }),
  };
}
