import { beforeAll, describe, expect, it } from "vitest";
import { pauseCycle, resumeCycle } from "@/lib/cycle/commands/cycle";
import { database } from "@/lib/db/client";
import { reopenSheet } from "@/lib/hr-audit/commands";
import { reopenSheetSchema } from "@/lib/reopening/schema";
import { readScoring } from "@/lib/manager-scoring/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const reason = { value: "customer-first", rung: 4, caseId: null, reason: "两处事实互相矛盾。" };

const reopen = (
  { target }: TestAppraisal,
  to: "self_review" | "manager_scoring",
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
});
