import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { changeWithSheets, leaveWithSheets } from "@/lib/hand-over/commands/people";
import { readHandOverBoard, readHolderPage } from "@/lib/hand-over/queries";
import type { TouchedDecision } from "@/lib/hand-over/schema";
import { readForChange } from "@/lib/people/store";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { behindTriggers, rowOf } from "../../support/review";
import { handOversOf, historyOf } from "./support";

let company: TestCompany;
let hands: Awaited<ReturnType<typeof handOversOf>>;
beforeAll(async () => {
  company = await buildCompany();
  hands = await handOversOf(company);
});

/** The form of a person as it stands, with some fields typed anew. */
async function change(employeeId: string, typed: object, sheets?: TouchedDecision) {
  const found = await database().$transaction(async (tx) => readForChange(tx, employeeId));
  if (found === null) throw new Error("nobody");
  const { fields, before } = found;
  const { status } = before;
  if (status === "left") throw new Error("left");
  return changeWithSheets(company.context("hrAdmin"), {
    ...{ ...fields, status, ...typed, employeeId, version: before.version },
    ...(sheets === undefined ? {} : { sheets }),
  });
}

const leave = (employeeId: string, version: number, sheets?: TouchedDecision) =>
  leaveWithSheets(company.context("hrAdmin"), {
    ...{ employeeId, version },
    ...(sheets === undefined ? {} : { sheets }),
  });

const handOver = (sheets: readonly TestAppraisal[], to: Person | null = null): TouchedDecision => ({
  decision: "hand_over",
  appraisalIds: sheets.map(({ id }) => id),
  successorNumber: to === null ? "" : hands.numberOf(to),
  way: "continue",
  reason: "调岗。",
  note: "",
});

const finish = (sheets: readonly TestAppraisal[]): TouchedDecision => ({
  decision: "finish",
  appraisalIds: sheets.map(({ id }) => id),
});

const managerOf = async (id: string) =>
  (await database().employee.findUniqueOrThrow({ where: { id } })).managerId;

describe("a new manager", () => {
  const typed = () => ({ managerNumber: hands.numberOf("otherManager") });

  it("waits for a decision on the sheets under way", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await change(sheet.employeeId, typed())).toMatchObject({
      code: "sheets_open",
      data: { sheets: [{ appraisalId: sheet.id, posts: ["manager"], step: "manager_scoring" }] },
    });
    expect(await managerOf(sheet.employeeId)).toBe(company.ids.manager);
  });

  it("takes them over when they are handed over", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await change(sheet.employeeId, typed(), handOver([sheet]))).toMatchObject({ ok: true });
    expect(await managerOf(sheet.employeeId)).toBe(company.ids.otherManager);
    expect(await rowOf(sheet.id)).toMatchObject({
      managerId: company.ids.otherManager,
      secondLevelId: company.ids.otherDivisionHead,
    });
    expect((await historyOf(sheet.id)).map(({ fell }) => fell)).toEqual([false, false]);
  });

  it("leaves them to who has them when they are finished first", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await change(sheet.employeeId, typed(), finish([sheet]))).toMatchObject({ ok: true });
    expect(await managerOf(sheet.employeeId)).toBe(company.ids.otherManager);
    expect((await rowOf(sheet.id)).managerId).toBe(company.ids.manager);
  });

  it("is asked anew when the sheets are others than those decided on", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const other = await appraisalIn(company, "manager_scoring");
    expect(await change(sheet.employeeId, typed(), handOver([other]))).toMatchObject({
      code: "sheets_open",
    });
    expect((await rowOf(sheet.id)).version).toBe(1);
  });

  it("who cannot take the sheet over changes nothing at all", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const where = { id: sheet.id };
    const { employeeId } = await database().appraisal.findUniqueOrThrow({ where });
    const given = { appraisalId: sheet.id, round: 1, valueKey: "integrity", halfPoints: 2 };
    const by = { verdict: "confirmed" as const, byId: company.ids.otherManager, at: company.now };
    await behindTriggers((tx) => tx.hrVerification.create({ data: { ...given, ...by } }));
    expect(await change(employeeId, typed(), handOver([sheet]))).toMatchObject({
      code: "invalid_input",
      fields: { "sheets.successorNumber": { code: "successor_judged" } },
    });
    expect(await managerOf(employeeId)).toBe(company.ids.manager);
  });

  it("of somebody whose sheet is published changes nothing of it", async () => {
    const sheet = await appraisalIn(company, "published");
    expect(await change(sheet.employeeId, typed())).toMatchObject({ ok: true });
    expect((await rowOf(sheet.id)).managerId).toBe(company.ids.manager);
  });
});

