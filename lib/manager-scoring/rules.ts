import type { AppraisalState } from "@/lib/appraisal/types";
import { maxOfFramework, type FrameworkDocument, type HalfPoints } from "@/lib/scoring";
import type { RungDefinition, ValueDefinition, Verdict } from "@/lib/scoring";
import type { SheetValue } from "@/lib/sheet/types";
import { teamGroups, type TeamGroup, type TeamMember } from "./types";

const groupOfState: Readonly<Record<AppraisalState, TeamGroup>> = {
  self_review: "awaiting_self",
  manager_scoring: "to_score",
  second_level: "in_review",
  hr_audit: "in_review",
  approval: "in_review",
  interview: "to_interview",
  published: "done",
  acknowledged: "done",
  objected: "done",
};

export function groupOf(state: AppraisalState, returnedFrom: AppraisalState | null): TeamGroup {
  return state === "manager_scoring" && returnedFrom !== null ? "returned" : groupOfState[state];
}

export function statesOf(group: TeamGroup): AppraisalState[] {
  if (group === "returned") return ["manager_scoring"];
  const entries = Object.entries(groupOfState) satisfies [string, TeamGroup][];
  return entries.flatMap(([state, of]) => (of === group && isState(state) ? [state] : []));
}

function isState(state: string): state is AppraisalState {
  return state in groupOfState;
}

export function countByGroup(
  rows: readonly { state: AppraisalState; returnedFrom: AppraisalState | null; count: number }[],
): Record<TeamGroup, number> {
  const counts = {
    returned: 0,
    to_score: 0,
    awaiting_self: 0,
    in_review: 0,
    to_interview: 0,
    done: 0,
  };
  for (const { state, returnedFrom, count } of rows) counts[groupOf(state, returnedFrom)] += count;
  return counts;
}

/** People whose sheet the manager has handed in. */
export function scoredOf(counts: Readonly<Record<TeamGroup, number>>): number {
  return counts.in_review + counts.to_interview + counts.done;
}

export function peopleOf(counts: Readonly<Record<TeamGroup, number>>): number {
  return teamGroups.reduce((sum, group) => sum + counts[group], 0);
}

/** Mine minus self, in half-points; null while one of them is missing. */
export function differenceOf(self: HalfPoints | null, mine: HalfPoints | null): HalfPoints | null {
  return self === null || mine === null ? null : mine - self;
}

export type NextStep = "start" | "continue" | "mend" | "wait" | "look" | "interview" | "result";

export function nextStepOf({ group, started }: Pick<TeamMember, "group" | "started">): NextStep {
  switch (group) {
    case "returned":
      return "mend";
    case "to_score":
      return started ? "continue" : "start";
    case "awaiting_self":
      return "wait";
    case "in_review":
      return "look";
    case "to_interview":
      return "interview";
    case "done":
      return "result";
  }
}

export function barsOf(framework: FrameworkDocument): number {
  return maxOfFramework(framework) / 2;
}

/**
 * One key for a whole ladder: everything up to the rung is met and the next is not, which is what a score says. What
 * was judged above stays, so that correcting the gate brings it back. On a checklist the key is about that rule alone.
 */
export function judgeAtKey(
  definition: ValueDefinition,
  value: SheetValue,
  point: number,
): SheetValue {
  if (point > definition.rungs.length) return value;
  if (!definition.gated) return judgeAlone(value, point);
  const reached = (rung: RungDefinition): [number, Verdict][] => {
    if (rung.point <= point) return [[rung.point, "met"]];
    return rung.point === point + 1 ? [[rung.point, "unmet"]] : [];
  };
  return {
    ...value,
    judgements: { ...value.judgements, ...Object.fromEntries(definition.rungs.flatMap(reached)) },
  };
}

function judgeAlone(value: SheetValue, point: number): SheetValue {
  if (point === 0) return value;
  const verdict: Verdict = value.judgements[point] === "met" ? "unmet" : "met";
  return { ...value, judgements: { ...value.judgements, [point]: verdict } };
}

/** The half point belongs to the first rung that is not met; pressed again it is taken away. */
export function judgeHalf(
  definition: ValueDefinition,
  value: SheetValue,
  gate: number | null,
): SheetValue {
  if (!definition.gated || gate === null) return value;
  const verdict: Verdict = value.judgements[gate] === "partly" ? "unmet" : "partly";
  return { ...value, judgements: { ...value.judgements, [gate]: verdict } };
}
