import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { changeWithSheets } from "@/lib/hand-over/commands/people";
import type { TouchedDecision } from "@/lib/hand-over/schema";
import { readForChange } from "@/lib/people/store";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { rowOf } from "../../support/review";
import { handOversOf, historyOf } from "./support";

let company: TestCompany;
let hands: Awaited<ReturnType<typeof handOversOf>>;
beforeAll(async () => {
  company = await buildCompany();
  hands = await handOversOf(company);
});

async function change(employeeId: string, typed: object, sheets?: TouchedDecision) {
  const found = await database().$transaction(async (tx) => readForChange(tx, employeeId));
  if (found === null || found.fields.status === "left") throw new Error("nobody");
  const { fields, before } = found;
  return changeWithSheets(company.context("hrAdmin"), {
    ...{ ...fields, status: "active", ...typed, employeeId, version: before.version },
    ...(sheets === undefined ? {} : { sheets }),
  });
}

const toOther = () => ({ departmentId: company.departments.otherDivision });
const decided = (sheets: readonly TestAppraisal[], stays: readonly TestAppraisal[] = []) => ({
  decision: "hand_over" as const,
  ...{ appraisalIds: sheets.map(({ id }) => id), stays: stays.map(({ id }) => id) },
  ...{ successorNumber: "", way: "continue" as const, reason: "转岗。", note: "" },
});

describe("a transfer to another department", () => {
  it("waits for a decision on the own sheets under way", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    expect(await change(sheet.employeeId, toOther())).toMatchObject({
      code: "sheets_open",
      data: { sheets: [{ appraisalId: sheet.id, posts: ["department"] }] },
    });
    expect(await historyOf(sheet.id)).toEqual([]);
  });

  it("takes department, division, HR partner and approver of the sheet along", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    expect(await change(sheet.employeeId, toOther(), decided([sheet]))).toMatchObject({ ok: true });
    const { otherDivision } = company.departments;
    const { otherHrPartner, otherDivisionHead, manager } = company.ids;
    expect(await rowOf(sheet.id)).toMatchObject({
      ...{ departmentId: otherDivision, divisionId: otherDivision, version: 2 },
      ...{ hrPartnerId: otherHrPartner, approverId: otherDivisionHead, managerId: manager },
    });
    expect((await historyOf(sheet.id)).map(({ post, way, fell }) => [post, way, fell])).toEqual([
      ["approver", "continue", false],
      ["hr_partner", "continue", false],
      ["department", null, false],
      ["division", null, false],
    ]);
  });

  it("leaves the sheet where it is when it is finished first", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const finish = { decision: "finish" as const, appraisalIds: [sheet.id] };
    expect(await change(sheet.employeeId, toOther(), finish)).toMatchObject({ ok: true });
    expect((await rowOf(sheet.id)).departmentId).not.toBe(company.departments.otherDivision);
  });

  it("goes with a new manager as one change", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const both = { ...toOther(), managerNumber: hands.numberOf("otherManager") };
    expect(await change(sheet.employeeId, both)).toMatchObject({
      data: { sheets: [{ appraisalId: sheet.id, posts: ["manager", "department"] }] },
    });
    expect(await change(sheet.employeeId, both, decided([sheet]))).toMatchObject({ ok: true });
    expect(await rowOf(sheet.id)).toMatchObject({
      ...{ departmentId: company.departments.otherDivision, version: 3 },
      ...{ managerId: company.ids.otherManager, secondLevelId: company.ids.otherDivisionHead },
    });
  });

  it("tells HR where the new department has no partner", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const { hr } = company.departments;
    expect(await change(sheet.employeeId, { departmentId: hr }, decided([sheet]))).toMatchObject({
      ok: true,
    });
    const partner = (await historyOf(sheet.id)).find(({ post }) => post === "hr_partner");
    expect(partner).toMatchObject({ toId: null, fell: true });
  });

  it("gives the sheet to nobody who has a part in it", async () => {
    const line = { managerId: company.ids.otherDivisionHead, secondLevelId: company.ids.ceo };
    const sheet = await appraisalIn(company, "hr_audit", { line });
    expect(await change(sheet.employeeId, toOther(), decided([sheet]))).toMatchObject({ ok: true });
    expect(await rowOf(sheet.id)).toMatchObject({ approverId: company.ids.ceo });
  });
});

describe("sheet by sheet", () => {
  it("some are handed over and the others finished first", async () => {
    const { employeeId } = await appraisalIn(company, "acknowledged");
    const line = { managerId: employeeId, secondLevelId: company.ids.manager };
    const goes = await appraisalIn(company, "manager_scoring", { line });
    const stays = await appraisalIn(company, "manager_scoring", { line });
    const away = { status: "on_leave" as const };
    const answer = await change(employeeId, away, decided([goes, stays], [stays]));
    expect(answer).toMatchObject({ ok: true });
    expect((await rowOf(goes.id)).managerId).not.toBe(employeeId);
    expect((await rowOf(stays.id)).managerId).toBe(employeeId);
  });
});
