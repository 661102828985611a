import { database } from "@/lib/db/client";
import { handOver } from "@/lib/hand-over/commands/give";
import type { TestAppraisal } from "../../support/appraisal";
import type { Person, TestCompany } from "../../support/company";

export interface Given {
  readonly from?: Person;
  /** Null: the next in line. */
  readonly to?: Person | null;
  readonly way?: "continue" | "anew" | "sealed";
  readonly note?: string;
}

/** Hand-overs as HR sends them, by default from the usual manager to another. */
export async function handOversOf(company: TestCompany) {
  const rows = await database().employee.findMany({ select: { id: true, number: true } });
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const numberOf = (person: Person) => numbers.get(company.ids[person]) ?? "";
  const inputFor = (sheets: readonly TestAppraisal[], given: Given = {}) => {
    const { from = "manager", to = "otherManager", way = "continue", note = "" } = given;
    const appraisalIds = sheets.map(({ id }) => id);
    const successorNumber = to === null ? "" : numberOf(to);
    const reason = "主管调岗。";
    return { fromId: company.ids[from], appraisalIds, successorNumber, way, reason, note };
  };
  const give = (sheets: readonly TestAppraisal[], given: Given = {}) =>
    handOver(company.context("hrAdmin", 1), inputFor(sheets, given));
  return { numberOf, inputFor, give };
}

export function historyOf(appraisalId: string) {
  return database().handOver.findMany({ where: { appraisalId }, orderBy: { post: "asc" } });
}
