import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { exemptPerson, includePerson } from "@/lib/cycle/commands/people";
import { scheduleFrom } from "@/lib/cycle/rules/windows";
import { database } from "@/lib/db/client";
import { changeWithSheets, leaveWithSheets } from "@/lib/hand-over/commands/people";
import { readHandOverBoard } from "@/lib/hand-over/queries";
import { readHome } from "@/lib/home/queries";
import { reopenSheet } from "@/lib/hr-audit/commands";
import { readForChange } from "@/lib/people/store";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { rowOf } from "../../support/review";
import { historyOf } from "./support";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const admin = () => company.context("hrAdmin");

/** Somebody who scores and reports to the usual second level. */
async function scorer(): Promise<string> {
  const number = `scorer-${randomUUID().slice(0, 8)}`;
  const { id } = await database().employee.create({
    data: {
      ...{ number, name: "将走的主管", hireDate: new Date("2020-01-01") },
      ...{ departmentId: company.departments.group, managerId: company.ids.secondLevel },
    },
  });
  return id;
}

async function leave(employeeId: string) {
  const { version } = await database().employee.findUniqueOrThrow({ where: { id: employeeId } });
  return leaveWithSheets(admin(), { employeeId, version });
}

async function goOnLeave(employeeId: string) {
  const person = await database().$transaction((tx) => readForChange(tx, employeeId));
  if (person === null) throw new Error("nobody");
  const { before, fields } = person;
  const ahead = { hireAhead: "", otherThan: "" };
  return changeWithSheets(admin(), {
    ...{ employeeId, version: before.version, ...fields, ...ahead },
    status: "on_leave",
  });
}

const inCycle = async () => {
  const { version } = await database().cycle.findUniqueOrThrow({ where: { id: company.cycleId } });
  return { cycleId: company.cycleId, version };
};
const exempt = async ({ employee: { number } }: TestAppraisal) =>
  exemptPerson(admin(), { ...(await inCycle()), number, reason: "外派学习一季" });
const include = async ({ employee: { number } }: TestAppraisal) => {
  const windows = scheduleFrom("2026-11-22", "together");
  return includePerson(admin(), { ...(await inCycle()), number, reason: "回来了", windows });
};

async function reopen(sheet: TestAppraisal) {
  const { version } = await rowOf(sheet.id);
  const reasons = [{ reason: "两处事实互相矛盾。", value: null, rung: null, caseId: null }];
  return reopenSheet(company.context("hrPartner"), {
    ...{ appraisalId: sheet.id, version, reasons },
    to: "manager_scoring",
  });
}

const fallenOf = async (sheet: TestAppraisal) =>
  (await readHandOverBoard(company.actor("hrAdmin")))?.fallen.filter(
    ({ number }) => number === sheet.employee.number,
  );
const fallenTask = async () =>
  (await readHome(company.actor("hrAdmin"), company.now)).tasks.find(
    ({ kind }) => kind === "fallen",
  )?.count ?? 0;

/** What is promised of a sheet that came back while its manager is gone. */
async function expectFallen(sheet: TestAppraisal, managerId: string, tasks: number) {
  const { secondLevel, divisionHead } = company.ids;
  expect(await rowOf(sheet.id)).toMatchObject({
    ...{ state: "manager_scoring", endedAt: null },
    ...{ managerId: secondLevel, secondLevelId: divisionHead },
  });
  expect(await historyOf(sheet.id)).toMatchObject([
    { post: "manager", fromId: managerId, toId: secondLevel, fell: true, way: "continue" },
    { post: "second_level", fromId: secondLevel, toId: divisionHead, fell: false },
  ]);
  expect(await fallenOf(sheet)).toMatchObject([{ post: "manager", to: "部门长丙" }]);
  expect(await fallenTask()).toBe(tasks + 1);
  const kinds = await database().recordedEvent.findMany({
    where: { appraisalId: sheet.id, kind: { startsWith: "hand_over." } },
  });
  expect(kinds.map(({ kind }) => kind).sort()).toEqual([
    "hand_over.manager",
    "hand_over.second_level",
  ]);
}

describe.each([
  ["left", leave],
  ["went on leave", goOnLeave],
] as const)("a sheet whose manager %s while nobody had to hand it over", (_, go) => {
  it("falls to the next in line when its person is taken in again, and HR is told", async () => {
    const managerId = await scorer();
    const sheet = await appraisalIn(company, "manager_scoring", { line: { managerId } });
    expect(await exempt(sheet)).toMatchObject({ ok: true });
    expect(await go(managerId)).toMatchObject({ ok: true });
    expect(await rowOf(sheet.id)).toMatchObject({ managerId });
    const tasks = await fallenTask();
    const { version } = await rowOf(sheet.id);
    expect(await include(sheet)).toMatchObject({ ok: true });
    await expectFallen(sheet, managerId, tasks);
    expect((await rowOf(sheet.id)).version).toBe(version + 1);
  });

  it("falls to the next in line when its published result is reopened, and HR is told", async () => {
    const managerId = await scorer();
    const sheet = await appraisalIn(company, "published", { line: { managerId } });
    expect(await go(managerId)).toMatchObject({ ok: true });
    const tasks = await fallenTask();
    const { version } = await rowOf(sheet.id);
    expect(await reopen(sheet)).toMatchObject({ ok: true, value: { version: version + 1 } });
    await expectFallen(sheet, managerId, tasks);
    const [{ draft } = { draft: null }] = await historyOf(sheet.id);
    expect(draft).not.toBeNull();
  });
});

it("leaves a sheet where it is whose holders are here", async () => {
  const sheet = await appraisalIn(company, "published");
  expect(await reopen(sheet)).toMatchObject({ ok: true });
  expect(await historyOf(sheet.id)).toEqual([]);
});

it("passes over whoever judged the scores: they do not give them next", async () => {
  const managerId = await scorer();
  const line = { managerId, approverId: company.ids.secondLevel, secondLevelId: null };
  const sheet = await appraisalIn(company, "published", { line });
  expect(await leave(managerId)).toMatchObject({ ok: true });
  expect(await reopen(sheet)).toMatchObject({ ok: true });
  expect(await rowOf(sheet.id)).toMatchObject({ managerId: company.ids.divisionHead });
});

it("at once, 20 rounds: nobody who left holds what somebody was taken in with", async () => {
  for (let round = 0; round < 20; round += 1) {
    const managerId = await scorer();
    const sheet = await appraisalIn(company, "manager_scoring", { line: { managerId } });
    await exempt(sheet);
    const [included, left] =
      round % 2 === 0
        ? await Promise.all([include(sheet), leave(managerId)])
        : (await Promise.all([leave(managerId), include(sheet)])).toReversed();
    expect(included?.ok).toBe(true);
    const row = await rowOf(sheet.id);
    expect([round, row.managerId === managerId]).toEqual([round, left?.ok !== true]);
  }
}, 120_000);

it("is refused, and nothing changes, where nobody is left to score", async () => {
  const managerId = await scorer();
  const sheet = await appraisalIn(company, "published", { line: { managerId } });
  const { manager, secondLevel, divisionHead, ceo } = company.ids;
  const gone = { id: { in: [managerId, manager, secondLevel, divisionHead, ceo] } };
  await database().employee.updateMany({ where: gone, data: { status: "left" } });
  const before = await rowOf(sheet.id);
  expect(await reopen(sheet)).toMatchObject({
    ok: false,
    fields: { to: { code: "nobody_scores" } },
  });
  expect(await rowOf(sheet.id)).toEqual(before);
  expect(await historyOf(sheet.id)).toEqual([]);
});
