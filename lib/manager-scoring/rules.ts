import { chain, isReturnedTo } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { teamGroups, type TeamChoice, type TeamGroup, type TeamMember } from "./types";

interface Standing {
  readonly state: AppraisalState;
  readonly returnedFrom: AppraisalState | null;
  /** Whether the person is out of the cycle. */
  readonly ended: boolean;
}

export function groupOf({ state, returnedFrom, ended }: Standing): TeamGroup {
  if (ended) return "ended";
  return isReturnedTo("manager_scoring", { state, returnedFrom })
    ? "returned"
    : chain.row(state).group;
}

/** Whether the manager has to write on the sheets of a group. */
export function isToScore(group: TeamGroup): boolean {
  return group === "returned" || group === "to_score";
}

/** What a link asks for: a group, or a state as other rooms name it. All work of the manager is one state there. */
export function groupAsked(
  group: TeamGroup | undefined,
  state: AppraisalState | undefined,
): TeamGroup | undefined {
  if (group !== undefined || state === undefined || state === "manager_scoring") return group;
  return groupOf({ state, returnedFrom: null, ended: false });
}

export function statesOf(group: TeamGroup): AppraisalState[] {
  const inList = group === "returned" ? "to_score" : group;
  return [...chain.where((row) => row.group === inList)];
}

export function countByGroup(
  rows: readonly (Standing & { readonly count: number })[],
): Record<TeamGroup, number> {
  const counts = {
    returned: 0,
    to_score: 0,
    awaiting_self: 0,
    in_review: 0,
    to_interview: 0,
    done: 0,
    ended: 0,
  };
  for (const { count, ...row } of rows) counts[groupOf(row)] += count;
  return counts;
}

/** People whose sheet the manager has handed in. */
export function scoredOf(counts: Readonly<Record<TeamGroup, number>>): number {
  return counts.in_review + counts.to_interview + counts.done;
}

/** Whoever is out of the cycle is not counted. */
export function peopleOf(counts: Readonly<Record<TeamGroup, number>>): number {
  return teamGroups.reduce((sum, group) => (group === "ended" ? sum : sum + counts[group]), 0);
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
    case "ended":
      return "look";
  }
}

/** Where the list opens: the open cycle whose work is due first, else the newest that has begun, else the newest. */
export function cycleToOpen(cycles: readonly TeamChoice[]): TeamChoice | undefined {
  const open = cycles.filter(({ state }) => state === "open");
  const [first] = open
    .filter(({ waiting }) => waiting > 0)
    .toSorted((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity));
  return first ?? open.find(({ begun }) => begun) ?? open[0] ?? cycles[0];
}
