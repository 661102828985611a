import { beforeAll, describe, expect, it, test } from "vitest";
import { standingOf } from "@/lib/appraisal/standing";
import { readSubject } from "@/lib/appraisal/store";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, makeHrPartner, type Person, type TestCompany } from "../../support/company";
import { rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  await makeHrPartner(company, company.ids.otherHrPartner);
});

const value = "integrity";

async function confirm(id: string, by: Person) {
  const { version } = await rowOf(id);
  const input = { appraisalId: id, version, value, comment: "核对过工单。" };
  return confirmScore(company.context(by), input);
}

/** A second HR partner of the same department returns what the first confirmed, at the same instant. */
async function twoWords(sheet: TestAppraisal) {
  const { department, group } = company.departments;
  const hrDepartmentIds = new Set([department, group]);
  const context = company.context("otherHrPartner");
  const actor = { ...context.actor, hrDepartmentIds };
  await confirm(sheet.id, "hrPartner");
  const { version } = await rowOf(sheet.id);
  const words = { caseReason: "insufficient" as const, reason: "看不出是谁受益。" };
  const reasons = [{ ...words, value, rung: null, caseId: null }];
  return returnScores({ ...context, actor }, { appraisalId: sheet.id, version, reasons });
}

describe("two words of HR on one score in one round", () => {
  it("both stay, with their authors and comments, and the newer counts", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    expect(await twoWords(sheet)).toMatchObject({ ok: true });
    const kept = await database().hrVerification.findMany({
      where: { appraisalId: sheet.id, valueKey: value },
      orderBy: { sequence: "asc" },
    });
    expect(kept).toMatchObject([
      { verdict: "confirmed", byId: company.ids.hrPartner, comment: "核对过工单。", round: 1 },
      { verdict: "returned", byId: company.ids.otherHrPartner, round: 1 },
    ]);
    expect(await rowOf(sheet.id)).toMatchObject({ state: "manager_scoring" });
  });

  it("both keep their author from approving", async () => {
    const sheet = await appraisalIn(company, "hr_audit", { line: { approverId: null } });
    await twoWords(sheet);
    const subject = await inTransaction(async (tx) => readSubject(tx, sheet.id));
    const mayApprove = (person: Person) => {
      const actor = { ...company.actor(person), isHrAdmin: true };
      return subject !== null && standingOf(actor, subject).has("approver");
    };
    expect(mayApprove("hrPartner")).toBe(false);
    expect(mayApprove("otherHrPartner")).toBe(false);
    expect(mayApprove("hrAdmin")).toBe(true);
  });
});

describe("nobody changes behind the commands' back", () => {
  let sheet: TestAppraisal;
  beforeAll(async () => {
    sheet = await appraisalIn(company, "published");
    const { id: appraisalId } = sheet;
    const byId = company.ids.hrPartner;
    await database().returnNote.create({
      data: {
        appraisalId,
        byId,
        fromState: "hr_audit",
        toState: "manager_scoring",
        reason: "事实不够。",
        at: company.now,
      },
    });
    await database().acknowledgement.create({
      data: { appraisalId, kind: "accepted", at: company.now },
    });
  });

  const run = (sql: string) => database().$executeRawUnsafe(sql);
  const refused = "is append-only";

  test.each([
    ["hr_verification", "comment = 'x'"],
    ["hr_verification", "by_id = gen_random_uuid()"],
    ["approval", "verdict = 'declined', reason = 'x'"],
    ["second_level_decision", "comment = 'x'"],
    ["return_note", "reason = 'x'"],
    ["return_note", "reason = 'x', resolved_at = now()"],
    ["interview", "minutes = 'x'"],
    ["acknowledgement", "kind = 'objected'"],
    ["submission", "sheet = '{}'"],
  ])("%s: UPDATE SET %s", async (table, set) => {
    const where = `WHERE appraisal_id = '${sheet.id}'`;
    await expect(run(`UPDATE ${table} SET ${set} ${where}`)).rejects.toThrow(refused);
  });

  test.each([
    "hr_verification",
    "approval",
    "second_level_decision",
    "return_note",
    "interview",
    "acknowledgement",
    "submission",
  ])("%s: neither DELETE nor TRUNCATE", async (table) => {
    const where = `WHERE appraisal_id = '${sheet.id}'`;
    const rows = `SELECT count(*)::int AS n FROM ${table} ${where}`;
    const before = await database().$queryRawUnsafe<{ n: number }[]>(rows);
    expect(before[0]?.n).toBeGreaterThan(0);
    await expect(run(`DELETE FROM ${table} ${where}`)).rejects.toThrow(refused);
    await expect(run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(refused);
    expect(await database().$queryRawUnsafe(rows)).toEqual(before);
  });

  test("a note is dealt with and minutes are confirmed once, and that stays, too", async () => {
    const where = `WHERE appraisal_id = '${sheet.id}'`;
    for (const set of ["return_note SET resolved_at", "interview SET confirmed_at"]) {
      await run(`UPDATE ${set} = '2026-11-22' ${where}`);
      const again = run(`UPDATE ${set} = '2026-11-23' ${where}`);
      await expect(again).rejects.toThrow(refused);
      const back = run(`UPDATE ${set} = NULL ${where}`);
      await expect(back).rejects.toThrow(refused);
    }
  });
});
