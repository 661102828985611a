import { beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/errors/outcome";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import {
  returnSelfReview,
  saveManagerValue,
  submitManagerSheet,
} from "@/lib/manager-scoring/commands";
import { returnSelfReviewSchema, saveManagerValueSchema } from "@/lib/manager-scoring/schema";
import type { SheetValue } from "@/lib/sheet/types";
import { appraisalIn, type TestAppraisal } from "../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../support/company";
import { valueWith } from "../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const threes = { "customer-first": 6, integrity: 6 };

function definitionOf(key: string) {
  const found = company.ruleset.framework.values.find((value) => value.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

function rowOf(id: string) {
  return database().appraisal.findUniqueOrThrow({ where: { id } });
}

function eventsOf(id: string) {
  return database().auditEvent.findMany({ where: { appraisalId: id }, orderBy: { id: "asc" } });
}

function inputOf({ id }: TestAppraisal, version: number, value: SheetValue) {
  const parsed = parseInput(saveManagerValueSchema, { appraisalId: id, version, value });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

async function save(
  appraisal: TestAppraisal,
  version: number,
  value: SheetValue,
  by: Person = "manager",
) {
  return saveManagerValue(company.context(by), inputOf(appraisal, version, value));
}

/** Judges every value by the judgements alone, so that only the self-review's cases can prove anything. */
async function judgeAll(appraisal: TestAppraisal, scores: Readonly<Record<string, number>> = {}) {
  let version = 1;
  for (const definition of company.ruleset.framework.values) {
    const value = valueWith(definition, scores[definition.key] ?? 6);
    const saved = await save(appraisal, version, { ...value, cases: [], justification: "" });
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    version = saved.value.version;
  }
  return version;
}

function submit(appraisal: TestAppraisal, version: number, by: Person = "manager", at = 0) {
  return submitManagerSheet(company.context(by, at), { appraisalId: appraisal.id, version });
}

function missingOf(outcome: Outcome<unknown>) {
  if (outcome.ok || outcome.code !== "incomplete") throw new Error(JSON.stringify(outcome));
  return outcome.data;
}

const asked = { reason: "请补上客户怎么说。", value: "customer-first", rung: 3 };

describe("saving a value", () => {
  it("scores it over the self-review's cases, and tells nobody but the manager's side", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const value = { ...valueWith(definitionOf("customer-first"), 6), cases: [] };
    const saved = await save(appraisal, 1, value);
    expect(saved).toMatchObject({
      ok: true,
      value: { version: 2, value: { score: 6, total: null } },
    });
    expect(await rowOf(appraisal.id)).toMatchObject({
      version: 2,
      selfTotal: 36,
      managerTotal: null,
    });
    expect((await eventsOf(appraisal.id)).map(({ kind }) => kind)).toEqual(["manager.saved"]);
  });

  it("grants no evidenced rung that neither side has a case for", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: { "customer-first": 4 },
    });
    const saved = await save(appraisal, 1, {
      ...valueWith(definitionOf("customer-first"), 6),
      cases: [],
    });
    expect(saved).toMatchObject({ ok: true, value: { value: { score: 4 } } });
  });

  it.each<[Person, string]>([
    ["otherManager", "not_found"],
    ["secondLevel", "not_found"],
    ["hrPartner", "not_found"],
    ["hrAdmin", "not_found"],
  ])("is refused to %s as %s", async (person, code) => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    expect(await save(appraisal, 1, valueWith(definitionOf("integrity"), 6), person)).toEqual({
      ok: false,
      code,
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ version: 1 });
  });

  it("is refused to the person appraised", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const value = valueWith(definitionOf("integrity"), 10);
    const outcome = await saveManagerValue(appraisal.context(), inputOf(appraisal, 1, value));
    expect(outcome).toEqual({ ok: false, code: "not_found" });
    expect(
      await database().judgement.count({ where: { appraisalId: appraisal.id, side: "manager" } }),
    ).toBe(0);
  });

  it("is refused to a former manager after the hand-over", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    await database().participant.updateMany({
      where: { employeeId: appraisal.employeeId },
      data: { managerId: company.ids.otherManager },
    });
    const value = valueWith(definitionOf("integrity"), 6);
    expect(await save(appraisal, 1, value)).toEqual({ ok: false, code: "not_found" });
    expect(await save(appraisal, 1, value, "otherManager")).toMatchObject({ ok: true });
  });

  it("answers a stale version with what stands there now", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const first = valueWith(definitionOf("integrity"), 6);
    await save(appraisal, 1, first);
    const outcome = await save(appraisal, 1, valueWith(definitionOf("integrity"), 8));
    expect(outcome).toMatchObject({
      ok: false,
      code: "stale",
      data: {
        version: 2,
        state: "manager_scoring",
        current: { key: "integrity", judgements: first.judgements },
      },
    });
  });

  it.each([
    [-31, "window_not_open"],
    [7, "window_closed"],
  ])("is refused %i days from now as %s", async (at, code) => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const input = inputOf(appraisal, 1, valueWith(definitionOf("integrity"), 6));
    expect(await saveManagerValue(company.context("manager", at), input)).toEqual({
      ok: false,
      code,
    });
  });

  it("is open after the deadline for a sheet that was handed back", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    await database().appraisal.update({
      where: { id: appraisal.id },
      data: { returnedFrom: "hr_audit" },
    });
    const input = inputOf(appraisal, 1, valueWith(definitionOf("integrity"), 6));
    expect(await saveManagerValue(company.context("manager", 40), input)).toMatchObject({
      ok: true,
    });
  });

  it.each(["second_level", "hr_audit", "approval", "interview", "published"] as const)(
    "is frozen in %s",
    async (state) => {
      const appraisal = await appraisalIn(company, state);
      const outcome = await save(appraisal, 1, valueWith(definitionOf("integrity"), 6));
      expect(outcome).toEqual({ ok: false, code: "wrong_state" });
    },
  );

  it("does not exist before the self-review is handed in", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const outcome = await save(appraisal, 1, valueWith(definitionOf("integrity"), 6));
    expect(outcome).toEqual({ ok: false, code: "not_found" });
  });

  it("refuses values and rungs the framework does not know", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const value = valueWith(definitionOf("integrity"), 6);
    expect(await save(appraisal, 1, { ...value, key: "bravery" })).toMatchObject({
      code: "invalid_input",
      fields: { "value.key": { code: "unknown_value" } },
    });
    expect(await save(appraisal, 1, { ...value, judgements: { 6: "met" } })).toMatchObject({
      code: "invalid_input",
      fields: { "value.judgements.6": { code: "unknown_rung" } },
    });
  });
});

