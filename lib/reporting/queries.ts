import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { mayPlanLines } from "./permissions";
import { readLines, readPlans } from "./store";
import type { PlanRow, ReportingOf } from "./types";

/** One person's lines with their days, and what is planned; null for whoever may not know. */
export async function readReportingOf(
  actor: Actor,
  employeeId: string,
): Promise<ReportingOf | null> {
  if (!mayPlanLines(actor)) return null;
  return read(actor, async (tx) => ({
    lines: await readLines(tx, employeeId),
    plans: await readPlans(tx, employeeId),
  }));
}

/** What is planned in the whole company; nothing for whoever may not know. */
export async function readAllPlans(actor: Actor): Promise<PlanRow[]> {
  return mayPlanLines(actor) ? read(actor, (tx) => readPlans(tx, null)) : [];
}
