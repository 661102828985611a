import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readHome } from "@/lib/home/queries";
import { readAuditPage } from "@/lib/hr-audit/queries/page";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { readTeam } from "@/lib/manager-scoring/queries";
import { teamFilterSchema } from "@/lib/manager-scoring/schema";
import { readSelfReview } from "@/lib/self-review/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { behindTriggers } from "../../support/review";
import { roomsOf } from "../../support/accounts";

/** The appeals of one quarter run while the next is filled in: the ordinary case of a company in its second quarter. */
let older: TestCompany;
let newer: TestCompany;
let inOlder: TestAppraisal;
let inNewer: TestAppraisal;
beforeAll(async () => {
  older = await buildCompany();
  const { framework, policy } = older.ruleset;
  newer = await cycleUnder(older, framework, policy);
  inOlder = await appraisalIn(older, "hr_audit");
  inNewer = await appraisalIn(newer, "hr_audit");
});

const quarterOf = async (...[actor]: Parameters<typeof roomsOf>) =>
  (await roomsOf(actor)).quarter?.cycleId;

describe("the quarter in the header", () => {
  it("is the person's own, though a newer one is open", async () => {
    expect(await quarterOf(inOlder.employee)).toBe(older.cycleId);
    expect(await quarterOf(inNewer.employee)).toBe(newer.cycleId);
  });

  it("is one there is work in for those without an appraisal of their own, and none for those with neither", async () => {
    expect(await quarterOf(older.actor("hrAdmin"))).toBe(newer.cycleId);
    expect(await quarterOf(older.actor("manager"))).toBe(newer.cycleId);
    expect(await quarterOf(older.actor("colleague"))).toBeUndefined();
  });
});

describe("lists over several cycles", () => {
  const audit = (asked: object = {}) =>
    readAuditPage(older.actor("hrPartner"), auditFilterSchema.parse(asked), older.now);

  it("say the quarter and the due date of each row, and no quarter for all", async () => {
    const { cycles, filter, queue } = await audit();
    expect(filter.cycle).toBeUndefined();
    expect(cycles.map(({ id }) => id)).toEqual([newer.cycleId, older.cycleId]);
    const found = [inOlder, inNewer].map(({ id }) =>
      queue.rows.find(({ appraisalId }) => appraisalId === id),
    );
    expect(found.map((row) => row?.cycle.quarter)).toEqual([4, 1]);
    expect(found.map((row) => row?.closesAt)).toEqual(
      [older.cycleId, newer.cycleId].map(
        (of) => cycles.find(({ id }) => id === of)?.window.closesAt,
      ),
    );
  });

  it("show one cycle when it is asked for, and every open one when a foreign id is", async () => {
    const one = await audit({ cycle: older.cycleId });
    expect(new Set(one.queue.rows.map(({ appraisalId }) => appraisalId))).toEqual(
      new Set([inOlder.id]),
    );
    const foreign = await audit({ cycle: inOlder.id });
    expect(foreign.filter.cycle).toBeUndefined();
    expect(foreign.queue.counts.all).toBe(2 * one.queue.counts.all);
  });

  it("count nobody twice: progress is one cycle's", async () => {
    for (const cycle of [older, newer, older, newer, older, newer, older, newer])
      await appraisalIn(cycle, "self_review");
    const [all, one] = [await audit(), await audit({ cycle: older.cycleId })];
    for (const { progress } of [all, one])
      expect(progress.units.map(({ people }) => people)).toEqual([5]);
  });

  it("are opened from home at the cycle the work is in", async () => {
    await appraisalIn(older, "manager_scoring");
    const manager = older.actor("manager");
    const { tasks } = await readHome(manager, older.now);
    const href = tasks.find(({ kind }) => kind === "manager_scoring")?.href ?? "";
    const asked = Object.fromEntries(new URL(href, "https://tongguan.test").searchParams);
    const team = await readTeam(manager, teamFilterSchema.parse(asked), older.now);
    expect(team?.cycle.id).toBe(older.cycleId);
    expect(team?.counts.to_score).toBe(1);
  });

  it("lead an employee from one open quarter to the other", async () => {
    const { employee, employeeId } = inOlder;
    const { departmentId } = await database().employee.findUniqueOrThrow({
      where: { id: employeeId },
    });
    const cycleId = newer.cycleId;
    const placed = {
      ...{ cycleId, employeeId, departmentId },
      divisionId: older.departments.division,
      managerId: older.ids.manager,
    };
    const { id: participantId } = await database().participant.create({ data: placed });
    const second = await database().appraisal.create({
      data: { ...placed, participantId, state: "self_review", stateSince: older.now },
    });
    const shown = await readSelfReview(employee, second.id, older.now);
    expect(shown?.quarters).toMatchObject([
      { appraisalId: second.id, quarter: 1, step: "self_review" },
      { appraisalId: inOlder.id, year: 2026, quarter: 4, step: "review" },
    ]);
    expect((await roomsOf(employee)).quarter?.cycleId).toBe(cycleId);
  });
});

describe("a quarter opened months ahead", () => {
  let ahead: TestCompany;
  beforeAll(async () => {
    const { framework, policy } = older.ruleset;
    ahead = await cycleUnder(older, framework, policy);
    const opensAt = new Date("2100-01-01T00:00:00Z");
    await behindTriggers((tx) =>
      tx.stageWindow.updateMany({
        where: { cycleId: ahead.cycleId },
        data: { opensAt, closesAt: new Date("2100-03-01T00:00:00Z") },
      }),
    );
  });

  it("is not where the manager's list opens while there is work elsewhere", async () => {
    await appraisalIn(ahead, "self_review");
    await appraisalIn(older, "manager_scoring");
    const team = await readTeam(older.actor("manager"), {}, older.now);
    expect(team?.cycle.id).toBe(older.cycleId);
    const waiting = team?.cycles.find(({ id }) => id === older.cycleId)?.waiting ?? 0;
    expect(waiting).toBeGreaterThan(0);
    expect(team?.cycles.find(({ id }) => id === ahead.cycleId)).toMatchObject({
      waiting: 0,
      due: null,
      begun: false,
    });
  });

  it("is neither in the header nor the one whose progress HR is shown", async () => {
    await appraisalIn(ahead, "hr_audit");
    expect(await quarterOf(older.actor("hrAdmin"))).toBe(newer.cycleId);
    const actor = older.actor("hrPartner");
    const { running, cycles } = await readAuditPage(actor, auditFilterSchema.parse({}), older.now);
    expect(cycles[0]?.id).toBe(ahead.cycleId);
    expect(running?.id).toBe(newer.cycleId);
  });

  it("has nobody at work yet on the manager's home", async () => {
    const { waiting } = await readHome(older.actor("manager"), older.now);
    expect(waiting.filter(({ quarter }) => quarter.cycleId === ahead.cycleId)).toEqual([]);
  });
});
