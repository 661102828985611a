import type { CaseText } from "./edits";
import type { Missing } from "@/lib/sheet/rules";

/** Where focus is led to. */
export function rungId(key: string, point: number): string {
  return `rung-${key}-${point}`;
}

export function caseFieldId(caseId: string, field: keyof CaseText): string {
  return `case-${caseId}-${field}`;
}

export function justificationId(key: string): string {
  return `justification-${key}`;
}

/** Where the two versions of a value wait to be chosen between. */
export function disputeId(key: string): string {
  return `dispute-${key}`;
}

/** The one act that scores a value of which nothing but presumed rungs decide. */
export function confirmId(key: string): string {
  return `confirm-${key}`;
}

const fieldOf: Readonly<Record<string, keyof CaseText>> = {
  case_title: "title",
  case_happened: "happened",
  case_action: "action",
};

/** The control that mends a missing thing. */
export function placeOf({ code, value, rung, at, caseId }: Missing): string {
  const field = fieldOf[code];
  if (caseId !== undefined && field !== undefined) return caseFieldId(caseId, field);
  if (at !== undefined) return rungId(value, at);
  if (code === "not-judged" && rung === undefined) return confirmId(value);
  if (code === "justification-required" || rung === undefined) return justificationId(value);
  return rungId(value, rung);
}
