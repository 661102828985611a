import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import type { AnyOutcome } from "@/lib/errors/outcome";
import { submitManagerSheet } from "@/lib/manager-scoring/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { eventsOf, rowOf, scorerOf, threes } from "../../support/manager-scoring";
import { alter } from "../../support/review";

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
beforeAll(async () => {
  company = await buildCompany();
  scorer = scorerOf(company);
});

function missingIn(outcome: AnyOutcome): unknown {
  if (outcome.ok || outcome.code !== "incomplete") throw new Error(JSON.stringify(outcome));
  return outcome.data;
}

describe("handing in", () => {
  it("takes a whole sheet up to the second level with its snapshot, total, band and event", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await scorer.judgeAll(appraisal);
    const outcome = await scorer.submit(appraisal, version);
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
    // Its half is left to a lapse that was excused.
    [3, "integrity"],
  ])("asks for the facts of %i half-points", async (score, key) => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: { ...threes, [key]: score },
    });
    const version = await scorer.judgeAll(appraisal, { [key]: score });
    expect(missingIn(await scorer.submit(appraisal, version))).toEqual({
      missing: [{ code: "justification-required", value: key }],
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "manager_scoring", version });
    const facts = {
      ...scorer.valueAt(key, score),
      cases: [],
      justification: "两次都留有记录。",
    };
    await scorer.save(appraisal, version, facts);
    expect(await scorer.submit(appraisal, version + 1)).toMatchObject({ ok: true });
  });

  it.each([2, 4, 7])("asks for no facts of %i half-points", async (score) => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: { ...threes, integrity: score },
    });
    const version = await scorer.judgeAll(appraisal, { integrity: score });
    expect(await scorer.submit(appraisal, version)).toMatchObject({ ok: true });
  });

  it("names every value not judged and every rung without a case", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", {
      self: { ...threes, integrity: 4 },
    });
    const saved = await scorer.save(appraisal, 1, {
      ...scorer.valueAt("integrity", 6),
      cases: [],
    });
    expect(saved).toMatchObject({ ok: true });
    const found = missingIn(await scorer.submit(appraisal, 2));
    expect(found).toHaveProperty(
      "missing",
      expect.arrayContaining([{ code: "case-required", value: "integrity", rung: 3 }]),
    );
    expect(found).toHaveProperty(
      "missing",
      expect.arrayContaining([{ code: "not-judged", value: "customer-first", at: 3 }]),
    );
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "manager_scoring", version: 2 });
  });

  it("does not accept a case that does not say what happened", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await scorer.judgeAll(appraisal);
    const value = scorer.valueAt("integrity", 6);
    const [first] = value.cases;
    if (first === undefined) throw new Error("no case");
    await scorer.save(appraisal, version, { ...value, cases: [{ ...first, happened: " " }] });
    expect(missingIn(await scorer.submit(appraisal, version + 1))).toEqual({
      missing: [{ code: "case_happened", value: "integrity", rung: 3, caseId: first.id }],
    });
  });

  it("is refused to strangers, to the person, after the deadline and with an old version", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await scorer.judgeAll(appraisal);
    expect(await scorer.submit(appraisal, version, "otherManager")).toEqual({
      ok: false,
      code: "not_found",
    });
    const target = { appraisalId: appraisal.id, version, unchanged: false, textsStand: false };
    expect(await submitManagerSheet(appraisal.context(), target)).toEqual({
      ok: false,
      code: "not_found",
    });
    expect(await scorer.submit(appraisal, version, "manager", 7)).toEqual({
      ok: false,
      code: "window_closed",
    });
    expect(await scorer.submit(appraisal, version - 1)).toMatchObject({ ok: false, code: "stale" });
    expect(await rowOf(appraisal.id)).toMatchObject({ state: "manager_scoring", version });
  });

  it("happens once however often it is sent", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await scorer.judgeAll(appraisal);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => scorer.submit(appraisal, version)),
    );
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
    const version = await scorer.judgeAll(appraisal);
    expect(await scorer.submit(appraisal, version)).toMatchObject({ ok: true });
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
        {
          ...note,
          fromState: "manager_scoring",
          toState: "self_review",
          byId: company.ids.manager,
        },
      ],
    });
    await alter(appraisal.id, { round: 1, returnedFrom: "second_level" });
    const version = await scorer.judgeAll(appraisal);
    expect(await scorer.submit(appraisal, version)).toMatchObject({ ok: true });
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
