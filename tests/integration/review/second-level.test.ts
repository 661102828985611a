import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { parseInput } from "@/lib/commands/request";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { agreeSchema, returnSheetSchema } from "@/lib/second-level/schema";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { alter, eventsOf, footprintOf, notesOf, resubmit, rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const threes = { "customer-first": 6, integrity: 6 };

function agree(items: readonly TestAppraisal[], by: Person = "secondLevel", at = 0) {
  const targets = items.map(({ target }) => ({ ...target }));
  return agreeToSheets(company.context(by, at), { items: targets, comment: "" });
}

const plain = { reason: "请补上客户的原话。", value: null, rung: null, caseId: null };

function giveBack(sheet: TestAppraisal, over: object = {}, by: Person = "secondLevel", at = 0) {
  const input = { ...sheet.target, reasons: [{ ...plain, ...over }] };
  return returnSheet(company.context(by, at), input);
}

describe("agreeing", () => {
  it("sends a sheet with scores to verify to HR", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const answer = await agree([sheet]);
    expect(answer).toEqual({
      ok: true,
      value: { agreed: [{ appraisalId: sheet.id, version: 2, state: "hr_audit" }], refused: [] },
    });
    expect(await rowOf(sheet.id)).toMatchObject({ state: "hr_audit", version: 2, finalAt: null });
    expect(await eventsOf(sheet.id)).toEqual([
      { kind: "second_level.agreed", payload: { round: 1 }, actorId: company.ids.secondLevel },
    ]);
  });

  it("makes the scores final where nothing is to be verified or approved", async () => {
    const sheet = await appraisalIn(company, "second_level", { manager: threes });
    await agree([sheet]);
    expect(await rowOf(sheet.id)).toMatchObject({
      state: "interview",
      finalAt: company.now,
      stateSince: company.now,
    });
  });

  it("takes each of several on its own: a stale one stays, the others go", async () => {
    const sheets = await Promise.all([1, 2, 3].map(() => appraisalIn(company, "second_level")));
    const [first, second, third] = sheets;
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    await alter(second.id, { version: 7 });
    const answer = await agreeToSheets(company.context("secondLevel"), {
      items: [first.target, second.target, third.target],
      comment: "同意。",
    });
    expect(answer).toEqual({
      ok: true,
      value: {
        agreed: [
          { appraisalId: first.id, version: 2, state: "hr_audit" },
          { appraisalId: third.id, version: 2, state: "hr_audit" },
        ],
        refused: [{ appraisalId: second.id, code: "stale" }],
      },
    });
    expect(await rowOf(second.id)).toMatchObject({ state: "second_level", version: 7 });
    const decisions = await database().secondLevelDecision.findMany({
      where: { appraisalId: { in: sheets.map(({ id }) => id) } },
    });
    expect(decisions.map(({ comment }) => comment)).toEqual(["同意。", "同意。"]);
  });

  it("is done by exactly one of two at the same moment", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const answers = await Promise.all([agree([sheet]), agree([sheet])]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "stale" });
    expect(await footprintOf(sheet.id)).toMatchObject({ decisions: 1, events: 1 });
  });

  it.each<Person>([
    "manager",
    "employee",
    "divisionHead",
    "otherManager",
    "otherDivisionHead",
    "hrPartner",
    "hrAdmin",
  ])("is not open to %s", async (person) => {
    const sheet = await appraisalIn(company, "second_level");
    const before = await footprintOf(sheet.id);
    expect(await agree([sheet], person)).toEqual({ ok: false, code: "not_found" });
    expect(await footprintOf(sheet.id)).toEqual(before);
  });

  it("is HR's where the manager has no manager, and then nobody else's", async () => {
    const line = { secondLevelId: null };
    const sheet = await appraisalIn(company, "second_level", { line });
    expect(await agree([sheet], "secondLevel")).toEqual({ ok: false, code: "not_found" });
    expect(await agree([sheet], "otherHrPartner")).toEqual({ ok: false, code: "not_found" });
    expect(await agree([sheet], "hrPartner")).toMatchObject({ ok: true });
  });

  it("is not HR's own where HR scored the sheet", async () => {
    const line = { secondLevelId: null, managerId: company.ids.hrPartner, hrPartnerId: null };
    const sheet = await appraisalIn(company, "second_level", { line });
    expect(await agree([sheet], "hrPartner")).toEqual({ ok: false, code: "not_found" });
  });

  it.each([
    [-31, "window_not_open"],
    [9, "window_closed"],
  ])("keeps to the window (day %i)", async (at, code) => {
    const sheet = await appraisalIn(company, "second_level");
    const before = await footprintOf(sheet.id);
    expect(await agree([sheet], "secondLevel", at)).toEqual({ ok: false, code });
    expect(await footprintOf(sheet.id)).toEqual(before);
  });

  it("is refused once the sheet has gone on", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    expect(await agree([sheet])).toEqual({ ok: false, code: "wrong_state" });
  });
});

