import { beforeAll, describe, expect, it } from "vitest";
import { readCycle } from "@/lib/cycle/queries";
import type { Actor } from "@/lib/authz/actor";
import { database } from "@/lib/db/client";
import { readAuditPage } from "@/lib/hr-audit/queries/page";
import { hasAuditRoom } from "@/lib/hr-audit/queries/queue";
import { readStuck } from "@/lib/hr-audit/queries/stuck";
import { auditFilterSchema, type AuditFilter } from "@/lib/hr-audit/schema";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const all = auditFilterSchema.parse({});
const here = () => ({ ...all, cycle: company.cycleId });

const readProgress = async (actor: Actor, filter: AuditFilter) =>
  (await readAuditPage(actor, filter, company.now)).progress;

describe("how far the departments are", () => {
  it("counts people by department in groups of five and more, and does not tell approval from audit", async () => {
    const line = { departmentId: company.departments.division };
    const states = ["hr_audit", "hr_audit", "hr_audit", "approval", "approval"] as const;
    for (const state of states) await appraisalIn(company, state, { line });
    const unit = async () => {
      const { units } = await readProgress(company.actor("hrPartner"), here());
      return units.find(({ id }) => id === company.departments.division);
    };
    expect(await unit()).toMatchObject({ depth: 0, people: 5, parts: [0, 0, 5, 0, 0] });
    await appraisalIn(company, "self_review", { line });
    expect(await unit()).toMatchObject({ people: 6, past: null, parts: null });
    expect((await readProgress(company.actor("otherHrPartner"), here())).units).toEqual([]);
  });

  it("shows what the cycle's page shows, and small departments only with the one above", async () => {
    const { division, department, group: team } = company.departments;
    for (const departmentId of [department, department, team])
      await appraisalIn(company, "manager_scoring", { line: { departmentId } });
    const actor = { ...company.actor("hrPartner"), isHrAdmin: true };
    const progress = await readProgress(actor, here());
    expect(progress.units.map(({ id, depth }) => [id, depth])).toEqual([[division, 0]]);
    expect(progress.small).toBeGreaterThan(0);
    const page = await readCycle(actor, company.cycleId, null, company.now);
    expect(progress.units[0]).toMatchObject(
      page?.units.map(({ id, people, parts }) => ({ id, people, parts }))[0] ?? {},
    );
  });

  it("comes in pages, and starts again for an address that says nothing", async () => {
    const actor = company.actor("hrPartner");
    const read = (units: unknown) =>
      readProgress(actor, { ...here(), units: auditFilterSchema.parse({ units }).units });
    const first = await read(0);
    expect((await read(1)).units).toEqual(first.units.slice(1));
    for (const units of ["", "x", "-1", "1.5", undefined]) expect(await read(units)).toEqual(first);
  });

  it("keeps the groups in which people stood when the cycle opened", async () => {
    const { division, otherDivision, group: team } = company.departments;
    const db = database();
    const actor = company.actor("hrPartner");
    const before = await readProgress(actor, here());
    const { parentId } = await db.department.findUniqueOrThrow({ where: { id: team } });
    await db.department.update({ where: { id: team }, data: { parentId: otherDivision } });
    expect(await readProgress(actor, here())).toEqual(before);
    await db.department.update({ where: { id: team }, data: { parentId } });
    await appraisalIn(company, "self_review", { line: { departmentId: division } });
    expect(await readProgress(actor, here())).not.toEqual(before);
  });

  it("counts what stands where for the heading", async () => {
    const counted = async (person: Person) =>
      (await readAuditPage(company.actor(person), all, company.now)).cycles.find(
        ({ id }) => id === company.cycleId,
      );
    const before = await counted("hrPartner");
    expect(before).toMatchObject({ year: 2026, quarter: 4 });
    await appraisalIn(company, "hr_audit");
    await appraisalIn(company, "approval");
    const after = await counted("hrPartner");
    expect(after?.inAudit).toBe((before?.inAudit ?? 0) + 1);
    expect(after?.inApproval).toBe((before?.inApproval ?? 0) + 1);
    expect((await counted("otherHrPartner"))?.inAudit ?? 0).toBe(0);
  });

  it("is a room for HR alone", () => {
    const open = (["hrAdmin", "hrPartner", "otherHrPartner", "manager", "ceo"] as const).filter(
      (person) => hasAuditRoom(company.actor(person)),
    );
    expect(open).toEqual(["hrAdmin", "hrPartner", "otherHrPartner"]);
  });
});

describe("what is stuck", () => {
  async function stuckAt(sheet: TestAppraisal, at: number) {
    const now = new Date(company.now.getTime() + at * day);
    for (let stuck: string | undefined; ;) {
      const page = await readStuck(company.actor("hrPartner"), { ...all, stuck }, now);
      const found = page.rows.find(({ appraisalId }) => appraisalId === sheet.id);
      if (found !== undefined || page.next === null) return found ?? null;
      stuck = page.next;
    }
  }

  it("names what is overdue, handed back, waiting long or objected to, and whose turn it is", async () => {
    const scoring = await appraisalIn(company, "manager_scoring");
    expect(await stuckAt(scoring, 0)).toBeNull();
    expect(await stuckAt(scoring, 7)).toMatchObject({ kind: "overdue", holder: "主管丁" });
    const returned = await appraisalIn(company, "manager_scoring");
    const returnedFrom = "hr_audit";
    await alter(returned.id, { returnedFrom });
    expect(await stuckAt(returned, 2)).toBeNull();
    expect(await stuckAt(returned, 4)).toMatchObject({ kind: "returned" });
    const audited = await appraisalIn(company, "hr_audit");
    expect(await stuckAt(audited, 8)).toMatchObject({ kind: "waiting", holder: null });
    expect(await stuckAt(audited, 6)).toBeNull();
    const objected = await appraisalIn(company, "objected");
    expect(await stuckAt(objected, 0)).toMatchObject({ kind: "objected", holder: null });
    expect(await stuckAt(await appraisalIn(company, "acknowledged"), 90)).toBeNull();
  });

  it("names the HR partner where nobody stands above the manager, and HR where an approval is the administrators'", async () => {
    const alone = await appraisalIn(company, "second_level", { line: { secondLevelId: null } });
    expect(await stuckAt(alone, 90)).toMatchObject({ holder: "政委子" });
    const unnamed = { secondLevelId: null, hrPartnerId: null };
    const nobody = await appraisalIn(company, "second_level", { line: unnamed });
    expect(await stuckAt(nobody, 90)).toMatchObject({ holder: null });
    const vacant = await appraisalIn(company, "approval", { line: { approverId: null } });
    expect(await stuckAt(vacant, 90)).toMatchObject({ holder: null });
  });

  it("is empty for another HR partner", async () => {
    const now = new Date(company.now.getTime() + 90 * day);
    expect(await readStuck(company.actor("otherHrPartner"), all, now)).toEqual({
      rows: [],
      total: 0,
      next: null,
    });
  });
});
