import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { stages } from "@/lib/appraisal/stages";
import { database } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import { readReview } from "@/lib/review/store";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { QUEUE_PAGE_SIZE, readQueue } from "@/lib/hr-audit/queries/queue";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { auditFilterSchema, type AuditFilter } from "@/lib/hr-audit/schema";
import { readRuleset } from "@/lib/ruleset/store";
import { agreeToSheets } from "@/lib/second-level/commands";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";
import { eventsOf, resubmit, rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const all = auditFilterSchema.parse({});

/** Every page of the queue, so that what other tests left there is no matter. */
async function queueOf(person: Person, filter: Partial<AuditFilter> = {}) {
  const rows = [];
  for (let after: string | undefined; ;) {
    const page = await readQueue(company.actor(person), { ...all, ...filter, after }, company.now);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

async function waitingIn(sheet: { id: string }, filter: Partial<AuditFilter> = {}) {
  const rows = await queueOf("hrPartner", filter);
  return rows.filter(({ appraisalId }) => appraisalId === sheet.id);
}

async function confirm(sheet: TestAppraisal, value: string) {
  const { version } = await rowOf(sheet.id);
  const input = { appraisalId: sheet.id, version, value, comment: "" };
  return confirmScore(company.context("hrPartner"), input);
}

describe("the queue", () => {
  it("tells of each score why it is there and what it stands on", async () => {
    const manager = { "customer-first": 10, integrity: 2, passion: 9 };
    const sheet = await appraisalIn(company, "hr_audit", { manager, unheard: true });
    expect(await waitingIn(sheet)).toMatchObject([
      { value: "customer-first", reason: "five", needsView: true, halfPoints: 10 },
      { value: "integrity", reason: "low", needsView: false, halfPoints: 2, contradicting: 2 },
      { value: "passion", reason: "high", needsView: false, halfPoints: 9 },
    ]);
    const [five] = await waitingIn(sheet);
    expect(five).toMatchObject({ supporting: 6, contradicting: 0 });
    expect(five?.written).toBe("事实：客户第一，本季记录在案。".length);
  });

  it.each([
    ["the classic bounds", {}],
    [
      "0, 1, 1.5, 3.5, 4 and 5",
      {
        "customer-first": 0,
        teamwork: 2,
        "embrace-change": 3,
        integrity: 7,
        passion: 8,
        dedication: 10,
      },
    ],
    ["nothing to verify", { "customer-first": 6, integrity: 3 }],
  ])("agrees with the scoring library on %s", async (_, manager) => {
    const sheet = await appraisalIn(company, "hr_audit", { manager });
    const { round } = await rowOf(sheet.id);
    const subject = { appraisalId: sheet.id, cycleId: company.cycleId, round };
    const { needs } = await database().$transaction((tx) => readReview(tx, subject));
    const listed = await waitingIn(sheet);
    expect(listed.map(({ value }) => value)).toEqual(needs.toVerify);
    const fives = listed.filter(({ reason }) => reason === "five").map(({ value }) => value);
    expect(fives).toEqual(needs.toApprove);
  });

  it("reads the bounds from the policy of the sheet's own cycle", async () => {
    const strict = await cycleWithoutAudit();
    const sheet = await appraisalIn(strict, "hr_audit");
    expect(await waitingIn(sheet)).toEqual([]);
  });

  it("drops what is confirmed and takes back what was returned or has changed", async () => {
    const manager = { "customer-first": 8, integrity: 2, passion: 8 };
    const sheet = await appraisalIn(company, "hr_audit", { manager });
    await confirm(sheet, "integrity");
    await confirm(sheet, "customer-first");
    expect((await waitingIn(sheet)).map(({ value }) => value)).toEqual(["passion"]);
    const { version } = await rowOf(sheet.id);
    await returnScores(company.context("hrPartner"), {
      appraisalId: sheet.id,
      version,
      reasons: [
        {
          ...{ value: "passion", rung: null, caseId: null },
          ...{ caseReason: "mismatched", reason: "更像敬业。" },
        },
      ],
    });
    expect(await waitingIn(sheet)).toEqual([]);
    const again = await resubmit(company, sheet.id, { "customer-first": 9 });
    const items = [{ appraisalId: sheet.id, version: again }];
    await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
    expect((await waitingIn(sheet)).map(({ value }) => value)).toEqual([
      "customer-first",
      "passion",
    ]);
  });

  it("asks again for a score confirmed in one round and returned in a later one", async () => {
    const sheet = await appraisalIn(company, "hr_audit", { manager: { integrity: 2, passion: 8 } });
    const giveBack = async (value: string, at: number) => {
      const { version } = await rowOf(sheet.id);
      const target = { appraisalId: sheet.id, version };
      const words = { caseReason: "unsupported" as const, reason: "缺" };
      const input = { ...target, reasons: [{ ...words, value, rung: null, caseId: null }] };
      const outcome = await returnScores(company.context("hrPartner", at), input);
      expect(outcome.ok).toBe(true);
      const items = [{ appraisalId: sheet.id, version: await resubmit(company, sheet.id) }];
      await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
    };
    await confirm(sheet, "integrity");
    await giveBack("passion", 0.1);
    expect((await waitingIn(sheet)).map(({ value }) => value)).toEqual(["passion"]);
    await giveBack("integrity", 0.2);
    expect((await waitingIn(sheet)).map(({ value }) => value)).toEqual(["integrity", "passion"]);
    expect(await confirm(sheet, "integrity")).toMatchObject({ ok: true });
  });

  it("filters by kind and department, and counts each", async () => {
    const line = { departmentId: company.departments.department };
    const manager = { "customer-first": 10, integrity: 2, passion: 8 };
    const sheet = await appraisalIn(company, "hr_audit", { line, manager });
    const department = company.departments.department;
    const keysOf = async (filter: Partial<AuditFilter>) =>
      (await waitingIn(sheet, filter)).map(({ value }) => value);
    expect(await keysOf({ kind: "five", department })).toEqual(["customer-first"]);
    expect(await keysOf({ kind: "must", department })).toEqual(["integrity", "passion"]);
    expect(await keysOf({ department: company.departments.group })).toEqual([]);
    const page = await readQueue(company.actor("hrPartner"), { ...all, department }, company.now);
    expect(page.counts).toEqual({ all: 3, must: 2, five: 1, sample: 0 });
    expect(page.departments).toContainEqual({
      id: department,
      name: "客服部",
      nameEn: "department",
      waiting: 3,
    });
  });

  it("pages without a gap or a repeat", async () => {
    const sheets = [];
    for (let made = 0; made < 20; made += 1) {
      sheets.push(
        await appraisalIn(company, "hr_audit", {
          manager: { "customer-first": 8, integrity: 2, passion: 9 },
        }),
      );
    }
    const first = await readQueue(company.actor("hrPartner"), all, company.now);
    expect(first.rows).toHaveLength(QUEUE_PAGE_SIZE);
    const rows = await queueOf("hrPartner");
    expect(rows).toHaveLength(first.counts.all);
    expect(new Set(rows.map(({ appraisalId, value }) => appraisalId + value)).size).toBe(
      rows.length,
    );
    for (const { id } of sheets)
      expect(rows.filter(({ appraisalId }) => appraisalId === id)).toHaveLength(3);
  });

  it.each<Person>(["otherHrPartner", "hrAdmin", "manager", "secondLevel", "divisionHead"])(
    "is empty for %s",
    async (person) => {
      await appraisalIn(company, "hr_audit");
      expect(await queueOf(person)).toEqual([]);
    },
  );

  it("leaves out HR's own sheet, the sheets HR scored, and other states", async () => {
    const line = { managerId: company.ids.hrPartner, hrPartnerId: null };
    const scored = await appraisalIn(company, "hr_audit", { line });
    expect(await waitingIn(scored)).toEqual([]);
    const own = await appraisalIn(company, "hr_audit");
    const actor = { ...company.actor("hrPartner"), employeeId: own.employeeId };
    const page = await readQueue(
      actor,
      { ...all, department: company.departments.group },
      company.now,
    );
    expect(page.rows.some(({ appraisalId }) => appraisalId === own.id)).toBe(false);
    for (const state of ["second_level", "approval", "interview"] as const)
      expect(await waitingIn(await appraisalIn(company, state))).toEqual([]);
  });
});

describe("opening a dossier", () => {
  it("is recorded in the trail once a day and person", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const actor = company.actor("hrPartner");
    const open = (at: number) =>
      openAuditDossier(actor, sheet.id, new Date(company.now.getTime() + at * day));
    expect((await open(0))?.values).toHaveLength(6);
    await open(0.5);
    expect(await eventsOf(sheet.id)).toEqual([
      { kind: "hr.opened", payload: {}, actorId: company.ids.hrPartner },
    ]);
    await open(1.5);
    expect(await eventsOf(sheet.id)).toHaveLength(2);
  });

  it("in two windows at once is recorded once", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const open = () => openAuditDossier(company.actor("hrPartner"), sheet.id, company.now);
    await Promise.all([open(), open(), open(), open()]);
    expect(await eventsOf(sheet.id)).toHaveLength(1);
  });

  it.each<Person>(["otherHrPartner", "hrAdmin", "manager", "divisionHead"])(
    "is not for %s, and leaves no trace",
    async (person) => {
      const sheet = await appraisalIn(company, "hr_audit");
      expect(await openAuditDossier(company.actor(person), sheet.id, company.now)).toBeNull();
      expect(await eventsOf(sheet.id)).toEqual([]);
    },
  );

  it("waits until the second level has agreed", async () => {
    const sheet = await appraisalIn(company, "second_level");
    expect(await openAuditDossier(company.actor("hrPartner"), sheet.id, company.now)).toBeNull();
  });
});

/** A second open cycle whose policy asks HR for nothing. */
async function cycleWithoutAudit(): Promise<TestCompany> {
  const db = database();
  const cycleId = randomUUID();
  const { policy } = company.ruleset;
  const none = {
    verifyAtMost: null,
    verifyAtLeast: null,
    beneficiaryViewAt: null,
    approveAt: null,
  };
  const document = { ...policy, audit: { ...policy.audit, ...none } };
  const policyId = stableId("policy", "quiet", 0);
  await db.policy.create({ data: { id: policyId, key: "quiet" } });
  const version = await db.policyVersion.create({
    data: { policyId, version: 1, document, createdAt: company.now },
  });
  const pinned = await db.cycle.findUniqueOrThrow({ where: { id: company.cycleId } });
  await db.cycle.create({
    data: { ...pinned, id: cycleId, quarter: 3, policyVersionId: version.id },
  });
  await db.stageWindow.createMany({
    data: stages.map((stage) => ({
      cycleId,
      stage,
      opensAt: pinned.openedAt,
      closesAt: new Date(company.now.getTime() + 30 * day),
    })),
  });
  const ruleset = await db.$transaction((tx) => readRuleset(tx, cycleId));
  return { ...company, cycleId, ruleset };
}