describe("handing in", () => {
  it("takes a whole sheet up to the second level with its snapshot, total, band and event", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await judgeAll(appraisal);
    const outcome = await submit(appraisal, version);
    expect(outcome).toMatchObject({ ok: true, value: { value: { total: 36, band: "fail" } } });
    expect(await rowOf(appraisal.id)).toMatchObject({
      state: "second_level",
      round: 1,
      managerTotal: 36,
      band: "fail",
      returnedFrom: null,
      managerSubmittedAt: company.now,
    });
    const kept = await database().submission.findMany({
      where: { appraisalId: appraisal.id, side: "manager" },
    });
    expect(kept).toMatchObject([
      { number: 1, submittedById: company.ids.manager, sheet: { total: 36 } },
    ]);
    const last = (await eventsOf(appraisal.id)).at(-1);
    expect(last).toMatchObject({
      kind: "manager.submitted",
      actorId: company.ids.manager,
      payload: { round: 1, total: 36 },
    });
  });

  it.each([
    [0, "customer-first"],
    [1, "customer-first"],
    [8, "customer-first"],
    [10, "teamwork"],
  ])("asks for the facts of %i half-points", async (score, key) => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: { ...threes, [key]: score },
    });
    const version = await judgeAll(appraisal, { [key]: score });
    expect(missingOf(await submit(appraisal, version))).toEqual({
      missing: [{ code: "justification-required", value: key }],
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "manager_scoring", version });
    const facts = {
      ...valueWith(definitionOf(key), score),
      cases: [],
      justification: "两次都留有记录。",
    };
    await save(appraisal, version, facts);
    expect(await submit(appraisal, version + 1)).toMatchObject({ ok: true });
  });

  it.each([2, 3, 7])("asks for no facts of %i half-points", async (score) => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: { ...threes, integrity: score },
    });
    const version = await judgeAll(appraisal, { integrity: score });
    expect(await submit(appraisal, version)).toMatchObject({ ok: true });
  });

  it("names every value not judged and every rung without a case", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: { ...threes, integrity: 4 },
    });
    const saved = await save(appraisal, 1, {
      ...valueWith(definitionOf("integrity"), 6),
      cases: [],
    });
    expect(saved).toMatchObject({ ok: true });
    const { missing } = { ...{ missing: null }, ...Object(missingOf(await submit(appraisal, 2))) };
    expect(missing).toContainEqual({ code: "case-required", value: "integrity", rung: 3 });
    expect(missing).toContainEqual({ code: "not-judged", value: "customer-first", rung: 3 });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "manager_scoring", version: 2 });
  });

  it("does not accept a case that does not say what happened", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await judgeAll(appraisal);
    const value = valueWith(definitionOf("integrity"), 6);
    const [first] = value.cases;
    if (first === undefined) throw new Error("no case");
    await save(appraisal, version, { ...value, cases: [{ ...first, happened: " " }] });
    expect(missingOf(await submit(appraisal, version + 1))).toEqual({
      missing: [{ code: "case_happened", value: "integrity", rung: 3, caseId: first.id }],
    });
  });

  it("is refused to strangers, to the person, after the deadline and with an old version", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await judgeAll(appraisal);
    expect(await submit(appraisal, version, "otherManager")).toEqual({
      ok: false,
      code: "not_found",
    });
    const target = { appraisalId: appraisal.id, version };
    expect(await submitManagerSheet(appraisal.context(), target)).toEqual({
      ok: false,
      code: "not_found",
    });
    expect(await submit(appraisal, version, "manager", 7)).toEqual({
      ok: false,
      code: "window_closed",
    });
    expect(await submit(appraisal, version - 1)).toMatchObject({ ok: false, code: "stale" });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "manager_scoring", version });
  });

  it("happens once however often it is sent", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await judgeAll(appraisal);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => submit(appraisal, version)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rowOf(appraisal.id)).toMatchObject({ round: 1, version: version + 1 });
    expect(
      await database().submission.count({ where: { appraisalId: appraisal.id, side: "manager" } }),
    ).toBe(1);
  });

  it("goes to the second level, too, where there is no manager's manager", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: threes,
      line: { secondLevelId: null },
    });
    const version = await judgeAll(appraisal);
    expect(await submit(appraisal, version)).toMatchObject({ ok: true });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "second_level" });
  });

  it("answers the notes that sent it back and counts another round", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const note = {
      appraisalId: appraisal.id,
      reason: "第 3 级看不出结果。",
      byId: company.ids.secondLevel,
      at: company.now,
    };
    await database().returnNote.createMany({
      data: [
        { ...note, fromState: "second_level", toState: "manager_scoring" },
        { ...note, fromState: "manager_scoring", toState: "self_review" },
      ],
    });
    await database().appraisal.update({
      where: { id: appraisal.id },
      data: { round: 1, returnedFrom: "second_level" },
    });
    const version = await judgeAll(appraisal);
    expect(await submit(appraisal, version)).toMatchObject({ ok: true });
    expect(await rowOf(appraisal.id)).toMatchObject({ round: 2, returnedFrom: null });
    const notes = await database().returnNote.findMany({
      where: { appraisalId: appraisal.id },
      orderBy: { toState: "asc" },
    });
    expect(notes.map(({ toState, resolvedAt }) => [toState, resolvedAt])).toEqual([
      ["self_review", null],
      ["manager_scoring", company.now],
    ]);
  });
});

