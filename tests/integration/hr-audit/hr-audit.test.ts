import { beforeAll, describe, expect, it } from "vitest";
import { caseReturnReasons, type CaseReturnReason } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { agreeToSheets } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { alter, eventsOf, footprintOf, notesOf, resubmit, rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

interface Confirming {
  readonly id: string;
  readonly value: string;
  readonly by?: Person;
  readonly at?: number;
  readonly version?: number;
}

async function confirm({ id, value, by = "hrPartner", at = 0, version }: Confirming) {
  return confirmScore(company.context(by, at), {
    appraisalId: id,
    version: version ?? (await rowOf(id)).version,
    value,
    comment: "",
  });
}

interface Returning {
  readonly id: string;
  readonly value: string;
  readonly reason?: CaseReturnReason;
  readonly rung?: number | null;
  readonly by?: Person;
}

async function giveBack({
  id,
  value,
  reason = "insufficient",
  rung = null,
  by = "hrPartner",
}: Returning) {
  return returnScores(company.context(by), {
    appraisalId: id,
    version: (await rowOf(id)).version,
    reasons: [{ value, caseReason: reason, reason: "看不出是谁受益。", rung, caseId: null }],
  });
}

async function agree(id: string) {
  const { version } = await rowOf(id);
  const items = [{ appraisalId: id, version }];
  return agreeToSheets(company.context("secondLevel"), { items, comment: "" });
}

describe("confirming", () => {
  it("moves on with the last value only: the 5 then waits for approval", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    expect(await confirm({ id, value: "integrity" })).toMatchObject({
      ok: true,
      value: { version: 2, value: { state: "hr_audit", left: 1 } },
    });
    expect(await rowOf(id)).toMatchObject({ state: "hr_audit" });
    expect(await confirm({ id, value: "customer-first" })).toMatchObject({
      ok: true,
      value: { version: 3, value: { state: "approval", left: 0 } },
    });
    expect(await rowOf(id)).toMatchObject({ state: "approval", finalAt: null });
    expect(await eventsOf(id)).toMatchObject([
      { kind: "hr.confirmed", payload: { round: 1, value: "integrity", halfPoints: 2 } },
      { kind: "hr.confirmed", payload: { round: 1, value: "customer-first", halfPoints: 10 } },
    ]);
    const kept = await database().hrVerification.findMany({
      where: { appraisalId: id, valueKey: "customer-first" },
    });
    expect(kept).toMatchObject([
      { byId: company.ids.hrPartner, halfPoints: 10, verdict: "confirmed" },
    ]);
  });

  it("makes the scores final where no 5 waits", async () => {
    const manager = { "customer-first": 8 };
    const { id } = await appraisalIn(company, "hr_audit", { manager });
    await confirm({ id, value: "customer-first" });
    expect(await rowOf(id)).toMatchObject({ state: "interview", finalAt: company.now });
  });

  it("asks for the beneficiary's view of a 5 at its field, and changes nothing without", async () => {
    const { id } = await appraisalIn(company, "hr_audit", { unheard: true });
    const before = await footprintOf(id);
    expect(await confirm({ id, value: "customer-first" })).toEqual({
      ok: false,
      code: "reason_required",
      fields: { asked: { code: "beneficiary_view_required" } },
    });
    expect(await footprintOf(id)).toEqual(before);
  });

  it("never changes a score", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    const scores = () => database().valueScore.findMany({ where: { appraisalId: id } });
    const before = await scores();
    await confirm({ id, value: "customer-first" });
    await giveBack({ id, value: "integrity" });
    expect(await scores()).toEqual(before);
  });

  it("is refused for a score that needs no look, an unknown value and one already confirmed", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    expect(await confirm({ id, value: "teamwork" })).toMatchObject({
      code: "invalid_input",
      fields: { value: { code: "nothing_to_verify" } },
    });
    expect(await confirm({ id, value: "wisdom" })).toMatchObject({
      code: "invalid_input",
      fields: { value: { code: "unknown_value" } },
    });
    await confirm({ id, value: "integrity" });
    const before = await footprintOf(id);
    expect(await confirm({ id, value: "integrity" })).toEqual({ ok: false, code: "already_done" });
    expect(await footprintOf(id)).toEqual(before);
  });

  it("is done by exactly one of two at the same moment", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    const twice = () => confirm({ id, value: "integrity", version: 1 });
    const answers = await Promise.all([twice(), twice()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "stale" });
    expect(await footprintOf(id)).toMatchObject({ verifications: 1, events: 1 });
  });

  it.each<Person>([
    "hrAdmin",
    "otherHrPartner",
    "manager",
    "secondLevel",
    "divisionHead",
    "employee",
  ])("is not open to %s", async (by) => {
    const { id } = await appraisalIn(company, "hr_audit");
    const before = await footprintOf(id);
    const answer = await confirm({ id, value: "integrity", by });
    // The line above may read the sheet in this state, so it hears "not yours now" at most as “no such thing”.
    expect(answer).toEqual({ ok: false, code: "not_found" });
    expect(await footprintOf(id)).toEqual(before);
  });

  it("is not HR's own where HR scored the sheet, nor on HR's own sheet", async () => {
    const line = { managerId: company.ids.hrPartner, hrPartnerId: null };
    const scored = await appraisalIn(company, "hr_audit", { line });
    expect(await confirm({ id: scored.id, value: "integrity" })).toMatchObject({
      code: "not_found",
    });
    const own = await appraisalIn(company, "hr_audit");
    const actor = { ...company.actor("hrPartner"), employeeId: own.employeeId };
    const input = { ...own.target, value: "integrity", comment: "" };
    expect(await confirmScore({ actor, now: company.now }, input)).toEqual({
      ok: false,
      code: "not_found",
    });
  });

  it.each([
    [-31, "window_not_open"],
    [12, "window_closed"],
  ])("keeps to the window (day %i)", async (at, code) => {
    const { id } = await appraisalIn(company, "hr_audit");
    expect(await confirm({ id, value: "integrity", at })).toEqual({ ok: false, code });
  });

  it("is refused on an older version and in another state", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    await alter(id, { version: 3 });
    expect(await confirm({ id, value: "integrity", version: 2 })).toEqual({
      ok: false,
      code: "stale",
      data: { version: 3, state: "hr_audit" },
    });
    const later = await appraisalIn(company, "interview");
    expect(await confirm({ id: later.id, value: "integrity" })).toEqual({
      ok: false,
      code: "wrong_state",
    });
    const earlier = await appraisalIn(company, "second_level");
    expect(await confirm({ id: earlier.id, value: "integrity" })).toEqual({
      ok: false,
      code: "not_found",
    });
  });
});

