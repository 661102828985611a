import { beforeAll, describe, expect, it } from "vitest";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import {
  changesNothing,
  contentOf,
  selfReviewDesk,
  type SelfReviewDesk,
} from "../../support/self-review";
import { caseFor } from "../../support/sheets";

let company: TestCompany;
let desk: SelfReviewDesk;
beforeAll(async () => {
  company = await buildCompany();
  desk = selfReviewDesk(company);
});

describe("what a save may hold", () => {
  const own = caseFor(3, "supports");
  const twice = caseFor(3, "supports");
  const withCase = (over: object): unknown => ({ ...desk.first(), cases: [{ ...own, ...over }] });
  const wrong: readonly [string, () => unknown, string, string][] = [
    [
      "a title too long",
      () => withCase({ title: "长".repeat(121) }),
      "value.cases.0.title",
      "too_long",
    ],
    [
      "a story too long",
      () => withCase({ happened: "长".repeat(2001) }),
      "value.cases.0.happened",
      "too_long",
    ],
    [
      "an impossible date",
      () => withCase({ happenedOn: "2026-02-30" }),
      "value.cases.0.happenedOn",
      "invalid_date",
    ],
    [
      "a date before anybody's time",
      () => withCase({ happenedOn: "0000-01-01" }),
      "value.cases.0.happenedOn",
      "date_out_of_bounds",
    ],
    [
      "a date after everybody's time",
      () => withCase({ happenedOn: "9999-12-31" }),
      "value.cases.0.happenedOn",
      "date_out_of_bounds",
    ],
    [
      // In Shanghai it is the 21st, ten in the morning.
      "a fact of tomorrow",
      () => withCase({ happenedOn: "2026-11-22" }),
      "value.cases.0.happenedOn",
      "future_date",
    ],
    [
      "a case for a rung the value has not",
      () => withCase({ rung: 6 }),
      "value.cases.0.rung",
      "unknown_rung",
    ],
    ["a case for rung 0", () => withCase({ rung: 0 }), "value.cases.0.rung", "unknown_rung"],
    ["an id that is none", () => withCase({ id: "1" }), "value.cases.0.id", "invalid_input"],
    ["an unknown field", () => withCase({ score: 10 }), "value.cases.0", "invalid_input"],
    ["an unknown kind", () => withCase({ kind: "praises" }), "value.cases.0.kind", "invalid_input"],
    [
      "a judged rung the value has not",
      () => ({ ...desk.first(), judgements: { 6: "met" } }),
      "value.judgements.6",
      "unknown_rung",
    ],
    [
      "a rung that is no number",
      () => ({ ...desk.first(), judgements: { x: "met" } }),
      "value.judgements.x",
      "invalid_input",
    ],
    [
      "an impossible verdict",
      () => ({ ...desk.first(), judgements: { 3: "great" } }),
      "value.judgements.3",
      "impossible_score",
    ],
    [
      "a number for a verdict",
      () => ({ ...desk.first(), judgements: { 3: 10 } }),
      "value.judgements.3",
      "impossible_score",
    ],
    ["an unknown value", () => ({ ...desk.first(), key: "courage" }), "value.key", "unknown_value"],
    [
      "the same case twice",
      () => ({ ...desk.first(), cases: [twice, twice] }),
      "value.cases",
      "duplicate_case",
    ],
    [
      "more cases than fit",
      () => ({ ...desk.first(), cases: Array.from({ length: 41 }, () => caseFor(3, "supports")) }),
      "value.cases",
      "too_many_cases",
    ],
  ];

  it.each(wrong)("not %s", async (_, value, path, code) => {
    const appraisal = await appraisalIn(company, "self_review");
    const outcome = await changesNothing(appraisal, () => desk.save(appraisal, 1, value()));
    expect(outcome).toMatchObject({ code: "invalid_input" });
    expect(outcome).toHaveProperty(["fields", path, "code"], code);
  });

  it("not a case of somebody else's sheet", async () => {
    const [mine, theirs] = [
      await appraisalIn(company, "self_review"),
      await appraisalIn(company, "self_review"),
    ];
    const stolen = caseFor(3, "supports");
    await desk.save(theirs, 1, { ...desk.first(), cases: [stolen] });
    const outcome = await changesNothing(mine, () =>
      desk.save(mine, 1, { ...desk.first(), cases: [{ ...stolen, title: "改" }] }),
    );
    expect(outcome).toMatchObject({ fields: { "value.cases": { code: "duplicate_case" } } });
    expect((await contentOf(theirs)).cases).toMatchObject([{ title: stolen.title }]);
  });

  it("the longest texts do fit", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const long = {
      title: "长".repeat(120),
      happened: "长".repeat(2000),
      action: "😀".repeat(1000),
      outcome: "长".repeat(2000),
      beneficiary: "长".repeat(400),
    };
    expect(await desk.save(appraisal, 1, withCase(long))).toMatchObject({ ok: true });
  });

  it("characters the database cannot hold are refused at their field", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const outcome = await changesNothing(appraisal, () =>
      desk.save(appraisal, 1, withCase({ happened: "断\u0000开" })),
    );
    expect(outcome).toHaveProperty(["fields", "value.cases.0.happened", "code"], "broken_text");
  });
});
