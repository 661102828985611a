import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { returnSelfReview, saveManagerValue } from "@/lib/manager-scoring/commands";
import { readScoring } from "@/lib/manager-scoring/queries";
import { returnSelfReviewSchema } from "@/lib/manager-scoring/schema";
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

const asked = { reason: "请补上客户怎么说。", value: "customer-first", rung: 3, caseId: null };
const once = { reasons: [asked] };

describe("returning the self-review", () => {
  it("gives it back with a reason at its place and keeps the manager's draft", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const version = await scorer.judgeAll(appraisal);
    const before = await database().judgement.count({
      where: { appraisalId: appraisal.id, side: "manager" },
    });
    const outcome = await returnSelfReview(company.context("manager"), {
      ...once,
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

  it("does not let the deadline fall between the mending and the manager", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    await returnSelfReview(company.context("manager"), { ...once, ...appraisal.target });
    // As the resubmitted self-review leaves it.
    await alter(appraisal.id, { state: "manager_scoring", returnedFrom: null });
    const input = inputOf(appraisal, 2, scorer.valueAt("integrity", 6));
    const late = company.context("manager", 40);
    expect(await saveManagerValue(late, input)).toMatchObject({ ok: true });
    const view = await readScoring(company.actor("manager"), appraisal.id, late.now);
    expect(view).toMatchObject({ locked: null });
  });

  it.each([
    [{ reason: "  " }, "reason", "reason_required"],
    [{ reason: "长".repeat(2001) }, "reason", "too_long"],
    [{ value: "" }, "value", "value_required"],
    [{ rung: 0 }, "rung", "unknown_rung"],
  ])("is refused at its field: %o", (over, field, code) => {
    const target = { appraisalId: "2f1d1d54-6a2c-4c39-9a4c-6f8f8f0f2b11", version: 1 };
    const parsed = parseInput(returnSelfReviewSchema, {
      ...target,
      reasons: [{ ...asked, ...over }],
    });
    expect(parsed).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { [`reasons.0.${field}`]: { code } },
    });
  });

  it.each([
    [{ value: "bravery" }, "value", "unknown_value"],
    [{ rung: 9 }, "rung", "unknown_rung"],
  ])("changes nothing when the command is given %o", async (over, field, code) => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const outcome = await returnSelfReview(company.context("manager"), {
      ...appraisal.target,
      reasons: [{ ...asked, ...over }],
    });
    expect(outcome).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { [`reasons.0.${field}`]: { code } },
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
      ...once,
      ...appraisal.target,
    });
    expect(outcome).toEqual({ ok: false, code });
  });

  it.each<Person>(["secondLevel", "otherManager", "hrPartner"])(
    "is refused to %s",
    async (person) => {
      const appraisal = await appraisalIn(company, "manager_scoring");
      const outcome = await returnSelfReview(company.context(person), {
        ...once,
        ...appraisal.target,
      });
      expect(outcome).toEqual({ ok: false, code: "not_found" });
    },
  );
});
