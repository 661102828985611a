import { stages } from "@/lib/appraisal/types";
import { openCycle } from "@/lib/cycle/commands";
import type { OpenCycleInput } from "@/lib/cycle/schema";
import { stableId } from "@/lib/db/ids";
import type { TestCompany } from "./company";

/** A faultless opening of a quarter nobody has taken. */
export function openingInput(over: Partial<OpenCycleInput> = {}): OpenCycleInput {
  return {
    year: 2027,
    quarter: 1,
    departmentIds: [],
    joinedAfter: "",
    frameworkVersionId: stableId("framework", "six-veins", 1),
    policyVersionId: stableId("policy", "classic", 1),
    windows: stages.map((stage, index) => ({
      stage,
      opensAt: "2026-11-21T09:00",
      closesAt: `2026-12-${String(index * 3 + 1).padStart(2, "0")}T18:00`,
    })),
    ...over,
  };
}

export async function openedCycle(company: TestCompany, over: Partial<OpenCycleInput> = {}) {
  const outcome = await openCycle(company.context("hrAdmin"), openingInput(over));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
