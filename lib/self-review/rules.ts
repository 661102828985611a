import type { AppraisalState, StageWindow } from "@/lib/appraisal/types";
import { selfSteps, type SelfStage, type SelfStep } from "./types";

const stepOfState: Readonly<Record<AppraisalState, SelfStep>> = {
  self_review: "self_review",
  manager_scoring: "manager_scoring",
  second_level: "review",
  hr_audit: "review",
  approval: "review",
  interview: "interview",
  published: "result",
  acknowledged: "result",
  objected: "result",
};

export function stepOf(state: AppraisalState): SelfStep {
  return stepOfState[state];
}

const stagesOf: Readonly<Record<SelfStep, readonly StageWindow["stage"][]>> = {
  self_review: ["self_review"],
  manager_scoring: ["manager_scoring"],
  review: ["second_level", "hr_audit", "approval"],
  interview: ["interview"],
  result: ["result"],
};

/** The steps in order with the window of each; a step of several stages opens with the first and closes with the last. */
export function stagesFor(
  state: AppraisalState,
  windows: readonly StageWindow[],
): readonly SelfStage[] {
  const at = selfSteps.indexOf(stepOf(state));
  const finished = state === "acknowledged" || state === "objected";
  return selfSteps.map((step, index) => {
    const own = windows.filter(({ stage }) => stagesOf[step].includes(stage));
    const opens = own.map(({ opensAt }) => opensAt.getTime());
    const closes = own.map(({ closesAt }) => closesAt.getTime());
    const done = index < at || (finished && index === at);
    return {
      step,
      state: done ? "done" : index === at ? "current" : "todo",
      opensAt: opens.length === 0 ? null : new Date(Math.min(...opens)),
      closesAt: closes.length === 0 ? null : new Date(Math.max(...closes)),
    };
  });
}
