import type { TouchedDecision } from "@/lib/hand-over/schema";

interface Place {
  readonly managerId: string | null;
  readonly departmentId: string;
}

interface Plan extends Place {
  readonly fromManagerId: string | null;
  readonly fromDepartmentId: string;
}

/** Why a plan does not fit on its day any more; null where it does as far as the person goes. */
export function planFault(
  { fromManagerId, fromDepartmentId }: Plan,
  now: Place & { readonly status: string },
  plannerIsAdmin: boolean,
): string | null {
  if (now.status === "left") return "person_left";
  if (!plannerIsAdmin) return "planner_gone";
  return now.managerId === fromManagerId && now.departmentId === fromDepartmentId
    ? null
    : "plan_overtaken";
}

/**
 * What was decided, for the sheets the change touches on its day: those done meanwhile drop out. Null where a sheet is
 * touched that nobody decided on.
 */
export function decisionFor(
  decision: TouchedDecision | null,
  touched: readonly string[],
): TouchedDecision | null | undefined {
  if (touched.length === 0) return undefined;
  if (decision === null || !touched.every((id) => decision.appraisalIds.includes(id))) return null;
  const still = (ids: readonly string[] = []) => ids.filter((id) => touched.includes(id));
  const appraisalIds = still(decision.appraisalIds);
  return decision.decision === "finish"
    ? { ...decision, appraisalIds }
    : { ...decision, appraisalIds, stays: still(decision.stays) };
}
