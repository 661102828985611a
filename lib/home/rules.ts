import type { AppraisalState, Relation, Stage, StageWindow } from "@/lib/appraisal/types";
import type { Names, Row } from "@/lib/appraisal/stages";
import type { Idle } from "./types";

export interface StateCount {
  readonly cycleId: string;
  readonly state: AppraisalState;
  readonly count: number;
  readonly returned: number;
  /** The name of whom the person stands in for; null where for themselves. */
  readonly deputyFor: string | null;
  /** When the first of them is due; null where none has opened. */
  readonly due: Date | null;
}

export function countOf(
  counts: readonly StateCount[],
  cycleId: string,
  state: AppraisalState,
  deputyFor: string | null = null,
): StateCount {
  return (
    counts.find((c) => c.cycleId === cycleId && c.state === state && c.deputyFor === deputyFor) ?? {
      cycleId,
      state,
      count: 0,
      returned: 0,
      deputyFor,
      due: null,
    }
  );
}

export function deadlineOf(windows: readonly StageWindow[], stage: Stage): Date | null {
  return windows.find((window) => window.stage === stage)?.closesAt ?? null;
}

/** Whether work of a stage may begin: before that it is nobody's turn. */
export function hasOpened(windows: readonly StageWindow[], stage: Stage, now: Date): boolean {
  return windows.some((window) => window.stage === stage && window.opensAt <= now);
}

/** The states in which one who stands so must act, with what is then to do. */
export function tasksOfTurn<N extends Names>(rows: readonly Row<N>[], relation: Relation) {
  return rows.flatMap(({ turn, task, state, stage }) =>
    turn === relation && task !== null ? [{ state, stage, task }] : [],
  );
}

/** The states in which one who stands so waits until others have acted. */
export function othersTurn<N extends Names>(rows: readonly Row<N>[], relation: Relation): Row<N>[] {
  return rows.filter(({ turn, part }) => turn !== relation && part !== "done");
}

export type HrefIn = (cycle: { readonly cycleId: string }, href: string) => string;

/** A list's address; while several cycles are open it names the one the work is in, or the list could open on another. */
export function hrefAmong(open: readonly unknown[]): HrefIn {
  return ({ cycleId }, href) =>
    open.length < 2 ? href : `${href}${href.includes("?") ? "&" : "?"}cycle=${cycleId}`;
}

/** The most pressing first; what has no deadline last. */
export function byDeadline(a: { deadline: Date | null }, b: { deadline: Date | null }): number {
  return (a.deadline?.getTime() ?? Infinity) - (b.deadline?.getTime() ?? Infinity);
}

/** Why somebody without tasks has none; "all done" only to whom something could be left to do. */
export function idleOf(openCycles: number, takesPart: boolean): Idle {
  if (openCycles === 0) return "noCycle";
  return takesPart ? "tasks" : "notInCycle";
}
