import type { RefusalCode } from "@/lib/errors/codes";
import { chain, type OwnStep } from "./stages";
import type { AppraisalSubject, Stage, StageWindow } from "./types";

/**
 * Whether work of this stage may be written now. Before the window opens and after it closes nothing is accepted,
 * except that work handed back is always open to the one who must mend it, or a return on the last day would be a trap.
 */
export function windowRefusal(
  subject: AppraisalSubject,
  stage: Stage,
  now: Date,
  returned: boolean,
): RefusalCode | null {
  if (subject.cycleState === "closed") return "cycle_closed";
  const window = subject.windows.find((w) => w.stage === stage);
  if (window === undefined) return "window_not_open";
  if (now < window.opensAt) return "window_not_open";
  if (now >= window.closesAt && !returned) return "window_closed";
  return null;
}

interface StepWindow {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** A step of several stages opens with the first and closes with the last, whatever their order; nulls without a window. */
export function windowOfStep(windows: readonly StageWindow[], step: OwnStep): StepWindow {
  const stagesOf = chain.rows.filter((row) => row.step === step).map(({ stage }) => stage);
  const own = windows.filter(({ stage }) => stagesOf.includes(stage));
  const opens = own.map(({ opensAt }) => opensAt.getTime());
  const closes = own.map(({ closesAt }) => closesAt.getTime());
  return {
    opensAt: opens.length === 0 ? null : new Date(Math.min(...opens)),
    closesAt: closes.length === 0 ? null : new Date(Math.max(...closes)),
  };
}