describe("returning", () => {
  it("goes back to the manager with the reason, and the next round is a new decision", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const answer = await giveBack(sheet, { value: "integrity", rung: 2 });
    expect(answer).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await rowOf(sheet.id)).toMatchObject({
      state: "manager_scoring",
      returnedFrom: "second_level",
      round: 1,
    });
    const [note] = await notesOf(sheet.id);
    expect(note).toMatchObject({
      fromState: "second_level",
      toState: "manager_scoring",
      valueKey: "integrity",
      point: 2,
      reason: "请补上客户的原话。",
      resolvedAt: null,
    });
    expect(await eventsOf(sheet.id)).toMatchObject([
      { kind: "second_level.returned", payload: { round: 1, noteId: note?.id } },
    ]);
    const version = await resubmit(company, sheet.id);
    const again = { items: [{ appraisalId: sheet.id, version }], comment: "" };
    expect(await agreeToSheets(company.context("secondLevel"), again)).toMatchObject({ ok: true });
    const decisions = await database().secondLevelDecision.findMany({
      where: { appraisalId: sheet.id },
      orderBy: { round: "asc" },
    });
    expect(decisions.map(({ round, verdict }) => [round, verdict])).toEqual([
      [1, "returned"],
      [2, "agreed"],
    ]);
    expect((await notesOf(sheet.id))[0]?.resolvedAt).toEqual(company.now);
  });

  it("lets the mended sheet through after the window, or a late return would bury it", async () => {
    const sheet = await appraisalIn(company, "second_level");
    await giveBack(sheet);
    const version = await resubmit(company, sheet.id);
    const items = [{ appraisalId: sheet.id, version }];
    const late = company.context("secondLevel", 9);
    expect(await agreeToSheets(late, { items, comment: "" })).toMatchObject({ ok: true });
  });

  it.each([
    [{ value: "wisdom" }, { "reasons.0.value": { code: "unknown_value" } }],
    [{ value: "integrity", rung: 6 }, { "reasons.0.rung": { code: "unknown_rung" } }],
    [{ rung: 2 }, { "reasons.0.value": { code: "value_required" } }],
  ])("points at a place that exists: %j", async (over, fields) => {
    const sheet = await appraisalIn(company, "second_level");
    const before = await footprintOf(sheet.id);
    expect(await giveBack(sheet, over)).toEqual({ ok: false, code: "invalid_input", fields });
    expect(await footprintOf(sheet.id)).toEqual(before);
  });

  it.each<Person>(["manager", "divisionHead", "hrPartner", "otherManager"])(
    "is not open to %s",
    async (person) => {
      const sheet = await appraisalIn(company, "second_level");
      expect(await giveBack(sheet, {}, person)).toEqual({ ok: false, code: "not_found" });
    },
  );

  it("is refused on an older version, and says what stands there now", async () => {
    const sheet = await appraisalIn(company, "second_level");
    await alter(sheet.id, { version: 4 });
    expect(await giveBack(sheet)).toEqual({
      ok: false,
      code: "stale",
      data: { version: 4, state: "second_level" },
    });
  });

  it("is refused after the window", async () => {
    const sheet = await appraisalIn(company, "second_level");
    expect(await giveBack(sheet, {}, "secondLevel", 9)).toEqual({
      ok: false,
      code: "window_closed",
    });
  });
});

describe("what is sent", () => {
  const item = () => ({ appraisalId: randomUUID(), version: 1 });
  const one = item();

  it.each([
    [{ items: [] }, { items: { code: "nothing_chosen" } }],
    [
      { items: Array.from({ length: 51 }, item) },
      { items: { code: "too_many_chosen", data: { max: 50 } } },
    ],
    [{ items: [one, one] }, { items: { code: "duplicate" } }],
    [
      { items: [one], comment: "长".repeat(2001) },
      { comment: { code: "too_long", data: { max: 2000 } } },
    ],
    [
      { items: [{ ...one, appraisalId: "1" }] },
      { "items.0.appraisalId": { code: "invalid_input" } },
    ],
  ])("is refused at its field when agreeing (%#)", (input, fields) => {
    expect(parseInput(agreeSchema, input)).toEqual({ ok: false, code: "invalid_input", fields });
  });

  it.each([
    [{ ...one }, { reasons: { code: "invalid_input" } }],
    [{ ...one, reasons: [] }, { reasons: { code: "reason_required" } }],
    [
      { ...one, reasons: Array.from({ length: 31 }, () => ({ reason: "缺" })) },
      { reasons: { code: "too_many_chosen", data: { max: 30 } } },
    ],
    [
      { ...one, reasons: [{ reason: "缺" }, { reason: "  \n" }] },
      { "reasons.1.reason": { code: "reason_required" } },
    ],
    [
      { ...one, reasons: [{ reason: "长".repeat(2001) }] },
      { "reasons.0.reason": { code: "too_long", data: { max: 2000 } } },
    ],
    [
      { ...one, reasons: [{ reason: "缺", rung: 0 }] },
      { "reasons.0.rung": { code: "unknown_rung" } },
    ],
    [
      { ...one, reasons: [{ reason: "缺", caseId: "1" }] },
      { "reasons.0.caseId": { code: "unknown_case" } },
    ],
  ])("is refused at its field when returning (%#)", (input, fields) => {
    expect(parseInput(returnSheetSchema, input)).toEqual({
      ok: false,
      code: "invalid_input",
      fields,
    });
  });
});
