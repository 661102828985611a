import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import type { TouchedDecision } from "@/lib/hand-over/schema";
import { readMyHolders } from "@/lib/hand-over/queries";
import { cancelPlan, lookAtPlan, planLine, restorePlan } from "@/lib/reporting/commands";
import { carryOutPlans } from "@/lib/reporting/jobs";
import { readAllPlans, readOwnPlans, readReportingOf } from "@/lib/reporting/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, day, people, type Person, type TestCompany } from "../../support/company";
import { openedCycle } from "../../support/cycles";
import { rowOf } from "../../support/review";
import { handOversOf } from "./support";

let company: TestCompany;
let hands: Awaited<ReturnType<typeof handOversOf>>;
beforeAll(async () => {
  company = await buildCompany();
  hands = await handOversOf(company);
});

const later = (days: number) => new Date(company.now.getTime() + days * day);
const isoDay = (days: number) => later(days).toISOString().slice(0, 10);
const personOf = (id: string) => database().employee.findUniqueOrThrow({ where: { id } });

async function plan(employeeId: string, typed: object = {}, as: Person = "hrAdmin") {
  const { version, departmentId } = await personOf(employeeId);
  return planLine(company.context(as), {
    ...{ employeeId, version, departmentId, day: isoDay(3) },
    ...{ managerNumber: hands.numberOf("otherManager"), ...typed },
  });
}

const handOver = (sheet: TestAppraisal): TouchedDecision => ({
  ...{ decision: "hand_over", appraisalIds: [sheet.id], stays: [], successorNumber: "" },
  ...{ way: "continue", reason: "调岗。", note: "" },
});

async function planned(sheet: TestAppraisal) {
  const answer = await plan(sheet.employeeId, { sheets: handOver(sheet) });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.planId;
}

const faultOf = async (id: string) =>
  (await database().plannedLine.findUniqueOrThrow({ where: { id } })).fault;

describe("a planned change of manager", () => {
  it("asks about the sheets it would touch and changes nothing before its day", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await plan(sheet.employeeId)).toMatchObject({ code: "sheets_open" });
    await planned(sheet);
    await carryOutPlans(later(2));
    expect((await personOf(sheet.employeeId)).managerId).toBe(company.ids.manager);
    expect((await rowOf(sheet.id)).version).toBe(1);
  });

  it("says what changes and what was decided about the sheets, and nothing else", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const planId = await planned(sheet);
    const open = await readAllPlans(company.actor("hrAdmin"));
    expect(open.find(({ id }) => id === planId)).toMatchObject({
      ...{ manager: { name: "主管辛" }, department: null },
      sheets: { handed: 1, stays: 0, way: "continue" },
    });
    const moved = await appraisalIn(company, "acknowledged");
    const where = { departmentId: company.departments.department };
    await plan(moved.employeeId, { ...where, managerNumber: hands.numberOf("manager") });
    const of = await readReportingOf(company.actor("hrAdmin"), moved.employeeId);
    expect(of?.plans).toMatchObject([
      { manager: null, department: { name: "客服部" }, sheets: null },
    ]);
  });

  it("is the person's to see before its day only where HR shows it", async () => {
    const closed = await appraisalIn(company, "acknowledged");
    await plan(closed.employeeId);
    expect(await readOwnPlans(closed.employee)).toEqual([]);
    const open = await appraisalIn(company, "acknowledged");
    await plan(open.employeeId, { shown: true });
    expect(await readOwnPlans(open.employee)).toMatchObject([
      { day: isoDay(3), manager: { name: "主管辛" }, department: null },
    ]);
    expect(await readOwnPlans(closed.employee)).toEqual([]);
  });

  it("is told by the sheet once it took effect, to its employee alone", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const holders = () => readMyHolders(sheet.employee, sheet.id);
    const before = await holders();
    expect(before.holders.map(({ post, name, since }) => [post, name, since])).toEqual([
      ["manager", "主管丁", null],
      ["second_level", "部门长丙", null],
      ["hr_partner", "政委子", null],
    ]);
    expect(before.changes).toEqual([]);
    await planned(sheet);
    await carryOutPlans(later(3));
    const after = await holders();
    expect(after.holders[0]).toEqual({ post: "manager", name: "主管辛", since: later(3) });
    expect(after.changes).toContainEqual(
      expect.objectContaining({ post: "manager", from: "主管丁", to: "主管辛", at: later(3) }),
    );
    expect(await readMyHolders(company.actor("manager"), sheet.id)).toEqual({
      ...{ holders: [], changes: [] },
    });
  });

  it("takes place on its day, the sheet with it, and once only", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    await planned(sheet);
    await Promise.all([carryOutPlans(later(3)), carryOutPlans(later(3))]);
    expect((await personOf(sheet.employeeId)).managerId).toBe(company.ids.otherManager);
    expect(await rowOf(sheet.id)).toMatchObject({
      managerId: company.ids.otherManager,
      version: 2,
    });
    const of = await readReportingOf(company.actor("hrAdmin"), sheet.employeeId);
    expect(of?.plans).toEqual([]);
    expect(of?.lines.map(({ managerName }) => managerName)).toEqual(["主管辛", "主管丁"]);
    expect(of?.lines[1]?.until).toBe(of?.lines[0]?.since);
  });

  it("is cancelled, brought back, and there is one at a time", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const planId = await planned(sheet);
    expect(await plan(sheet.employeeId, { sheets: handOver(sheet) })).toMatchObject({
      fields: { day: { code: "plan_known" } },
    });
    const context = company.context("hrAdmin");
    expect(await cancelPlan(context, { planId })).toMatchObject({ ok: true });
    expect(await cancelPlan(context, { planId })).toMatchObject({ code: "already_done" });
    expect(await restorePlan(context, { planId })).toMatchObject({ ok: true });
    await cancelPlan(context, { planId });
    await carryOutPlans(later(3));
    expect((await rowOf(sheet.id)).version).toBe(1);
    expect(await restorePlan({ ...context, now: later(3) }, { planId })).toMatchObject({
      code: "moved_on",
    });
  });

  it("that does not fit any more changes nothing, and HR is told until it has looked", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const planId = await planned(sheet);
    const where = { id: sheet.employeeId };
    await database().employee.update({ where, data: { managerId: company.ids.secondLevel } });
    await carryOutPlans(later(3));
    expect(await faultOf(planId)).toBe("plan_overtaken");
    expect((await rowOf(sheet.id)).version).toBe(1);
    const mine = async () =>
      (await readAllPlans(company.actor("hrAdmin"))).filter(({ id }) => id === planId);
    expect(await mine()).toMatchObject([{ fault: "plan_overtaken" }]);
    expect(await lookAtPlan(company.context("hrAdmin"), { planId })).toMatchObject({ ok: true });
    expect(await mine()).toEqual([]);
  });

  it("to somebody who cannot take the sheet over on that day does not fit", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const planId = await planned(sheet);
    const where = { id: company.ids.otherManager };
    await database().employee.update({ where, data: { status: "on_leave" } });
    await carryOutPlans(later(3));
    await database().employee.update({ where, data: { status: "active" } });
    expect(await faultOf(planId)).toBe("successor_away");
    expect((await personOf(sheet.employeeId)).managerId).toBe(company.ids.manager);
  });
});

