import { stages } from "@/lib/appraisal/stages";
import type { Stage } from "@/lib/appraisal/types";
import type { OpenCycleInput } from "@/lib/cycle/schema";
import type { Choices } from "./choices";

/** The form's fields as the command wants them. A checkbox reads "on". */
export function readInput(field: (name: string) => string, choices: Choices): OpenCycleInput {
  const [year = "", quarter = ""] = field("quarter").split("-");
  const some = field("scope") === "some";
  return {
    year: Number(year),
    quarter: Number(quarter),
    departmentIds: some
      ? choices.departments.map(({ id }) => id).filter((id) => field(departmentField(id)) === "on")
      : null,
    joinedAfter: field("joinedAfter"),
    frameworkVersionId: field("frameworkVersionId"),
    policyVersionId: field("policyVersionId"),
    windows: stages.map((stage) => ({
      stage,
      opensAt: field(windowField(stage, "opensAt")),
      closesAt: field(windowField(stage, "closesAt")),
    })),
  };
}

export function departmentField(id: string): string {
  return `department-${id}`;
}

/** As the command names it, so that its faults find it. */
export function windowField(stage: Stage, end: "opensAt" | "closesAt"): string {
  return `windows.${stages.indexOf(stage)}.${end}`;
}
