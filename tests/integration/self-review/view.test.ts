import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import { returnSelfReview } from "@/lib/manager-scoring/commands";
import { readSelfReview } from "@/lib/self-review/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

describe("reading one's own self-review", () => {
  it("is there with its rules and deadline while it can be written", async () => {
    const { id, employee } = await appraisalIn(company, "self_review");
    const view = await readSelfReview(employee, id, company.now);
    expect(view).toMatchObject({
      version: 1,
      cycle: { year: 2026, quarter: 4 },
      step: "self_review",
      managerName: "主管丁",
      locked: null,
      returns: [],
    });
    expect(view?.sheet.values).toHaveLength(6);
    expect(view?.stages[0]?.closesAt).toEqual(new Date(company.now.getTime() + 3 * day));
  });

  it.each<Person>(["colleague", "manager", "secondLevel", "divisionHead", "hrPartner", "hrAdmin"])(
    "is not there for %s, in whatever state",
    async (person) => {
      for (const state of ["self_review", "manager_scoring", "published"] as const) {
        const { id } = await appraisalIn(company, state);
        expect(await readSelfReview(company.actor(person), id, company.now)).toBeNull();
      }
    },
  );

  it("is not there for ids of nothing", async () => {
    const { employee } = await appraisalIn(company, "self_review");
    expect(await readSelfReview(employee, randomUUID(), company.now)).toBeNull();
    expect(await readSelfReview(employee, "'; drop", company.now)).toBeNull();
  });

  it.each(appraisalStates)("in %s it holds nothing of the manager's side", async (state) => {
    const { id, employee } = await appraisalIn(company, state);
    const view = await readSelfReview(employee, id, company.now);
    expect(view?.sheet.side).toBe("self");
    const sent = JSON.stringify(view?.sheet);
    expect(sent).not.toContain("事实：");
    expect(view).not.toHaveProperty("state");
    expect(view?.locked).toBe(state === "self_review" ? null : "wrong_state");
  });

  it("does not tell the second level, HR's audit and an approval apart", async () => {
    const views = [];
    for (const state of ["second_level", "hr_audit", "approval"] as const) {
      const { id, employee } = await appraisalIn(company, state);
      const view = await readSelfReview(employee, id, company.now);
      views.push({ step: view?.step, stages: view?.stages, locked: view?.locked });
    }
    expect(views[1]).toEqual(views[0]);
    expect(views[2]).toEqual(views[0]);
    expect(views[0]?.step).toBe("review");
  });

  it("says why nothing can be written outside the window", async () => {
    const { id, employee } = await appraisalIn(company, "self_review");
    const at = (days: number) => new Date(company.now.getTime() + days * day);
    expect((await readSelfReview(employee, id, at(-31)))?.locked).toBe("window_not_open");
    expect((await readSelfReview(employee, id, at(4)))?.locked).toBe("window_closed");
  });

  it("brings the reason of a return, open beyond the deadline", async () => {
    const { id, employee } = await appraisalIn(company, "manager_scoring");
    const back = await returnSelfReview(company.context("manager"), {
      appraisalId: id,
      version: 1,
      reasons: [{ reason: "请补上客户怎么说。", value: "customer-first", rung: 3, caseId: null }],
    });
    expect(back.ok).toBe(true);
    const late = new Date(company.now.getTime() + 4 * day);
    expect(await readSelfReview(employee, id, late)).toMatchObject({
      locked: null,
      returns: [{ value: "customer-first", rung: 3, reason: "请补上客户怎么说。", by: "主管丁" }],
    });
  });
});
