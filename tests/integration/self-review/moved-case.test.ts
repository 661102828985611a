import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { behindTriggers } from "../../support/review";
import { contentOf, selfReviewDesk, type SelfReviewDesk } from "../../support/self-review";
import { valueWith } from "../../support/sheets";

let company: TestCompany;
let desk: SelfReviewDesk;
beforeAll(async () => {
  company = await buildCompany();
  desk = selfReviewDesk(company);
});

async function scoresOf(appraisalId: string) {
  const rows = await database().valueScore.findMany({
    where: { appraisalId, side: "self" },
    select: { valueId: true, halfPoints: true },
  });
  const keys = Object.entries(company.ruleset.valueIds);
  return Object.fromEntries(
    keys.map(([key, id]) => [key, rows.find(({ valueId }) => valueId === id)?.halfPoints ?? null]),
  );
}

describe("a case that fits another value better", () => {
  it("moves with its id and its words in one save, and both values are scored anew", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const from = desk.first();
    const item = from.cases[0];
    if (item === undefined) throw new Error("no case");
    await desk.save(appraisal, version, from);
    const there = valueWith(desk.definitionOf("integrity"), 4);
    const before = await contentOf(appraisal);
    const saved = await desk.save(appraisal, version + 1, {
      ...there,
      judgements: { ...there.judgements, 3: "met" },
      cases: [...there.cases, item],
    });
    expect(saved).toMatchObject({ ok: true, value: { value: { score: 6 } } });
    const after = await contentOf(appraisal);
    const moved = after.cases.filter(({ id }) => id === item.id);
    expect(moved).toMatchObject([
      { id: item.id, title: item.title, valueId: company.ruleset.valueIds["integrity"] },
    ]);
    // Without its only case the third level of the value it left no longer counts.
    expect(await scoresOf(appraisal.id)).toMatchObject({ "customer-first": 4, integrity: 6 });
    expect(after.events.slice(before.events.length)).toMatchObject([
      { kind: "self.saved", payload: { value: "integrity", after: 6 } },
      { kind: "self.saved", payload: { value: "customer-first", before: 6, after: 4 } },
      {
        kind: "self.case_moved",
        payload: {
          ...{
            caseId: item.id,
            from: "customer-first",
            fromPoint: 3,
            value: "integrity",
            point: 3,
          },
        },
      },
    ]);
    const trail = await readTrail(appraisal.employee, appraisal.id);
    const [entry] = trail?.entries.filter(({ moved: place }) => place !== null) ?? [];
    expect(entry).toMatchObject({
      moved: {
        from: { value: { zh: "客户第一" }, point: 3 },
        to: { value: { zh: "诚信" }, point: 3 },
      },
    });
    expect(JSON.stringify(entry)).not.toContain(item.title);
  });

  it("never moves from the other side of the sheet", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const there = valueWith(desk.definitionOf("integrity"), 4);
    const [item] = desk.first().cases;
    if (item === undefined) throw new Error("no case");
    const { happenedOn, rung: point, ...texts } = item;
    // While the employee writes nobody else does: it is laid there past the triggers.
    await behindTriggers((tx) =>
      tx.appraisalCase.create({
        data: {
          ...{ ...texts, point, position: 0, side: "manager", appraisalId: appraisal.id },
          happenedOn: happenedOn === "" ? null : new Date(`${happenedOn}T00:00:00Z`),
          valueId: company.ruleset.valueIds["customer-first"] ?? "",
        },
      }),
    );
    const refused = await desk.save(appraisal, 1, { ...there, cases: [...there.cases, item] });
    expect(refused).toMatchObject({ fields: { "value.cases": { code: "duplicate_case" } } });
    expect((await contentOf(appraisal)).cases).toMatchObject([{ side: "manager" }]);
  });
});
