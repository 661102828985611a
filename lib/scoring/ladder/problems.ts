import type { RungDefinition } from "../documents/framework";
import { SUPPORT, type Signal } from "./signals";
import type { Problem, ProblemCode, RungOutcome, RungReason, Verdict } from "./types";

/** What a rung's own signal says, before its neighbours are asked. */
export type Finding = {
  readonly verdict: Verdict | "open";
  readonly because: RungReason;
  readonly problem?: ProblemCode;
};

type Judged = {
  readonly rung: RungDefinition;
  readonly finding: Finding;
  readonly outcome: RungOutcome;
  readonly signal: Signal;
  readonly gate: number | null;
};

/** Behind the gate nothing can be mended, so what is wrong there informs and does not stop a submission. */
function closedProblems({ finding, signal }: Judged): ProblemCode[] {
  const codes: ProblemCode[] = finding.problem ? [finding.problem] : [];
  if (signal >= SUPPORT) codes.push("case-not-counted");
  if (finding.verdict === "partly") codes.push("half-above-gate");
  return codes;
}

/** The problems of one rung, by code: what the judge must mend, and what is worth knowing. */
export function rungProblems(value: string, judged: Judged): Problem[] {
  const { rung, finding, outcome, gate } = judged;
  const at = { value, rung: rung.point };
  if (outcome.reach === "closed") {
    const data = gate === null ? {} : { data: { gate } };
    return closedProblems(judged)
      .sort()
      .map((code) => ({ code, severity: "info", ...at, ...data }));
  }
  const problems: Problem[] = [];
  if (finding.problem) problems.push({ code: finding.problem, severity: "error", ...at });
  if (finding.verdict === "open") problems.push({ code: "not-judged", severity: "error", ...at });
  if (finding.verdict === "partly" && rung.halfPoint === "exceptional")
    problems.push({ code: "half-exceptional", severity: "info", ...at });
  return problems;
}
