import { beforeAll, describe, expect, it } from "vitest";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { rowOf, scorerOf } from "../../support/manager-scoring";
import { selfReviewDesk } from "../../support/self-review";
import { valueWith } from "../../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany({ framework: "customer-checklist", policy: "checklist" });
});

const key = () => company.ruleset.framework.values[0]?.key ?? "";
const kept = () => ({ [key()]: 14 });

describe("a policy of whole points", () => {
  it("takes six of seven rules", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: kept() });
    const scorer = scorerOf(company);
    const value = scorer.valueAt(key(), 12);
    expect(await scorer.save(appraisal, 1, value)).toMatchObject({
      ok: true,
      value: { value: { score: 12, total: 12 } },
    });
    expect(await scorer.submit(appraisal, 2)).toMatchObject({
      ok: true,
      value: { value: { band: "nearly" } },
    });
  });

  it("refuses a manager's half at its rule and keeps nothing of the save", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: kept() });
    const scorer = scorerOf(company);
    const value = scorer.valueAt(key(), 11);
    expect(await scorer.save(appraisal, 1, value)).toEqual({
      ok: false,
      code: "invalid_input",
      fields: { "value.judgements.6": { code: "half_not_allowed" } },
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ version: 1 });
  });

  it("refuses the employee's half as well", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const desk = selfReviewDesk(company);
    const value = valueWith(desk.definitionOf(key()), 13);
    expect(await desk.save(appraisal, 1, value)).toMatchObject({
      fields: { "value.judgements.7": { code: "half_not_allowed" } },
    });
  });

  it("knows no doubt: the mark is refused, not dropped in silence", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: kept() });
    const scorer = scorerOf(company);
    const value = { ...scorer.valueAt(key(), 14), inDoubt: true };
    expect(await scorer.save(appraisal, 1, value)).toMatchObject({
      code: "invalid_input",
      fields: { "value.inDoubt": { code: "doubt_not_allowed" } },
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ version: 1 });
  });
});
