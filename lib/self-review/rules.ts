import { windowOfStep } from "@/lib/appraisal/rules";
import { isDone, ownSteps, stepOf } from "@/lib/appraisal/stages";
import type { AppraisalState, StageWindow } from "@/lib/appraisal/types";
import type { SelfStage } from "./types";

/** The steps in order with the window of each. */
export function stagesFor(
  state: AppraisalState,
  windows: readonly StageWindow[],
): readonly SelfStage[] {
  const at = ownSteps.indexOf(stepOf(state));
  return ownSteps.map((step, index) => {
    const done = index < at || (isDone(state) && index === at);
    return {
      step,
      state: done ? "done" : index === at ? "current" : "todo",
      ...windowOfStep(windows, step),
    };
  });
}