describe("returning the self-review", () => {
  it("gives it back with a reason at its place and keeps the manager's draft", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await judgeAll(appraisal);
    const before = await database().judgement.count({
      where: { appraisalId: appraisal.id, side: "manager" },
    });
    const outcome = await returnSelfReview(company.context("manager"), {
      ...asked,
      appraisalId: appraisal.id,
      version,
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(await rowOf(appraisal.id)).toMatchObject({
      state: "self_review",
      returnedFrom: "manager_scoring",
      managerTotal: null,
      version: version + 1,
    });
    expect(
      await database().judgement.count({ where: { appraisalId: appraisal.id, side: "manager" } }),
    ).toBe(before);
    const [note] = await database().returnNote.findMany({ where: { appraisalId: appraisal.id } });
    expect(note).toMatchObject({
      reason: asked.reason,
      valueKey: "customer-first",
      point: 3,
      toState: "self_review",
      resolvedAt: null,
    });
    const last = (await eventsOf(appraisal.id)).at(-1);
    expect(last).toMatchObject({ kind: "self.returned", payload: { noteId: note?.id } });
  });

  it.each([
    [{ reason: "  " }, "reason", "reason_required"],
    [{ reason: "长".repeat(2001) }, "reason", "too_long"],
    [{ value: "" }, "value", "value_required"],
    [{ rung: 0 }, "rung", "unknown_rung"],
  ])("is refused at its field: %o", (over, field, code) => {
    const target = { appraisalId: "2f1d1d54-6a2c-4c39-9a4c-6f8f8f0f2b11", version: 1 };
    const parsed = parseInput(returnSelfReviewSchema, { ...asked, ...target, ...over });
    expect(parsed).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { [field]: { code } },
    });
  });

  it.each([
    [{ reason: " " }, "reason", "reason_required"],
    [{ value: "bravery" }, "value", "unknown_value"],
    [{ rung: 9 }, "rung", "unknown_rung"],
  ])("changes nothing when the command is given %o", async (over, field, code) => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const outcome = await returnSelfReview(company.context("manager"), {
      ...asked,
      ...appraisal.target,
      ...over,
    });
    expect(outcome).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { [field]: { code } },
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "manager_scoring", version: 1 });
    expect(await database().returnNote.count({ where: { appraisalId: appraisal.id } })).toBe(0);
  });

  it.each([
    ["self_review", "not_found"],
    ["second_level", "wrong_state"],
    ["hr_audit", "wrong_state"],
    ["interview", "wrong_state"],
    ["published", "wrong_state"],
  ] as const)("is refused in %s as %s", async (state, code) => {
    const appraisal = await appraisalIn(company, state);
    const outcome = await returnSelfReview(company.context("manager"), {
      ...asked,
      ...appraisal.target,
    });
    expect(outcome).toEqual({ ok: false, code });
  });

  it.each<Person>(["secondLevel", "otherManager", "hrPartner"])(
    "is refused to %s",
    async (person) => {
      const appraisal = await appraisalIn(company, "manager_scoring");
      const outcome = await returnSelfReview(company.context(person), {
        ...asked,
        ...appraisal.target,
      });
      expect(outcome).toEqual({ ok: false, code: "not_found" });
    },
  );
});
