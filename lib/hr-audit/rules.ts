import { chain, type AppraisalState, type StatePart } from "@/lib/appraisal/stages";
import type { CaseReturnReason } from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import { hideSmallIn, type PolicyDocument } from "@/lib/scoring";
import { departmentParts, type DepartmentPart, type DepartmentProgress } from "./types";

/** Reviews, audit and approval are one part, so that no count gives away a 5. */
const partOf: Readonly<Record<StatePart, DepartmentPart>> = {
  self: "self",
  manager: "manager",
  review: "checks",
  talk: "done",
  done: "done",
};

/** The states of a part of HR's progress; every state is in one. */
export function statesOf(wanted: DepartmentPart): readonly AppraisalState[] {
  return chain.where(({ part }) => partOf[part] === wanted);
}

export interface DepartmentCounts extends Record<DepartmentPart, number> {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly people: number;
}

export function departmentFigures(rows: readonly DepartmentCounts[]): DepartmentProgress[] {
  const hidden = hideSmallIn(rows.map((row) => departmentParts.map((part) => row[part])));
  return rows.map(({ id, name, nameEn, people, ...counts }, row) => {
    const figure = (part: DepartmentPart) =>
      hidden[row]?.[departmentParts.indexOf(part)] === true ? null : counts[part];
    const [untouched, self] = [figure("untouched"), figure("self")];
    const [manager, checks, done] = [figure("manager"), figure("checks"), figure("done")];
    return { id, name, nameEn, people, counts: { untouched, self, manager, checks, done } };
  });
}

/** A policy may leave some of the reasons out; one without a list takes them all. */
export function reasonFaults(
  { returnReasons }: Pick<PolicyDocument, "returnReasons">,
  { reason }: { readonly reason: CaseReturnReason },
): Readonly<Record<string, FieldFault>> {
  return returnReasons?.includes(reason) === false ? { reason: { code: "invalid_input" } } : {};
}

/** A sheet that stays this long in one state is worth a question even before its window closes. */
export const STUCK_AFTER_DAYS = 7;
/** Work handed back is expected sooner. */
export const RETURNED_STUCK_AFTER_DAYS = 3;

const day = 86_400_000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}
