import { beforeAll, describe, expect, it } from "vitest";
import { returnSelfReview } from "@/lib/manager-scoring/commands";
import { takeSelfReviewBack } from "@/lib/self-review/commands";
import { readSelfReview } from "@/lib/self-review/queries";
import { readTrail } from "@/lib/trail/queries";
import { readScoring } from "@/lib/manager-scoring/queries";
import { database } from "@/lib/db/client";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, type TestCompany } from "../../support/company";
import { contentOf, rowOf, selfReviewDesk, type SelfReviewDesk } from "../../support/self-review";
import { valueWith } from "../../support/sheets";

let company: TestCompany;
let desk: SelfReviewDesk;
beforeAll(async () => {
  company = await buildCompany();
  desk = selfReviewDesk(company);
});

describe("a returned self-review", () => {
  async function returned() {
    const appraisal = await appraisalIn(company, "self_review");
    const submitted = await desk.submit(appraisal, await desk.saveAll(appraisal));
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const { version } = submitted.value;
    const back = await returnSelfReview(company.context("manager"), {
      appraisalId: appraisal.id,
      version,
      reasons: [{ reason: "请补上客户怎么说。", value: "customer-first", rung: 3, caseId: null }],
    });
    if (!back.ok) throw new Error(JSON.stringify(back));
    return { appraisal, version: back.value.version };
  }

  it("can be mended after the deadline and handed in as the second", async () => {
    const { appraisal, version } = await returned();
    const late = (3 * day + 1) / day;
    const saved = await desk.save(
      appraisal,
      version,
      valueWith(desk.definitionOf("customer-first"), 8),
      late,
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    const outcome = await desk.submit(appraisal, saved.value.version, late);
    expect(outcome).toMatchObject({ ok: true, value: { value: { total: 38 } } });
    expect(await rowOf(appraisal)).toMatchObject({ state: "manager_scoring", returnedFrom: null });
    const { submissions } = await contentOf(appraisal);
    expect(submissions.map(({ number }) => number).toSorted()).toEqual([1, 2]);
    const notes = await database().returnNote.findMany({ where: { appraisalId: appraisal.id } });
    expect(notes.map(({ resolvedAt }) => resolvedAt)).toEqual([
      new Date(company.now.getTime() + 3 * day + 1),
    ]);
  });

  it("shows the manager what is different, with the cases that are gone, and nothing of the first time", async () => {
    const { appraisal, version } = await returned();
    const firstTime = await appraisalIn(company, "manager_scoring");
    const value = valueWith(desk.definitionOf("customer-first"), 4);
    const saved = await desk.save(appraisal, version, value);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    await desk.submit(appraisal, saved.value.version);
    const view = await readScoring(company.actor("manager"), appraisal.id, company.now);
    if (view?.kind !== "sheet") throw new Error("no sheet");
    expect(Object.keys(view.rounds)).toEqual(["customer-first"]);
    expect(view.rounds["customer-first"]).toMatchObject({
      changes: [
        {
          side: "self",
          score: { from: 6, to: 4 },
          cameBack: [{ reason: "请补上客户怎么说。", rung: 3 }],
          untouched: false,
        },
      ],
      former: [{ side: "self", fate: "removed", rung: 3 }],
    });
    expect(view.rounds["customer-first"]?.marks).toEqual({});
    const untouched = await readScoring(company.actor("manager"), firstTime.id, company.now);
    expect(untouched).toMatchObject({ kind: "sheet", rounds: {} });
  });

  it("stands beside what the employee writes now, and on the trail of both once it is handed in again", async () => {
    const { appraisal, version } = await returned();
    const own = () => readSelfReview(appraisal.employee, appraisal.id, company.now);
    expect(
      (await own())?.before.map(({ number, scores }) => [number, scores["customer-first"]]),
    ).toEqual([[1, 6]]);
    const value = valueWith(desk.definitionOf("customer-first"), 4);
    const saved = await desk.save(appraisal, version, value);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    await desk.submit(appraisal, saved.value.version);
    expect((await own())?.before).toHaveLength(1);
    for (const actor of [appraisal.employee, company.actor("manager")]) {
      const trail = await readTrail(actor, appraisal.id);
      const lost = trail?.entries.flatMap(({ event, lost: cases }) =>
        cases.map(({ item }) => [event.kind, item.fate, item.rung]),
      );
      expect(lost).toEqual([["self.submitted", "removed", 3]]);
    }
  });

  it("shows nothing beside what is written the first time, also after it was taken back", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const submitted = await desk.submit(appraisal, await desk.saveAll(appraisal));
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const target = { appraisalId: appraisal.id, version: submitted.value.version };
    const back = await takeSelfReviewBack({ actor: appraisal.employee, now: company.now }, target);
    expect(back).toMatchObject({ ok: true });
    const view = await readSelfReview(appraisal.employee, appraisal.id, company.now);
    expect(view?.before).toEqual([]);
  });
});
