import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { eventsOf, inputOf, rowOf, scorerOf, threes } from "../../support/manager-scoring";
import { alter } from "../../support/review";

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
beforeAll(async () => {
  company = await buildCompany();
  scorer = scorerOf(company);
});

describe("saving a value", () => {
  it("scores it over the self-review's cases, and tells nobody but the manager's side", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const value = { ...scorer.valueAt("customer-first", 6), cases: [] };
    const saved = await scorer.save(appraisal, 1, value);
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
    const saved = await scorer.save(appraisal, 1, {
      ...scorer.valueAt("customer-first", 6),
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
    expect(await scorer.save(appraisal, 1, scorer.valueAt("integrity", 6), person)).toEqual({
      ok: false,
      code,
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ version: 1 });
  });

  it("is refused to the person appraised", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const value = scorer.valueAt("integrity", 10);
    const outcome = await saveManagerValue(appraisal.context(), inputOf(appraisal, 1, value));
    expect(outcome).toEqual({ ok: false, code: "not_found" });
    expect(
      await database().judgement.count({ where: { appraisalId: appraisal.id, side: "manager" } }),
    ).toBe(0);
  });

  it("is refused to a former manager after the hand-over", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    await alter(appraisal.id, { managerId: company.ids.otherManager });
    const value = scorer.valueAt("integrity", 6);
    expect(await scorer.save(appraisal, 1, value)).toEqual({ ok: false, code: "not_found" });
    expect(await scorer.save(appraisal, 1, value, "otherManager")).toMatchObject({ ok: true });
  });

  it("answers a stale version with what stands there now", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const first = scorer.valueAt("integrity", 6);
    await scorer.save(appraisal, 1, first);
    const outcome = await scorer.save(appraisal, 1, scorer.valueAt("integrity", 8));
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
    const input = inputOf(appraisal, 1, scorer.valueAt("integrity", 6));
    expect(await saveManagerValue(company.context("manager", at), input)).toEqual({
      ok: false,
      code,
    });
  });

  it("is open after the deadline for a sheet that was handed back", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    await alter(appraisal.id, { returnedFrom: "hr_audit" });
    const input = inputOf(appraisal, 1, scorer.valueAt("integrity", 6));
    expect(await saveManagerValue(company.context("manager", 40), input)).toMatchObject({
      ok: true,
    });
  });

  it.each(["second_level", "hr_audit", "approval", "interview", "published"] as const)(
    "is frozen in %s",
    async (state) => {
      const appraisal = await appraisalIn(company, state);
      const outcome = await scorer.save(appraisal, 1, scorer.valueAt("integrity", 6));
      expect(outcome).toEqual({ ok: false, code: "wrong_state" });
    },
  );

  it("does not exist before the self-review is handed in", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const outcome = await scorer.save(appraisal, 1, scorer.valueAt("integrity", 6));
    expect(outcome).toEqual({ ok: false, code: "not_found" });
  });

  it("refuses values and rungs the framework does not know", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const value = scorer.valueAt("integrity", 6);
    expect(await scorer.save(appraisal, 1, { ...value, key: "bravery" })).toMatchObject({
      code: "invalid_input",
      fields: { "value.key": { code: "unknown_value" } },
    });
    expect(await scorer.save(appraisal, 1, { ...value, judgements: { 6: "met" } })).toMatchObject({
      code: "invalid_input",
      fields: { "value.judgements.6": { code: "unknown_rung" } },
    });
  });
});
