import type { PreviewOpeningInput } from "@/lib/cycle/schema";
import { readWindows } from "../windows/window-field";
import { byHandLimit } from "@/lib/cycle/types";
import type { Choices } from "./choices";

/** The form's fields as the command wants them. A checkbox reads "on". */
export function readInput(field: (name: string) => string, choices: Choices): PreviewOpeningInput {
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
    windows: readWindows(field),
    byHand: readByHand(field),
  };
}

type ByHandName = keyof PreviewOpeningInput["byHand"][number];

/** As the command names it, so that its faults find it. */
export function byHandField(row: number, name: ByHandName): string {
  return `byHand.${row}.${name}`;
}

/** Rows stay at their place, so that a fault finds them; those at the end that were left empty are nothing. */
function readByHand(field: (name: string) => string): PreviewOpeningInput["byHand"] {
  const rows = Array.from({ length: byHandLimit }, (_, row) => ({
    kind:
      field(byHandField(row, "kind")) === "include" ? ("include" as const) : ("exempt" as const),
    number: field(byHandField(row, "number")),
    reason: field(byHandField(row, "reason")),
  }));
  const last = rows.findLastIndex(({ number, reason }) => number !== "" || reason !== "");
  return rows.slice(0, last + 1);
}

export function departmentField(id: string): string {
  return `department-${id}`;
}
