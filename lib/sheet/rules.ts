import {
  scoreSheet,
  type FrameworkDocument,
  type PolicyDocument,
  type Problem,
  type SheetResult,
  type SheetValueInput,
} from "@/lib/scoring";
import type { Sheet, SheetCase, SheetPair, SheetValue, Side } from "./types";

/**
 * What the scoring library is given for one side. The manager judges over everybody's facts, so both sides' cases
 * count for the manager; the employee's own review stands on the employee's cases alone.
 */
export function scoringInput(sheets: SheetPair, side: Side): Record<string, SheetValueInput> {
  const inputs: Record<string, SheetValueInput> = {};
  for (const value of sheets[side].values) {
    const others = side === "manager" ? valueOf(sheets.self, value.key).cases : [];
    inputs[value.key] = {
      judgements: value.judgements,
      cases: [...others, ...value.cases].map(({ id, rung, kind, title }) => ({
        id,
        rung,
        kind,
        title,
      })),
      justification: value.justification,
    };
  }
  return inputs;
}

/** The result of one side. A self-review needs no written justification, so that problem is the manager's alone. */
export function resultOf(
  framework: FrameworkDocument,
  policy: PolicyDocument,
  sheets: SheetPair,
  side: Side,
): SheetResult {
  const result = scoreSheet(framework, policy, scoringInput(sheets, side));
  if (side === "manager") return result;
  const needed = (problem: Problem) => problem.code !== "justification-required";
  return {
    ...result,
    problems: result.problems.filter(needed),
    values: result.values.map((value) => ({
      ...value,
      problems: value.problems.filter(needed),
      justification: { required: false, reason: null, threshold: null, missing: false },
    })),
  };
}

export function emptyValue(key: string): SheetValue {
  return { key, judgements: {}, cases: [], justification: "" };
}

export function valueOf(sheet: Sheet, key: string): SheetValue {
  return sheet.values.find((value) => value.key === key) ?? emptyValue(key);
}

export type CaseFault = "case_title" | "case_happened" | "case_action";

/** A case can be judged only when it says what it is called, what happened and what was done. */
export function caseFaults(item: SheetCase): readonly CaseFault[] {
  const faults: CaseFault[] = [];
  if (item.title.trim() === "") faults.push("case_title");
  if (item.happened.trim() === "") faults.push("case_happened");
  if (item.action.trim() === "") faults.push("case_action");
  return faults;
}

/** One thing that stops a submission, with the place it can be mended. */
export interface Missing {
  readonly code: string;
  readonly value: string;
  readonly rung?: number;
  readonly caseId?: string;
}

export function missingFor(result: SheetResult, sheet: Sheet): readonly Missing[] {
  const unjudged = result.values.filter((value) => value.score === null).map((value) => value.key);
  const problems = result.problems
    .filter(
      (problem) =>
        problem.severity === "error" &&
        (problem.code !== "not-judged" || unjudged.includes(problem.value)),
    )
    .map(({ code, value, rung }) => ({ code, value, ...(rung === undefined ? {} : { rung }) }));
  const thin = sheet.values.flatMap((value) =>
    value.cases.flatMap((item) =>
      caseFaults(item).map((code) => ({
        code,
        value: value.key,
        rung: item.rung,
        caseId: item.id,
      })),
    ),
  );
  const order = new Map(result.values.map(({ key }, index) => [key, index]));
  const byPlace = (one: Missing, other: Missing) =>
    (order.get(one.value) ?? 0) - (order.get(other.value) ?? 0) ||
    (one.rung ?? Infinity) - (other.rung ?? Infinity) ||
    0;
  return [...problems, ...thin].toSorted(byPlace);
}
