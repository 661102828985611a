import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { stages } from "@/lib/appraisal/stages";
import type { Stage } from "@/lib/appraisal/types";
import { pauseCycle, resumeCycle } from "@/lib/cycle/commands/cycle";
import { includePerson } from "@/lib/cycle/commands/people";
import { extendFor } from "@/lib/cycle/commands/windows";
import { database } from "@/lib/db/client";
import { transfer } from "@/lib/hand-over/commands/transfer";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  const { departments } = company;
  // Of the division: those of the group below it are among them. The other division is told apart.
  await appraisalIn(company, "self_review");
  await appraisalIn(company, "self_review", { line: { departmentId: departments.otherDivision } });
  expect(await extend(departments.division, "2026-11-26T18:00")).toMatchObject({ ok: true });
  expect(await extend(departments.division, "2026-11-25T18:00")).toMatchObject({ ok: true });
});

async function target() {
  const { cycleId } = company;
  const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
  return { cycleId, version };
}

const extend = async (departmentId: string, closesAt: string, stage: Stage = "self_review") =>
  extendFor(company.context("hrAdmin"), {
    ...{ ...(await target()), stage, closesAt, following: false },
    ...{ number: "", departmentId, reason: "搬迁停工" },
  });

const deadline = async (appraisalId: string, stage: Stage = "self_review") =>
  (
    await database().ownWindow.findUnique({
      where: { appraisalId_stage: { appraisalId, stage } },
    })
  )?.closesAt.toISOString() ?? null;

/** Windows of the newcomer's own that end a day after the given one. */
const given = (first: number) =>
  stages.map((stage, index) => ({
    ...{ stage, opensAt: "2026-11-21T09:00" },
    closesAt: `2026-11-${String(first + index).padStart(2, "0")}T18:00`,
  }));

async function joining(departmentId: string, windows: ReturnType<typeof given>) {
  const number = `late-${randomUUID().slice(0, 8)}`;
  const person = await database().employee.create({
    data: {
      ...{ number, name: "迟到乙", hireDate: new Date("2026-11-20") },
      ...{ departmentId, managerId: company.ids.manager },
    },
  });
  const input = { ...(await target()), number, reason: "转正后补加", windows };
  expect(await includePerson(company.context("hrAdmin"), input)).toMatchObject({ ok: true });
  const sheet = await database().appraisal.findFirstOrThrow({ where: { employeeId: person.id } });
  return sheet.id;
}

it("a late joiner has the time the department was given, the latest of it, or more of their own", async () => {
  const { group, otherDivision } = company.departments;
  expect(await deadline(await joining(group, given(22)))).toBe("2026-11-26T10:00:00.000Z");
  const { cycleId } = company;
  const ofCycle = async (stage: Stage) =>
    (
      await database().stageWindow.findUniqueOrThrow({
        where: { cycleId_stage: { cycleId, stage } },
      })
    ).closesAt.toISOString();
  expect(await deadline(await joining(group, given(22)), "manager_scoring")).toBe(
    await ofCycle("manager_scoring"),
  );
  expect(await deadline(await joining(group, given(24)))).toBe("2026-11-26T10:00:00.000Z");
  expect(await deadline(await joining(otherDivision, given(22)))).toBe(
    await ofCycle("self_review"),
  );
  expect(await deadline(await joining(otherDivision, given(24)))).toBe("2026-11-24T10:00:00.000Z");
});

it("so has who is transferred there, and nobody who leaves it loses any", async () => {
  const { group, otherDivision } = company.departments;
  const sheet = await appraisalIn(company, "self_review", {
    line: { departmentId: otherDivision },
  });
  const move = (departmentId: string) =>
    database().$transaction(async (tx) =>
      transfer(tx, company.context("hrAdmin"), {
        ...{ appraisalIds: [sheet.id], departmentId, reason: "转岗" },
      }),
    );
  expect(await deadline(sheet.id)).toBeNull();
  expect(await move(group)).toBeNull();
  expect(await deadline(sheet.id)).toBe("2026-11-26T10:00:00.000Z");
  expect(await move(otherDivision)).toBeNull();
  expect(await deadline(sheet.id)).toBe("2026-11-26T10:00:00.000Z");
});

it("moved by the pauses since", async () => {
  const admin = company.context("hrAdmin");
  await pauseCycle(admin, { ...(await target()), reason: "停电" });
  const later = { ...admin, now: new Date(admin.now.getTime() + 2 * day) };
  const resumed = await resumeCycle(later, { ...(await target()), reason: "来电", days: 2 });
  expect(resumed).toMatchObject({ ok: true });
  const joined = await joining(company.departments.group, given(22));
  expect(await deadline(joined)).toBe("2026-11-28T10:00:00.000Z");
});