describe("what is refused", () => {
  it("today, a past day, nobody of that number, and no change at all", async () => {
    const { employeeId } = await appraisalIn(company, "acknowledged");
    for (const days of [0, -5])
      expect(await plan(employeeId, { day: isoDay(days) })).toMatchObject({
        fields: { day: { code: "day_not_ahead" } },
      });
    expect(await plan(employeeId, { managerNumber: "nobody" })).toMatchObject({
      fields: { managerNumber: { code: "unknown_person" } },
    });
    const same = { managerNumber: hands.numberOf("manager") };
    expect(await plan(employeeId, same)).toMatchObject({ code: "unchanged" });
  });

  it("to everybody but an HR administrator", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const planId = await planned(sheet);
    for (const person of people.filter((one) => one !== "hrAdmin")) {
      const context = company.context(person);
      const gone = { ok: false, code: "not_found" };
      expect(await plan(sheet.employeeId, {}, person)).toEqual(gone);
      for (const command of [cancelPlan, restorePlan, lookAtPlan])
        expect(await command(context, { planId })).toEqual(gone);
      expect(await readReportingOf(context.actor, sheet.employeeId)).toBeNull();
      expect(await readAllPlans(context.actor)).toEqual([]);
    }
  });

  it("by the database: a plan rewritten or deleted, a line rewritten", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const planId = await planned(sheet);
    const db = database();
    await expect(
      db.$executeRaw`UPDATE planned_line SET day = day + 1 WHERE id = ${planId}::uuid`,
    ).rejects.toThrow(/only cancelled/);
    await expect(
      db.$executeRaw`DELETE FROM planned_line WHERE id = ${planId}::uuid`,
    ).rejects.toThrow(/append-only/);
    await expect(
      db.$executeRaw`UPDATE reporting_line SET since = NULL WHERE employee_id = ${sheet.employeeId}::uuid`,
    ).rejects.toThrow(/append-only/);
  });
});

describe("a quarter that opens between plan and day", () => {
  it("brings a sheet that nobody decided on, so the plan does not fit", async () => {
    const { employee } = company.ids;
    const answer = await plan(employee);
    if (!answer.ok) throw new Error(answer.code);
    await openedCycle(company);
    await carryOutPlans(later(3));
    expect(await faultOf(answer.value.planId)).toBe("plan_new_sheets");
    expect((await personOf(employee)).managerId).toBe(company.ids.manager);
  });
});
