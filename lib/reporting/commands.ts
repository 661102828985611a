import "server-only";
import { lockStructure } from "@/lib/access/store";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { atField, ok, refuse, type Outcome } from "@/lib/errors/outcome";
import { recordEvents } from "@/lib/events/record";
import { changeWithSheetsIn } from "@/lib/hand-over/commands/people";
import type { TouchedSheets } from "@/lib/hand-over/types";
import { dayIn } from "@/lib/i18n/zone";
import { findPresent, readForChange } from "@/lib/people/store";
import type { StalePerson, Taken } from "@/lib/people/types";
import { mayPlanLines } from "./permissions";
import type { PlanLineInput, PlanTarget } from "./schema";
import { hasOpenPlan, lockPlan } from "./store";
import type { Planned } from "./types";

type Answer = Outcome<Planned, Taken & { sheets_open: TouchedSheets; stale: StalePerson }>;

/** What hangs on one person may be a great deal. */
const patience = 60_000;

/** Thrown to undo the trial; never leaves this file. */
class Tried extends Error {
  constructor(readonly answer: Awaited<ReturnType<typeof changeWithSheetsIn>>) {
    super();
  }
}

/**
 * Plans a change of manager or department for a day to come. It is tried first and undone, so that whatever would refuse
 * it today is said now; on its day it is asked again (see `jobs.ts`).
 */
export async function planLine(context: CommandContext, input: PlanLineInput): Promise<Answer> {
  const { actor, now } = context;
  if (!mayPlanLines(actor)) return refuse("not_found");
  const tried = await tryNow(context, input);
  if (!tried.ok) return tried;
  if (tried.value.version === input.version) return refuse("unchanged");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const { employeeId, day, departmentId, sheets } = input;
    if (day <= dayIn(now, await readTimeZone(tx))) return atField("day", "day_not_ahead");
    if (await hasOpenPlan(tx, employeeId)) return atField("day", "plan_known");
    const found = await readForChange(tx, employeeId);
    if (found === null) return refuse("not_found");
    const { version } = found.before;
    // Between the trial and this another change may have come in.
    if (version !== input.version)
      return refuse("stale", { data: { version, current: found.fields } });
    const managerId =
      input.managerNumber === "" ? null : await findPresent(tx, input.managerNumber);
    if (managerId === undefined) return atField("managerNumber", "unknown_person");
    const { managerId: fromManagerId, departmentId: fromDepartmentId } = found.before;
    const planId = crypto.randomUUID();
    await tx.plannedLine.create({
      data: {
        ...{ id: planId, employeeId, day: new Date(`${day}T00:00:00Z`), managerId, departmentId },
        ...{ fromManagerId, fromDepartmentId, byId: actor.employeeId, at: now },
        shown: input.shown === true,
        ...(sheets === undefined ? {} : { decision: sheets }),
      },
    });
    await record(tx, context, employeeId, { kind: "line.planned", planId });
    return ok({ planId });
  }, patience);
}

async function tryNow(context: CommandContext, input: PlanLineInput) {
  try {
    return await inTransaction(async (tx): Promise<Tried["answer"]> => {
      await lockStructure(tx);
      const found = await readForChange(tx, input.employeeId);
      if (found === null) return refuse("not_found");
      const { status } = found.fields;
      if (status === "left") return refuse("person_left");
      const { employeeId, version, managerNumber, departmentId, sheets } = input;
      const typed = { ...found.fields, status, employeeId, version, managerNumber, departmentId };
      const given = sheets === undefined ? {} : { sheets };
      throw new Tried(await changeWithSheetsIn(tx, context, { ...typed, ...given }));
    }, patience);
  } catch (error) {
    if (error instanceof Tried) return error.answer;
    throw error;
  }
}

interface PlanEvent {
  readonly kind: "line.planned" | "line.cancelled" | "line.restored" | "line.looked";
  readonly planId: string;
}

function record(tx: Tx, { actor, now }: CommandContext, employeeId: string, event: PlanEvent) {
  return recordEvents(tx, { actorId: actor.employeeId, at: now, employeeId }, [event]);
}

/** Nothing will happen on that day. */
export async function cancelPlan(
  context: CommandContext,
  { planId }: PlanTarget,
): Promise<Outcome<Planned>> {
  if (!mayPlanLines(context.actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (plan === null) return refuse("not_found");
    if (plan.cancelledAt !== null || plan.doneAt !== null) return refuse("already_done");
    const data = { cancelledAt: context.now };
    await tx.plannedLine.update({ where: { id: planId }, data });
    await record(tx, context, plan.employeeId, { kind: "line.cancelled", planId });
    return ok({ planId });
  });
}

/** Brings a cancelled plan back, while its day is still to come and no other has taken its place. */
export async function restorePlan(
  context: CommandContext,
  { planId }: PlanTarget,
): Promise<Outcome<Planned>> {
  if (!mayPlanLines(context.actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const plan = await lockPlan(tx, planId);
    if (plan === null) return refuse("not_found");
    if (plan.cancelledAt === null) return refuse("already_done");
    const today = dayIn(context.now, await readTimeZone(tx));
    const late = plan.day.toISOString().slice(0, 10) <= today;
    if (late || (await hasOpenPlan(tx, plan.employeeId))) return refuse("moved_on");
    await tx.plannedLine.update({ where: { id: planId }, data: { cancelledAt: null } });
    await record(tx, context, plan.employeeId, { kind: "line.restored", planId });
    return ok({ planId });
  });
}

/** HR has seen that a plan did not fit any more. */
export async function lookAtPlan(
  context: CommandContext,
  { planId }: PlanTarget,
): Promise<Outcome<Planned>> {
  if (!mayPlanLines(context.actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (plan === null) return refuse("not_found");
    if (plan.fault === null || plan.seenAt !== null) return refuse("already_done");
    await tx.plannedLine.update({ where: { id: planId }, data: { seenAt: context.now } });
    await record(tx, context, plan.employeeId, { kind: "line.looked", planId });
    return ok({ planId });
  });
}
