import { beforeAll, describe, expect, it } from "vitest";
import { pauseCycle, resumeCycle } from "@/lib/cycle/commands/cycle";
import { database } from "@/lib/db/client";
import { readDecided } from "@/lib/dossier/queries/decided";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { confirmScore, reopenSheet } from "@/lib/hr-audit/commands";
import { agreeToSheets } from "@/lib/second-level/commands";
import type { ReopenState } from "@/lib/reopening/types";
import { reopenSheetSchema } from "@/lib/reopening/schema";
import { readScoring } from "@/lib/manager-scoring/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { threes } from "../../support/manager-scoring";
import { behindTriggers, eventsOf, resubmit, rowOf } from "../../support/review";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const reason = { value: "customer-first", rung: 4, caseId: null, reason: "两处事实互相矛盾。" };

const reopen = (
  { target }: TestAppraisal,
  to: ReopenState,
  over: Partial<typeof reason> = {},
  at = 0,
) =>
  reopenSheet(company.context("hrPartner", at), {
    ...reopenSheetSchema.parse({ ...target, to, reasons: [{ ...reason, ...over }] }),
  });

describe("HR reopens a sheet", () => {
  it.each(["hr_audit", "approval", "interview"] as const)(
    "from %s to the manager, with its history and the pinned reason",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      const before = await database().submission.count({ where: { appraisalId: sheet.id } });
      expect(await reopen(sheet, "manager_scoring")).toMatchObject({ ok: true });
      const row = await database().appraisal.findUniqueOrThrow({ where: { id: sheet.id } });
      expect(row).toMatchObject({ state: "manager_scoring", returnedFrom: state, finalAt: null });
      expect(await database().submission.count({ where: { appraisalId: sheet.id } })).toBe(before);
      const seen = await readScoring(company.actor("manager"), sheet.id, company.now);
      expect(seen?.notes[0]).toMatchObject({ value: "customer-first", rung: 4, open: true });
      const kinds = async (trail: ReturnType<typeof readTrail>) =>
        (await trail)?.entries.map(({ event }) => event.kind) ?? [];
      expect(await kinds(readTrail(company.actor("manager"), sheet.id))).toContain("hr.reopened");
      expect(await kinds(readTrail(sheet.employee, sheet.id))).not.toContain("hr.reopened");
    },
  );

  it("to the self-review, read by the person and the line", async () => {
    const sheet = await appraisalIn(company, "interview");
    expect(await reopen(sheet, "self_review")).toMatchObject({ ok: true });
    const view = await readSelfReview(sheet.employee, sheet.id, company.now);
    expect(view).toMatchObject({ step: "self_review", locked: null });
    expect(view?.returns[0]).toMatchObject({ value: "customer-first", reason: reason.reason });
    const trail = await readTrail(sheet.employee, sheet.id);
    expect(trail?.entries.map(({ event }) => event.kind)).toContain("hr.reopened_self");
  });

  it("also when the window where it stands has closed, which nobody could mend else", async () => {
    const sheet = await appraisalIn(company, "approval");
    expect(await reopen(sheet, "manager_scoring", {}, 60)).toMatchObject({ ok: true });
  });

  it("is refused without words, for what is no value or level, and in a pause", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const bad = { ...sheet.target, to: "self_review", reasons: [{ ...reason, reason: " " }] };
    expect(reopenSheetSchema.safeParse(bad).success).toBe(false);
    expect(await reopen(sheet, "self_review", { value: "nothing" })).toMatchObject({
      fields: { "reasons.0.value": { code: "unknown_value" } },
    });
    expect(await reopen(sheet, "self_review", { rung: 9 })).toMatchObject({
      fields: { "reasons.0.rung": { code: "unknown_rung" } },
    });
    const { cycleId } = company;
    const admin = company.context("hrAdmin");
    await pauseCycle(admin, { cycleId, version: 1, reason: "停电" });
    expect(await reopen(sheet, "self_review")).toEqual({ ok: false, code: "cycle_paused" });
    await resumeCycle(admin, { cycleId, version: 2, reason: "来电", days: 0 });
  });

  it("is unknown to strangers, and refused with a version that others have raised, which changes nothing", async () => {
    const sheet = await appraisalIn(company, "interview");
    const input = reopenSheetSchema.parse({
      ...{ ...sheet.target, to: "manager_scoring", reasons: [reason] },
    });
    for (const person of ["manager", "secondLevel", "divisionHead", "hrAdmin"] as const)
      expect(await reopenSheet(company.context(person), input), person).not.toMatchObject({
        ok: true,
      });
    const own = { actor: sheet.employee, now: company.now };
    expect(await reopenSheet(own, input)).toEqual({ ok: false, code: "not_found" });
    const stale = { ...input, version: input.version - 1 };
    expect(await reopenSheet(company.context("hrPartner"), stale)).toMatchObject({
      ...{ ok: false, code: "stale", data: { version: input.version, state: "interview" } },
    });
    expect((await rowOf(sheet.id)).version).toBe(input.version);
  });

  it("is refused once its cycle is closed", async () => {
    const sheet = await appraisalIn(company, "published");
    const where = { id: company.cycleId };
    const cycle = (data: { state: "open" | "closed"; closedAt: Date | null }) =>
      behindTriggers((tx) => tx.cycle.update({ where, data }));
    await cycle({ state: "closed", closedAt: company.now });
    expect(await reopen(sheet, "manager_scoring")).toEqual({ ok: false, code: "cycle_closed" });
    await cycle({ state: "open", closedAt: null });
  });
});

