import { stages } from "@/lib/appraisal/stages";
import type { Stage } from "@/lib/appraisal/types";
import type { WindowDraft } from "@/lib/cycle/types";

/** As commands name it, so that their faults find it. */
export function windowField(stage: Stage, end: "opensAt" | "closesAt"): string {
  return `windows.${stages.indexOf(stage)}.${end}`;
}

/** The windows of all stages as a form holds them. */
export function readWindows(field: (name: string) => string): WindowDraft[] {
  return stages.map((stage) => ({
    stage,
    opensAt: field(windowField(stage, "opensAt")),
    closesAt: field(windowField(stage, "closesAt")),
  }));
}
