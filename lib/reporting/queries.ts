import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { mayPlanLines } from "./permissions";
import { readLines, readPlans } from "./store";
import type { OwnPlan, PlanRow, ReportingOf } from "./types";

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

/** One's own change to come, where HR shows it already. */
export async function readOwnPlans(actor: Actor): Promise<OwnPlan[]> {
  const plans = await read(actor, (tx) => readPlans(tx, actor.employeeId));
  return plans
    .filter(({ shown, fault }) => shown && fault === null)
    .map(({ id, day, manager, department }) => ({ id, day, manager, department }));
}

/** What is planned in the whole company; nothing for whoever may not know. */
export async function readAllPlans(actor: Actor): Promise<PlanRow[]> {
  return mayPlanLines(actor) ? read(actor, (tx) => readPlans(tx, null)) : [];
}