describe("returning", () => {
  it.each(caseReturnReasons)("keeps the reason %s, pinned to value and rung", async (reason) => {
    const { id } = await appraisalIn(company, "hr_audit");
    expect(await giveBack({ id, value: "integrity", reason, rung: 2 })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "manager_scoring", returnedFrom: "hr_audit" });
    const [note] = await notesOf(id);
    expect(note).toMatchObject({
      fromState: "hr_audit",
      toState: "manager_scoring",
      caseReason: reason,
      valueKey: "integrity",
      point: 2,
    });
    expect(await database().hrVerification.findMany({ where: { appraisalId: id } })).toMatchObject([
      { verdict: "returned", caseReason: reason, halfPoints: 2, round: 1 },
    ]);
    expect(await eventsOf(id)).toMatchObject([
      { kind: "hr.returned", payload: { value: "integrity", reason, noteId: note?.id } },
    ]);
  });

  it("keeps a confirmation for the score it was given to, and asks again for a changed one", async () => {
    const manager = { "customer-first": 8, integrity: 2, passion: 9 };
    const { id } = await appraisalIn(company, "hr_audit", { manager });
    await confirm({ id, value: "integrity" });
    await confirm({ id, value: "customer-first" });
    await giveBack({ id, value: "passion" });
    await resubmit(company, id, { passion: 8, "customer-first": 9 });
    await agree(id);
    expect(await rowOf(id)).toMatchObject({ state: "hr_audit", round: 2 });
    expect(await confirm({ id, value: "integrity" })).toEqual({ ok: false, code: "already_done" });
    await confirm({ id, value: "customer-first" });
    expect(await rowOf(id)).toMatchObject({ state: "hr_audit" });
    await confirm({ id, value: "passion" });
    expect(await rowOf(id)).toMatchObject({ state: "interview" });
  });

  it("takes back a confirmation of the same round, so the same score is looked at again", async () => {
    const manager = { "customer-first": 8, integrity: 2 };
    const { id } = await appraisalIn(company, "hr_audit", { manager });
    await confirm({ id, value: "integrity" });
    expect(await giveBack({ id, value: "integrity" })).toMatchObject({ ok: true });
    await resubmit(company, id);
    await agree(id);
    expect(await confirm({ id, value: "integrity" })).toMatchObject({ ok: true });
  });

  it("lets a score in the middle be returned, too", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    expect(await giveBack({ id, value: "teamwork" })).toMatchObject({ ok: true });
  });

  it("points at a place that exists", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    const before = await footprintOf(id);
    expect(await giveBack({ id, value: "integrity", rung: 6 })).toMatchObject({
      code: "invalid_input",
      fields: { "reasons.0.rung": { code: "unknown_rung" } },
    });
    expect(await giveBack({ id, value: "wisdom" })).toMatchObject({
      fields: { "reasons.0.value": { code: "unknown_value" } },
    });
    expect(await footprintOf(id)).toEqual(before);
  });

  it.each<Person>(["hrAdmin", "otherHrPartner", "manager", "secondLevel", "divisionHead"])(
    "is not open to %s",
    async (by) => {
      const { id } = await appraisalIn(company, "hr_audit");
      expect(await giveBack({ id, value: "integrity", by })).toEqual({
        ok: false,
        code: "not_found",
      });
      expect(await rowOf(id)).toMatchObject({ state: "hr_audit", version: 1 });
    },
  );
});