describe("HR reopens its own audit", () => {
  const value = "integrity";
  const everyThree = () =>
    Object.fromEntries(company.ruleset.framework.values.map(({ key }) => [key, 6]));

  /** A half point with its facts, verified by HR, on its way to the interview. */
  async function audited() {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await resubmit(company, sheet.id, { ...everyThree(), [value]: 1 });
    const items = [{ appraisalId: sheet.id, version: (await rowOf(sheet.id)).version }];
    await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
    expect(await confirm(sheet.id, 0.1)).toMatchObject({ ok: true });
    expect(await rowOf(sheet.id)).toMatchObject({ state: "interview" });
    return sheet.id;
  }

  const confirm = async (appraisalId: string, at: number) =>
    confirmScore(company.context("hrPartner", at), {
      ...{ appraisalId, version: (await rowOf(appraisalId)).version, value, comment: "" },
    });

  const again = async (appraisalId: string, over: Partial<typeof reason> = {}) =>
    reopenSheet(company.context("hrPartner", 0.2), {
      ...reopenSheetSchema.parse({
        ...{ appraisalId, version: (await rowOf(appraisalId)).version, to: "hr_audit" },
        reasons: [{ ...reason, value, rung: 1, ...over }],
      }),
    });

  it("for a value it verified: the scores and the second level's word stand, and it goes on once verified anew", async () => {
    const id = await audited();
    const { round, managerTotal } = await rowOf(id);
    expect(await again(id)).toMatchObject({ ok: true });
    const row = { state: "hr_audit", returnedFrom: "interview", round, managerTotal };
    expect(await rowOf(id)).toMatchObject({ ...row, finalAt: null });
    const dossier = await readDossier(company.actor("hrPartner"), id);
    const open = dossier?.values.filter(({ toVerify }) => toVerify).map(({ key }) => key);
    expect(open).toEqual([value]);
    const kinds = (await eventsOf(id)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(["hr.reopened_audit", "hr.taken_back"]);
    expect(await confirm(id, 0.3)).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "interview" });
    const decided = await readDecided(company.actor("hrPartner"), "hr", { after: undefined });
    const first = decided.rows.filter((one) => one.appraisalId === id).at(-1);
    expect(first).toMatchObject({
      verdict: "confirmed",
      reopenedAt: company.context("hrPartner", 0.2).now,
    });
  });

  it("not for what it never verified, nor from where it stands already", async () => {
    const id = await audited();
    expect(await again(id, { value: "teamwork" })).toMatchObject({
      fields: { "reasons.0.value": { code: "nothing_to_verify" } },
    });
    expect(await rowOf(id)).toMatchObject({ state: "interview" });
    const sheet = await appraisalIn(company, "hr_audit");
    expect(await reopen(sheet, "hr_audit")).toMatchObject({ ok: false, fields: { to: {} } });
  });

  it("and nobody withdraws what HR verified without leading the sheet back", async () => {
    const id = await audited();
    const [word] = await database().hrVerification.findMany({ where: { appraisalId: id } });
    if (word === undefined) throw new Error("nothing verified");
    const { round, halfPoints, byId } = word;
    const write = database().$executeRaw`
      INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, comment, by_id, at)
      VALUES (gen_random_uuid(), ${id}::uuid, ${round}, ${value}, ${halfPoints}, 'taken_back', '', ${byId}::uuid, ${company.now})`;
    await expect(write).rejects.toThrow(/leads back/);
  });
});
