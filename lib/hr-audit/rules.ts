import type { CaseReturnReason } from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import { returnReasonsOf } from "@/lib/review/rules/pins";
import type { PolicyDocument } from "@/lib/scoring";

export function reasonFaults(
  policy: Pick<PolicyDocument, "returnReasons">,
  reasons: readonly { readonly caseReason: CaseReturnReason }[],
): Readonly<Record<string, FieldFault>> {
  const allowed = returnReasonsOf(policy);
  const faults = reasons.flatMap(({ caseReason }, at) =>
    allowed.includes(caseReason)
      ? []
      : [[`reasons.${String(at)}.caseReason`, { code: "invalid_input" }] as const],
  );
  return Object.fromEntries(faults);
}

/** A sheet that stays this long in one state is worth a question even before its window closes. */
export const STUCK_AFTER_DAYS = 7;
/** Work handed back is expected sooner. */
export const RETURNED_STUCK_AFTER_DAYS = 3;

const day = 86_400_000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}
