import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { approveTop, declineTops } from "@/lib/approval/commands";
import { readTopDossier, readTops } from "@/lib/approval/queries";
import { declineTopsSchema, decideTopSchema } from "@/lib/approval/schema";
import { parseInput } from "@/lib/commands/request";
import { confirmScore } from "@/lib/hr-audit/commands";
import { agreeToSheets } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { alter, eventsOf, footprintOf, notesOf, resubmit, rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

interface Deciding {
  readonly id: string;
  readonly value?: string;
  readonly by?: Person;
  readonly at?: number;
  readonly version?: number;
}

const reason = "客户亲口说的，做法可以推广。";

const targetOf = async ({ id, version }: Deciding) => ({
  appraisalId: id,
  version: version ?? (await rowOf(id)).version,
});

async function approve(deciding: Deciding) {
  const { value = "customer-first", by = "divisionHead", at = 0 } = deciding;
  return approveTop(company.context(by, at), { ...(await targetOf(deciding)), value, reason });
}

async function decline(deciding: Deciding) {
  const { value = "customer-first", by = "divisionHead", at = 0 } = deciding;
  const reasons = [{ value, reason, rung: null, caseId: null }];
  return declineTops(company.context(by, at), { ...(await targetOf(deciding)), reasons });
}

const twoFives = { "customer-first": 10, passion: 10 };

describe("approving", () => {
  it("makes the scores final with the last 5", async () => {
    const { id } = await appraisalIn(company, "approval", { manager: twoFives });
    expect(await approve({ id })).toMatchObject({
      ok: true,
      value: { value: { state: "approval", left: 1 } },
    });
    expect(await rowOf(id)).toMatchObject({ state: "approval", finalAt: null });
    expect(await approve({ id, value: "passion" })).toMatchObject({
      ok: true,
      value: { value: { state: "interview", left: 0 } },
    });
    expect(await rowOf(id)).toMatchObject({ state: "interview", finalAt: company.now });
    expect(await eventsOf(id)).toMatchObject([
      { kind: "approval.approved", payload: { round: 1, value: "customer-first", halfPoints: 10 } },
      { kind: "approval.approved", payload: { round: 1, value: "passion", halfPoints: 10 } },
    ]);
  });

  it("is refused for a score below the top, an unknown value and one already approved", async () => {
    const { id } = await appraisalIn(company, "approval", { manager: twoFives });
    expect(await approve({ id, value: "integrity" })).toMatchObject({
      fields: { value: { code: "nothing_to_approve" } },
    });
    expect(await approve({ id, value: "wisdom" })).toMatchObject({
      fields: { value: { code: "unknown_value" } },
    });
    await approve({ id });
    const before = await footprintOf(id);
    expect(await approve({ id })).toEqual({ ok: false, code: "already_done" });
    expect(await decline({ id })).toEqual({ ok: false, code: "already_done" });
    expect(await footprintOf(id)).toEqual(before);
  });

  it("is done by exactly one of two at the same moment", async () => {
    const { id } = await appraisalIn(company, "approval");
    const answers = await Promise.all([approve({ id, version: 1 }), decline({ id, version: 1 })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ ok: false });
    expect(await footprintOf(id)).toMatchObject({ approvals: 1, events: 1 });
  });

  it.each<Person>([
    "manager",
    "secondLevel",
    "employee",
    "hrPartner",
    "hrAdmin",
    "otherDivisionHead",
    "ceo",
  ])("is not open to %s", async (by) => {
    const { id } = await appraisalIn(company, "approval");
    const before = await footprintOf(id);
    expect(await approve({ id, by })).toEqual({ ok: false, code: "not_found" });
    expect(await decline({ id, by })).toEqual({ ok: false, code: "not_found" });
    expect(await footprintOf(id)).toEqual(before);
  });

  it("is an HR administrator's where no head is left, but never the auditor's", async () => {
    const line = { approverId: null };
    const open = await appraisalIn(company, "approval", { line });
    expect(await approve({ id: open.id, by: "ceo" })).toMatchObject({ code: "not_found" });
    expect(await approve({ id: open.id, by: "hrAdmin" })).toMatchObject({ ok: true });
    const audited = await appraisalIn(company, "approval", {
      line: { approverId: null, hrPartnerId: company.ids.hrAdmin },
    });
    expect(await approve({ id: audited.id, by: "hrAdmin" })).toEqual({
      ok: false,
      code: "not_found",
    });
  });

  it("is not the approver's who verified it for HR", async () => {
    const line = { approverId: company.ids.divisionHead, hrPartnerId: company.ids.divisionHead };
    const { id } = await appraisalIn(company, "approval", { line });
    expect(await approve({ id })).toEqual({ ok: false, code: "not_found" });
  });

  it.each([
    [-31, "window_not_open"],
    [15, "window_closed"],
  ])("keeps to the window (day %i)", async (at, code) => {
    const { id } = await appraisalIn(company, "approval");
    expect(await approve({ id, at })).toEqual({ ok: false, code });
  });

  it("is refused on an older version and after the last decision", async () => {
    const { id } = await appraisalIn(company, "approval");
    await alter(id, { version: 3 });
    expect(await approve({ id, version: 2 })).toMatchObject({ code: "stale" });
    const later = await appraisalIn(company, "interview");
    expect(await approve({ id: later.id })).toEqual({ ok: false, code: "not_found" });
  });
});

describe("declining", () => {
  it("goes back to the manager, and the 5 that stays a 5 comes again without a new audit", async () => {
    const { id } = await appraisalIn(company, "approval");
    expect(await decline({ id })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({
      state: "manager_scoring",
      returnedFrom: "approval",
      round: 1,
      finalAt: null,
    });
    expect(await notesOf(id)).toMatchObject([
      {
        fromState: "approval",
        toState: "manager_scoring",
        valueKey: "customer-first",
        point: null,
      },
    ]);
    await resubmit(company, id);
    await agreeAgain(id);
    expect(await rowOf(id)).toMatchObject({ state: "approval", round: 2 });
    await approve({ id });
    expect(await rowOf(id)).toMatchObject({ state: "interview" });
  });

  it("leads to a 4 only by the manager's hand, and HR and who declined look at the new score", async () => {
    const { id } = await appraisalIn(company, "approval");
    await decline({ id });
    await resubmit(company, id, { "customer-first": 8 });
    await agreeAgain(id);
    const { version, state } = await rowOf(id);
    expect(state).toBe("hr_audit");
    const confirmed = await confirmScore(company.context("hrPartner"), {
      appraisalId: id,
      version,
      value: "customer-first",
      comment: "",
    });
    expect(confirmed).toMatchObject({ ok: true, value: { value: { state: "approval" } } });
    const page = await readTops(company.context("divisionHead").actor, {}, company.now);
    expect(page.rows.filter(({ appraisalId }) => appraisalId === id)).toMatchObject([
      { value: "customer-first", halfPoints: 8 },
    ]);
    const opened = await readTopDossier(company.context("divisionHead").actor, id, company.now);
    expect(opened?.values).toMatchObject([{ key: "customer-first", toApprove: true }]);
    expect(await approve({ id })).toMatchObject({
      ok: true,
      value: { value: { state: "interview" } },
    });
  });

  it("declines several at once, each with its own reason, and not one twice", async () => {
    const { id } = await appraisalIn(company, "approval", { manager: twoFives });
    const { version } = await rowOf(id);
    const pin = { rung: null, caseId: null };
    const reasons = ["passion", "customer-first"].map((value) => ({
      value,
      reason: value,
      ...pin,
    }));
    const answer = await declineTops(company.context("divisionHead"), {
      ...{ appraisalId: id, version, reasons },
    });
    expect(answer).toMatchObject({ ok: true, value: { version: version + 1 } });
    expect(await footprintOf(id)).toMatchObject({ approvals: 2, notes: 2, events: 2 });
    expect((await notesOf(id)).map(({ valueKey, reason: said }) => [valueKey, said])).toEqual(
      expect.arrayContaining([
        ["passion", "passion"],
        ["customer-first", "customer-first"],
      ]),
    );
    const twice = { appraisalId: id, version, reasons: reasons.concat(reasons) };
    expect(parseInput(declineTopsSchema, twice)).toMatchObject({
      fields: { reasons: { code: "duplicate" } },
    });
  });

  it("keeps the approval of another 5 of the same sheet", async () => {
    const { id } = await appraisalIn(company, "approval", { manager: twoFives });
    await approve({ id });
    await decline({ id, value: "passion" });
    await resubmit(company, id);
    await agreeAgain(id);
    expect(await approve({ id })).toEqual({ ok: false, code: "already_done" });
    expect(await approve({ id, value: "passion" })).toMatchObject({ ok: true });
  });

  async function agreeAgain(appraisalId: string) {
    const { version } = await rowOf(appraisalId);
    const items = [{ appraisalId, version }];
    return agreeToSheets(company.context("secondLevel"), { items, comment: "" });
  }
});

describe("what is sent", () => {
  const target = { appraisalId: randomUUID(), version: 1 };

  it.each([
    [{ ...target, reason: "可以推广" }, { value: { code: "invalid_input" } }],
    [{ ...target, value: "passion", reason: " \n " }, { reason: { code: "reason_required" } }],
    [
      { ...target, value: "passion", reason: "长".repeat(2001) },
      { reason: { code: "too_long", data: { max: 2000 } } },
    ],
  ])("is refused at its field (%#)", (input, fields) => {
    expect(parseInput(decideTopSchema, input)).toEqual({
      ok: false,
      code: "invalid_input",
      fields,
    });
  });
});

describe("the list of 5s", () => {
  it("holds what waits for this head, with who verified it", async () => {
    const { id } = await appraisalIn(company, "approval", { manager: twoFives });
    await approve({ id });
    const page = await readTops(company.actor("divisionHead"), {}, company.now);
    const mine = page.rows.filter(({ appraisalId }) => appraisalId === id);
    expect(mine).toMatchObject([
      { value: "passion", halfPoints: 10, maxHalfPoints: 10, verifiedBy: { by: "政委子" } },
    ]);
    expect(page.waiting).toBe(page.rows.length);
    expect(page.decided).toBeGreaterThan(0);
  });

  it.each<Person>(["otherDivisionHead", "manager", "secondLevel", "hrPartner", "ceo"])(
    "is empty for %s, who finds no dossier either",
    async (person) => {
      const { id } = await appraisalIn(company, "approval");
      const actor = company.actor(person);
      expect((await readTops(actor, {}, company.now)).rows).toEqual([]);
      expect(await readTopDossier(actor, id, company.now)).toBeNull();
    },
  );

  it("shows the head the 5s alone, with HR's finding and what the beneficiary said", async () => {
    const { id } = await appraisalIn(company, "approval");
    const dossier = await readTopDossier(company.actor("divisionHead"), id, company.now);
    expect(dossier?.totals).toBeNull();
    expect(dossier?.values).toMatchObject([
      {
        key: "customer-first",
        toApprove: true,
        toVerify: false,
        verification: { verdict: "confirmed" },
        views: [{ said: "学员说当天就收到了回复。", asked: "上课的学员", way: "phone" }],
      },
    ]);
    const shown = JSON.stringify(dossier?.history);
    expect(shown).toContain("customer-first");
    expect(shown).not.toContain("integrity");
  });

  it("is closed to the head before HR has passed it on", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    expect(await readTopDossier(company.actor("divisionHead"), id, company.now)).toBeNull();
  });
});
