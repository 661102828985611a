import { chain, type AppraisalState, type StatePart } from "@/lib/appraisal/stages";
import type { CaseReturnReason } from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import type { PolicyDocument } from "@/lib/scoring";
import { isFew, sightOf } from "@/lib/small-groups/rules";
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

/** Of how many are in their self-review HR knows the sum, so that sum and the rest stay apart. */
const inSelfReviewOrNot = [
  ["untouched", "self"],
  ["manager", "checks", "done"],
].map((known) => departmentParts.flatMap((part, at) => (known.includes(part) ? [at] : [])));

/** All the departments in somebody's charge at once: a page by itself would give away what another hides. */
export function departmentCounts(rows: readonly DepartmentCounts[]): DepartmentProgress[] {
  const table = rows.map((row) => departmentParts.map((part) => row[part]));
  const few = departmentParts.some((part) => isFew(rows.reduce((sum, row) => sum + row[part], 0)));
  const sights = sightOf(table, undefined, few ? inSelfReviewOrNot : undefined);
  return rows.map(({ id, name, nameEn, people, ...parts }, row) => {
    const sight = sights[row];
    const shown = (part: DepartmentPart) => (sight?.parts === true ? parts[part] : null);
    const [untouched, self] = [shown("untouched"), shown("self")];
    const [manager, checks, done] = [shown("manager"), shown("checks"), shown("done")];
    const counts = { untouched, self, manager, checks, done };
    return { id, name, nameEn, people: sight?.people === true ? people : null, counts };
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
