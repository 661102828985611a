import type { Prisma } from "@/lib/db/generated/client";
import { stableId } from "@/lib/db/ids";
import { idOfPerson } from "./build/company";
import { cyclesAt } from "./build/quarters";

const DAY = 86_400_000;

/** Who stands in for whom, whose sheet went to somebody else and will, and who declared a relation. */
export async function insertAbsence(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const [away, deputy] = [idOfPerson("yao.shu"), idOfPerson("fang.yan")];
  const since = new Date(now.getTime() - 2 * DAY);
  await tx.delegation.create({
    data: {
      ...{ id: stableId("demo delegation"), forId: away, deputyId: deputy, rooms: ["manager"] },
      ...{ departmentIds: [], employeeIds: [] },
      ...{ startsAt: since, endsAt: new Date(now.getTime() + 7 * DAY), byId: away, at: since },
    },
  });
  await tx.declaredRelation.create({
    data: {
      ...{ id: stableId("demo relation"), kind: "kin", at: since },
      ...{ personId: idOfPerson("qiao.an"), otherId: idOfPerson("lu.chen") },
      byId: idOfPerson("qiao.an"),
      ...{ confirmedAt: since, confirmedById: idOfPerson("su.nian") },
    },
  });
  // After everything else: the log is in the order of time.
  await handOver(tx, now);
  await plan(tx, now);
}

/** Whoever scores 任静's open sheet already becomes the manager in three weeks; 任静 is shown it. */
async function plan(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const employeeId = idOfPerson("ren.jing");
  const { managerId, departmentId } = await tx.employee.findUniqueOrThrow({
    where: { id: employeeId },
  });
  const id = stableId("demo plan");
  const byId = idOfPerson("su.nian");
  await tx.plannedLine.create({
    data: {
      ...{ id, employeeId, departmentId, managerId: idOfPerson("liang.xi"), shown: true },
      ...{ fromManagerId: managerId, fromDepartmentId: departmentId, byId, at: now },
      day: new Date(now.getTime() + 21 * DAY),
    },
  });
  await tx.recordedEvent.create({
    data: { at: now, actorId: byId, kind: "line.planned", employeeId, payload: { planId: id } },
  });
}

async function handOver(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const open = cyclesAt(now).find((cycle) => cycle.open);
  const [from, to] = [idOfPerson("he.chuan"), idOfPerson("liang.xi")];
  const employeeId = idOfPerson("ren.jing");
  const sheet = await tx.appraisal.findFirst({ where: { cycleId: open?.id ?? "", employeeId } });
  if (sheet === null) throw new Error("no sheet to hand over");
  const appraisalId = sheet.id;
  const by = { byId: idOfPerson("su.nian"), at: now };
  const row = { id: stableId("demo hand-over"), appraisalId, version: sheet.version + 1 };
  const reason = "任静转到新项目，由梁溪接手评分。";
  await tx.handOver.create({
    data: { ...row, post: "manager", fromId: from, toId: to, way: "continue", reason, ...by },
  });
  const data = { managerId: to, version: sheet.version + 1 };
  await tx.appraisal.update({ where: { id: appraisalId }, data });
  await tx.recordedEvent.create({
    data: {
      ...{ at: now, actorId: by.byId, kind: "hand_over.manager", appraisalId, employeeId },
      ...{ cycleId: sheet.cycleId, payload: { from, to } },
    },
  });
}
