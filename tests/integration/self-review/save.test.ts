import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { saveSelfReview } from "@/lib/self-review/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import {
  changesNothing,
  contentOf,
  rowOf,
  selfReviewDesk,
  type SelfReviewDesk,
} from "../../support/self-review";
import { openedCycle } from "../../support/cycles";
import { caseFor, valueWith } from "../../support/sheets";

let company: TestCompany;
let desk: SelfReviewDesk;
beforeAll(async () => {
  company = await buildCompany();
  desk = selfReviewDesk(company);
});

describe("saving a value", () => {
  it("scores it, counts the version and tells the trail without texts", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const saved = await desk.save(appraisal, 1, desk.first());
    expect(saved).toEqual({
      ok: true,
      value: {
        version: 2,
        value: { score: 6, total: null, savedAt: company.now.toISOString() },
      },
    });
    const { events, cases } = await contentOf(appraisal);
    expect(cases).toHaveLength(1);
    expect(events).toMatchObject([
      { kind: "self.saved", payload: { value: "customer-first", before: null, after: 6 } },
    ]);
    expect(
      JSON.stringify(events, (_, v: unknown) => (typeof v === "bigint" ? `${v}` : v)),
    ).not.toContain("第 3 级的一件事");
  });

  it("replaces what stood there, keeps the cases' order and reaches the total with the last value", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    expect((await rowOf(appraisal)).selfTotal).toBe(36);
    const cases = [caseFor(3, "supports"), caseFor(3, "supports"), caseFor(4, "supports")];
    const saved = await desk.save(appraisal, version, { ...desk.first(), cases });
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    const again = await desk.save(appraisal, saved.value.version, {
      ...desk.first(),
      cases: cases.toReversed(),
    });
    expect(again.ok).toBe(true);
    const rows = await database().appraisalCase.findMany({
      where: {
        appraisalId: appraisal.id,
        valueId: company.ruleset.valueIds["customer-first"] ?? "",
      },
      orderBy: { position: "asc" },
    });
    expect(rows.map(({ id }) => id)).toEqual(cases.toReversed().map(({ id }) => id));
  });

  it("keeps a half-written case, and a case behind the gate without counting it", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const half = { ...caseFor(3, "supports"), title: "", happened: "", action: "" };
    const value = {
      ...desk.first(),
      judgements: { 3: "unmet" },
      cases: [half, caseFor(5, "supports")],
    };
    const saved = await desk.save(appraisal, 1, value);
    expect(saved).toMatchObject({ ok: true, value: { value: { score: 4 } } });
    expect((await contentOf(appraisal)).cases).toHaveLength(2);
  });

  it.each<Person>(["colleague", "manager", "secondLevel", "hrPartner", "hrAdmin", "divisionHead"])(
    "is not there for %s",
    async (person) => {
      const appraisal = await appraisalIn(company, "self_review");
      const input = desk.parse(appraisal, 1, desk.first());
      if (!input.ok) throw new Error("input");
      const outcome = await changesNothing(appraisal, () =>
        saveSelfReview(company.context(person), input.value),
      );
      expect(outcome).toEqual({ ok: false, code: "not_found" });
    },
  );

  it("is not there for an appraisal that does not exist", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const outcome = await desk.save({ ...appraisal, id: randomUUID() }, 1, desk.first());
    expect(outcome).toEqual({ ok: false, code: "not_found" });
  });

  it("a stale version is answered with what stands there now", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const standing = desk.first();
    await desk.save(appraisal, 1, standing);
    const outcome = await changesNothing(appraisal, () =>
      desk.save(appraisal, 1, valueWith(desk.definitionOf("customer-first"), 8)),
    );
    expect(outcome).toMatchObject({
      code: "stale",
      data: {
        version: 2,
        state: "self_review",
        current: { key: "customer-first", judgements: standing.judgements, cases: standing.cases },
      },
    });
    expect(outcome).toHaveProperty("data.values.length", company.ruleset.framework.values.length);
  });

  it("a replayed save is stale and shows the sender its own text", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const value = desk.first();
    await desk.save(appraisal, 1, value);
    const outcome = await changesNothing(appraisal, () => desk.save(appraisal, 1, value));
    expect(outcome).toMatchObject({ code: "stale", data: { current: { cases: value.cases } } });
  });

  it("two devices at once: one wins, the other is shown what stands there", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const outcomes = await Promise.all(
      [6, 8, 4].map((score) =>
        desk.save(appraisal, 1, valueWith(desk.definitionOf("customer-first"), score)),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((o) => !o.ok && o.code === "stale")).toHaveLength(2);
    expect((await rowOf(appraisal)).version).toBe(2);
  });

  it("before the window, after it, in a closed cycle", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const early = await changesNothing(appraisal, () => desk.save(appraisal, 1, desk.first(), -31));
    expect(early).toEqual({ ok: false, code: "window_not_open" });
    const late = await changesNothing(appraisal, () => desk.save(appraisal, 1, desk.first(), 3));
    expect(late).toEqual({ ok: false, code: "window_closed" });
    const { cycleId } = await openedCycle(company, { year: 2031, quarter: 1 });
    const kept = await appraisalIn({ ...company, cycleId }, "self_review");
    await database().cycle.update({
      where: { id: cycleId },
      data: { state: "closed", closedAt: company.now, closedById: company.ids.hrAdmin },
    });
    const closed = await changesNothing(kept, () => desk.save(kept, 1, desk.first()));
    expect(closed).toEqual({ ok: false, code: "cycle_closed" });
  });

  it("after submission, without saying how far it has come", async () => {
    const waiting = await appraisalIn(company, "approval");
    const wrong = await changesNothing(waiting, () => desk.save(waiting, 1, desk.first()));
    expect(wrong).toEqual({ ok: false, code: "wrong_state" });
    const guessed = await changesNothing(waiting, () => desk.save(waiting, 7, desk.first()));
    expect(guessed).toEqual(wrong);
  });
});
