import { caseReturnReasons, type CaseReturnReason } from "@/lib/appraisal/types";
import type { FieldCode, FieldFault } from "@/lib/errors/outcome";
import type { FrameworkDocument } from "@/lib/scoring";
import { valueOf } from "@/lib/sheet/rules";
import type { SheetCase, SheetPair } from "@/lib/sheet/types";
import type { Pin } from "../types";

interface ReturnReasons {
  readonly returnReasons?: readonly CaseReturnReason[] | undefined;
}

/** The reasons HR may return a score for: those the policy lists, and every one where it has no list. */
export function returnReasonsOf({
  returnReasons = caseReturnReasons,
}: ReturnReasons): readonly CaseReturnReason[] {
  return returnReasons;
}

type Faults = Readonly<Record<string, FieldFault>>;

/** A reason is pinned to a value of this framework, a rung of that value and a case that stands there, or to none. */
export function pinFaults(
  { framework, sheets }: { readonly framework: FrameworkDocument; readonly sheets: SheetPair },
  reasons: readonly Pin[],
): Faults {
  const faults = reasons.flatMap((pin, at) => {
    const [field, code] = pinFault(framework, sheets, pin) ?? [];
    return field === undefined || code === undefined
      ? []
      : [[`reasons.${String(at)}.${field}`, { code }] as const];
  });
  return Object.fromEntries(faults);
}

function pinFault(
  framework: FrameworkDocument,
  sheets: SheetPair,
  { value, rung, caseId }: Pin,
): readonly [keyof Pin, FieldCode] | null {
  if (value === null) return rung === null && caseId === null ? null : ["value", "value_required"];
  const definition = framework.values.find(({ key }) => key === value);
  if (definition === undefined) return ["value", "unknown_value"];
  if (rung !== null && !definition.rungs.some(({ point }) => point === rung))
    return ["rung", "unknown_rung"];
  if (caseId === null) return null;
  const found = caseIn(sheets, value, caseId);
  return found === undefined || (rung !== null && found.rung !== rung)
    ? ["caseId", "unknown_case"]
    : null;
}

function caseIn(sheets: SheetPair, value: string, caseId: string): SheetCase | undefined {
  return [sheets.self, sheets.manager]
    .flatMap((sheet) => valueOf(sheet, value).cases)
    .find(({ id }) => id === caseId);
}

/** Where a checked pin points, in full: a case stands on its rung. */
export function pinnedTo(sheets: SheetPair, { value, rung, caseId }: Pin) {
  const found = value === null || caseId === null ? undefined : caseIn(sheets, value, caseId);
  return {
    value,
    rung: found?.rung ?? rung,
    about: found === undefined ? null : { caseId: found.id, title: found.title },
  };
}
