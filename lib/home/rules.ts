import type { AppraisalState, Stage, StageWindow } from "@/lib/appraisal/types";
import { stageOf } from "@/lib/appraisal/rules";

export interface StateCount {
  readonly cycleId: string;
  readonly state: AppraisalState;
  readonly count: number;
  readonly returned: number;
}

export function countOf(
  counts: readonly StateCount[],
  cycleId: string,
  state: AppraisalState,
): StateCount {
  return (
    counts.find((c) => c.cycleId === cycleId && c.state === state) ?? {
      cycleId,
      state,
      count: 0,
      returned: 0,
    }
  );
}

export function deadlineOf(windows: readonly StageWindow[], stage: Stage): Date | null {
  return windows.find((window) => window.stage === stage)?.closesAt ?? null;
}

export function deadlineOfState(
  windows: readonly StageWindow[],
  state: AppraisalState,
): Date | null {
  return deadlineOf(windows, stageOf(state));
}

/** The most pressing first; what has no deadline last. */
export function byDeadline(a: { deadline: Date | null }, b: { deadline: Date | null }): number {
  return (a.deadline?.getTime() ?? Infinity) - (b.deadline?.getTime() ?? Infinity);
}
