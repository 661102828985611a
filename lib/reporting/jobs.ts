import "server-only";
import { lockStructure, readAdminIds } from "@/lib/access/store";
import { clock } from "@/lib/clock";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { eachAlone, everyMinute } from "@/lib/errors/unattended";
import { recordEvents } from "@/lib/events/record";
import { changeWithSheetsIn } from "@/lib/hand-over/commands/people";
import { touchedSchema } from "@/lib/hand-over/schema";
import { readOwnHeld, readOwnIn } from "@/lib/hand-over/store";
import { readForChange, readRelated } from "@/lib/people/store";
import { decisionFor, planFault } from "./rules";
import { lockPlan, readDueIds } from "./store";

const patience = 60_000;

/** Thrown to roll back what was begun; never leaves this file. */
class Unfit extends Error {
  constructor(readonly fault: string) {
    super();
  }
}

/**
 * Carries out whatever is due, every plan in a transaction of its own. One that does not fit any more changes nothing and
 * waits for HR with its fault; one that fails for another reason holds up no other. Several servers may do it at once: whoever comes second finds nothing to do.
 */
export async function carryOutPlans(now: Date): Promise<void> {
  const due = await inTransaction((tx) => readDueIds(tx, now));
  await eachAlone("a plan", due, async (planId) => {
    try {
      await inTransaction((tx) => carryOut(tx, planId, now), patience);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      await inTransaction((tx) => close(tx, planId, now, error.fault));
    }
  });
}

async function carryOut(tx: Tx, planId: string, now: Date): Promise<void> {
  await lockStructure(tx);
  const plan = await lockPlan(tx, planId);
  if (plan === null || plan.doneAt !== null || plan.cancelledAt !== null) return;
  const { employeeId, managerId, departmentId, by } = plan;
  const found = await readForChange(tx, employeeId);
  const isAdmin = (await readAdminIds(tx)).includes(by.id);
  const fault = found === null ? "person_left" : planFault(plan, found.before, isAdmin);
  if (found === null || found.fields.status === "left" || fault !== null)
    throw new Unfit(fault ?? "person_left");
  const { status, ...fields } = found.fields;
  const actor = { employeeId: by.id, name: by.name, number: by.number, isHrAdmin: true };
  const relatedIds = new Set(await readRelated(tx, by.id));
  const context = { actor: { ...actor, relatedIds, hrDepartmentIds: new Set<string>() }, now };
  const moves = managerId !== null && managerId !== found.before.managerId;
  const sheets = [
    ...(moves ? await readOwnHeld(tx, context.actor, employeeId, managerId) : []),
    ...(departmentId === found.before.departmentId
      ? []
      : await readOwnIn(tx, context.actor, employeeId, departmentId)),
  ];
  const ids = [...new Set(sheets.map(({ appraisalId }) => appraisalId))];
  const kept = touchedSchema.safeParse(plan.decision);
  const decision = decisionFor(kept.success ? kept.data : null, ids);
  if (decision === null) throw new Unfit("plan_new_sheets");
  const answer = await changeWithSheetsIn(tx, context, {
    ...{ ...fields, status, employeeId, version: found.before.version },
    ...{ managerNumber: plan.manager?.number ?? "", departmentId },
    ...(decision === undefined ? {} : { sheets: decision }),
  });
  if (!answer.ok) throw new Unfit(Object.values(answer.fields ?? {})[0]?.code ?? answer.code);
  await close(tx, planId, now, null);
}

async function close(tx: Tx, planId: string, now: Date, fault: string | null): Promise<void> {
  const plan = await lockPlan(tx, planId);
  if (plan === null || plan.doneAt !== null || plan.cancelledAt !== null) return;
  await tx.plannedLine.update({ where: { id: planId }, data: { doneAt: now, fault } });
  const about = { actorId: null, at: now, employeeId: plan.employeeId };
  const kind = fault === null ? ("line.carried_out" as const) : ("line.unfit" as const);
  await recordEvents(tx, about, [{ kind, planId }]);
}

/** A plan's day comes by itself. */
export const keepPlans = (): void => everyMinute("a plan", () => carryOutPlans(clock.now()));
