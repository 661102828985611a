import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { submitSelfReview } from "@/lib/self-review/commands";
import type { SheetValue } from "@/lib/sheet/types";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import {
  changesNothing,
  contentOf,
  rowOf,
  selfReviewDesk,
  type SelfReviewDesk,
} from "../../support/self-review";
import { caseFor, valueWith } from "../../support/sheets";

let company: TestCompany;
let desk: SelfReviewDesk;
beforeAll(async () => {
  company = await buildCompany();
  desk = selfReviewDesk(company);
});

describe("submitting", () => {
  it("keeps the sheet as handed in and gives it to the manager", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const outcome = await desk.submit(appraisal, version);
    expect(outcome).toEqual({ ok: true, value: { version: version + 1, value: { total: 36 } } });
    expect(await rowOf(appraisal)).toMatchObject({
      state: "manager_scoring",
      selfTotal: 36,
      selfSubmittedAt: company.now,
      stateSince: company.now,
      returnedFrom: null,
    });
    const { submissions, events } = await contentOf(appraisal);
    expect(submissions).toMatchObject([
      { side: "self", number: 1, submittedById: appraisal.employeeId, sheet: { total: 36 } },
    ]);
    expect(events.at(-1)).toMatchObject({
      kind: "self.submitted",
      actorId: appraisal.employeeId,
      payload: { number: 1, total: 36 },
    });
  });

  it("names everything that is missing, with its place", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const thin = caseFor(3, "supports", { title: " ", action: "" });
    const value: SheetValue = { ...desk.first(), cases: [thin] };
    await desk.save(appraisal, 1, value);
    const outcome = await changesNothing(appraisal, () => desk.submit(appraisal, 2));
    if (outcome.ok) throw new Error("submitted");
    expect(outcome.code).toBe("incomplete");
    const at = { value: "customer-first", rung: 3, caseId: thin.id };
    expect(outcome.data).toHaveProperty(
      "missing",
      expect.arrayContaining([
        { ...at, code: "case_title" },
        { ...at, code: "case_action" },
        { code: "not-judged", value: "integrity", at: 3 },
      ]),
    );
    expect(JSON.stringify(outcome.data)).not.toContain("case_happened");
  });

  it.each<[string, (value: SheetValue) => unknown, string]>([
    ["a claim without a case", (v) => ({ ...v, cases: [] }), "case-required"],
    [
      "a deduction without facts",
      (v) => ({ ...v, judgements: { ...v.judgements, 1: "unmet" } }),
      "contradicting-case-required",
    ],
    [
      "a granted rung claimed against a case",
      (v) => ({ ...v, cases: [...v.cases, caseFor(1, "contradicts")] }),
      "contradicted",
    ],
  ])("not with %s", async (_, spoil, code) => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const spoilt = await desk.save(appraisal, version, spoil(desk.first()));
    if (!spoilt.ok) throw new Error(JSON.stringify(spoilt));
    const outcome = await changesNothing(appraisal, () =>
      desk.submit(appraisal, spoilt.value.version),
    );
    expect(outcome).toMatchObject({ code: "incomplete", data: { missing: [{ code }] } });
  });

  it("needs no written justification, which is the manager's", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const high = { ...valueWith(desk.definitionOf("integrity"), 10), justification: "" };
    const saved = await desk.save(appraisal, version, high);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    expect((await desk.submit(appraisal, saved.value.version)).ok).toBe(true);
  });

  it("sent five times at once it is handed in exactly once", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => desk.submit(appraisal, version)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((o) => !o.ok && o.code === "wrong_state")).toHaveLength(4);
    expect(await database().submission.count({ where: { appraisalId: appraisal.id } })).toBe(1);
  });

  it("a submission and a save at once: whichever is first, nothing is written behind the other", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const [submitted, saved] = await Promise.all([
      desk.submit(appraisal, version),
      desk.save(appraisal, version, valueWith(desk.definitionOf("integrity"), 8)),
    ]);
    expect([submitted.ok, saved.ok].filter(Boolean)).toHaveLength(1);
    expect((await rowOf(appraisal)).version).toBe(version + 1);
  });

  it("replayed later it is refused", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    await desk.submit(appraisal, version);
    const again = await changesNothing(appraisal, () => desk.submit(appraisal, version));
    expect(again).toEqual({ ok: false, code: "wrong_state" });
    const knowing = await changesNothing(appraisal, () => desk.submit(appraisal, version + 1));
    expect(knowing).toEqual({ ok: false, code: "wrong_state" });
  });

  it("is final: nothing can be saved any more", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    await desk.submit(appraisal, version);
    const outcome = await changesNothing(appraisal, () =>
      desk.save(appraisal, version + 1, desk.first()),
    );
    expect(outcome).toEqual({ ok: false, code: "wrong_state" });
  });

  it("a stale submission is shown what it did not know", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const outcome = await changesNothing(appraisal, () => desk.submit(appraisal, version - 1));
    expect(outcome).toMatchObject({ code: "stale", data: { version, state: "self_review" } });
    expect(outcome).toHaveProperty("data.values.0.key", "customer-first");
  });

  it.each<Person>(["colleague", "manager", "hrAdmin"])("is not there for %s", async (person) => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const outcome = await changesNothing(appraisal, () =>
      submitSelfReview(company.context(person), {
        appraisalId: appraisal.id,
        version,
        unchanged: false,
      }),
    );
    expect(outcome).toEqual({ ok: false, code: "not_found" });
  });

  it("not before the window nor after it", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const early = await changesNothing(appraisal, () => desk.submit(appraisal, version, -31));
    expect(early).toEqual({ ok: false, code: "window_not_open" });
    const late = await changesNothing(appraisal, () => desk.submit(appraisal, version, 3));
    expect(late).toEqual({ ok: false, code: "window_closed" });
  });
});