describe("what is said of where sheets stand", () => {
  it("is the employee's step, and nothing of the reader's own sheet", async () => {
    const approved = await appraisalIn(company, "approval");
    const audited = await appraisalIn(company, "hr_audit");
    const reader = { ...approved.employee, isHrAdmin: true };
    const page = await readHolderPage(reader, company.ids.manager);
    const stepOf = ({ id }: TestAppraisal) =>
      page?.sheets.find(({ appraisalId }) => appraisalId === id)?.step;
    expect([stepOf(approved), stepOf(audited)]).toEqual([null, "review"]);
    expect(JSON.stringify(page)).not.toMatch(/"(state|approval|hr_audit)"/);
    const refused = await change(audited.employeeId, {
      managerNumber: hands.numberOf("otherManager"),
    });
    expect(refused).toMatchObject({ code: "sheets_open", data: { sheets: [{ step: "review" }] } });
    expect(JSON.stringify(refused)).not.toContain("hr_audit");
  });
});

describe("somebody who holds sheets", () => {
  async function holder() {
    const { id: sheetId, employeeId } = await appraisalIn(company, "acknowledged");
    const sheets = [
      await appraisalIn(company, "manager_scoring", { line: lineOf(employeeId) }),
      await appraisalIn(company, "interview", { line: lineOf(employeeId) }),
    ];
    return { employeeId, sheets, sheetId };
  }

  const lineOf = (managerId: string) => ({ managerId, secondLevelId: company.ids.manager });

  it("goes on leave only with a decision, and may finish first", async () => {
    const { employeeId, sheets } = await holder();
    const away = { status: "on_leave" };
    expect(await change(employeeId, away)).toMatchObject({ code: "sheets_open" });
    expect(await change(employeeId, away, finish(sheets))).toMatchObject({ ok: true });
    for (const { id } of sheets) expect((await rowOf(id)).managerId).toBe(employeeId);
  });

  it("leaves with all of them handed over, where nobody is named to the next in line", async () => {
    const { employeeId, sheets } = await holder();
    expect(await leave(employeeId, 1)).toMatchObject({ code: "sheets_open" });
    expect(await leave(employeeId, 1, finish(sheets))).toMatchObject({
      fields: { "sheets.decision": { code: "leaver_cannot_finish" } },
    });
    expect(await leave(employeeId, 1, handOver(sheets))).toMatchObject({ ok: true });
    for (const { id } of sheets) {
      const row = await rowOf(id);
      expect([row.managerId, row.secondLevelId]).toEqual([
        company.ids.manager,
        company.ids.secondLevel,
      ]);
      const manager = (await historyOf(id)).find(({ post }) => post === "manager");
      expect(manager).toMatchObject({ fell: true });
    }
  });

  it("is listed for administrators while anybody still reports to them", async () => {
    const { employeeId } = await appraisalIn(company, "published");
    const { employeeId: report } = await appraisalIn(company, "published");
    const where = { id: report };
    await database().employee.update({ where, data: { managerId: employeeId } });
    const listed = async (by: Person) =>
      (await readHandOverBoard(company.actor(by)))?.goneManagers.filter(
        ({ id }) => id === employeeId,
      );
    expect(await listed("hrAdmin")).toEqual([]);
    expect(await leave(employeeId, 1)).toMatchObject({ ok: true });
    expect(await listed("hrAdmin")).toMatchObject([{ reports: 1 }]);
    expect(await listed("hrPartner")).toEqual([]);
    await database().employee.update({ where, data: { managerId: company.ids.manager } });
    expect(await listed("hrAdmin")).toEqual([]);
  });

  it("leaves without being asked when nothing is under way", async () => {
    const { employeeId } = await appraisalIn(company, "published");
    expect(await leave(employeeId, 1)).toMatchObject({ ok: true });
  });
});
