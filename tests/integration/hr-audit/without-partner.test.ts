import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { confirmScore } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { agreeToSheets } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

async function confirm(by: Person, id: string) {
  const { version } = await rowOf(id);
  const asked = { appraisalId: id, version, value: "customer-first", comment: "" };
  return confirmScore(company.context(by), asked);
}

const queueOf = async (by: Person) =>
  (await readQueue(company.actor(by), auditFilterSchema.parse({}), company.now)).rows;

describe("a sheet the department's only HR partner may not audit", () => {
  it("is in an administrator's queue, marked, and confirmed by them", async () => {
    const line = { managerId: company.ids.hrPartner };
    const { id } = await appraisalIn(company, "hr_audit", { line });
    const mine = (await queueOf("hrAdmin")).filter(({ appraisalId }) => appraisalId === id);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every(({ noPartner }) => noPartner)).toBe(true);
    expect((await queueOf("hrPartner")).some(({ appraisalId }) => appraisalId === id)).toBe(false);
    expect(await confirm("hrPartner", id)).toMatchObject({ ok: false });
    expect(await confirm("otherHrPartner", id)).toMatchObject({ ok: false, code: "not_found" });
    expect(await confirm("hrAdmin", id)).toMatchObject({ ok: true });
    const dossier = await openAuditDossier(company.actor("hrAdmin"), id, company.now);
    expect(dossier?.seenAs).toBe("hr_admin_as_hr");
  });

  it("is closed to an administrator with a part in it", async () => {
    const { hrPartner, hrAdmin } = company.ids;
    const line = { managerId: hrPartner, secondLevelId: hrAdmin };
    const { id } = await appraisalIn(company, "hr_audit", { line });
    expect(await confirm("hrAdmin", id)).toMatchObject({ ok: false });
  });

  it("is agreed to by an administrator where nobody stands above, too", async () => {
    const line = { managerId: company.ids.hrPartner, secondLevelId: null };
    const { id } = await appraisalIn(company, "second_level", { line });
    const { version } = await rowOf(id);
    const items = [{ appraisalId: id, version }];
    const agreed = await agreeToSheets(company.context("hrAdmin"), { items, comment: "" });
    expect(agreed).toMatchObject({ ok: true });
    expect(await rowOf(id)).not.toMatchObject({ state: "second_level" });
  });
});

describe("a sheet a partner may audit", () => {
  it("is not an administrator's, and the database says the same", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    expect((await queueOf("hrAdmin")).some(({ appraisalId }) => appraisalId === id)).toBe(false);
    expect(await confirm("hrAdmin", id)).toMatchObject({ ok: false, code: "not_found" });
    const by = company.ids.hrAdmin;
    await expect(database().$executeRaw`
      INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, comment, by_id, at)
      VALUES (gen_random_uuid(), ${id}::uuid, 1, 'customer-first', 10, 'confirmed', '', ${by}::uuid, now())`).rejects.toThrow(
      "without the office",
    );
  });

  it("becomes one when the only partner is away", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    const where = { id: company.ids.hrPartner };
    await database().employee.update({ where, data: { status: "on_leave" } });
    try {
      expect(await confirm("hrAdmin", id)).toMatchObject({ ok: true });
    } finally {
      await database().employee.update({ where, data: { status: "active" } });
    }
  });
});
