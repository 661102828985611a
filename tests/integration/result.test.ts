import { beforeAll, describe, expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { recordInterview } from "@/lib/interview/commands/record";
import { readOwnAppraisals, readResult } from "@/lib/result/queries";
import { appraisalIn, type TestAppraisal } from "../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../support/company";
import { alter } from "../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const words = "诚信一项的事实有出入，请复核。";

describe("publication", () => {
  it.each<[AppraisalState]>([
    ["self_review"],
    ["manager_scoring"],
    ["second_level"],
    ["hr_audit"],
    ["approval"],
    ["interview"],
  ])("shows the employee nothing of the manager's sheet in %s", async (state) => {
    const { id, employee } = await appraisalIn(company, state);
    expect(await readResult(employee, id, company.now)).toBeNull();
    expect(await readDossier(employee, id)).toBeNull();
    const [own] = await readOwnAppraisals(employee);
    expect(own).toMatchObject({ appraisalId: id, result: null });
    const shown = JSON.stringify(own);
    for (const secret of ["hr_audit", "approval", "second_level", "事实："])
      expect(shown).not.toContain(secret);
  });

  it("looks the same to the employee in second level, HR's audit and approval, to the deadline", async () => {
    const seen = await Promise.all(
      (["second_level", "hr_audit", "approval"] as const).map(async (state) => {
        const { employee } = await appraisalIn(company, state);
        const [own] = await readOwnAppraisals(employee);
        return { ...own, appraisalId: "" };
      }),
    );
    expect(seen[0]).toMatchObject({ step: "review", managerName: "主管丁" });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("shows everything of their own the moment the interview is recorded", async () => {
    const { id, target, employee } = await appraisalIn(company, "interview");
    const recorded = await recordInterview(company.context("manager"), {
      ...target,
      heldOn: "2026-11-21",
      good: "好",
      short: "差",
      direction: "向上",
      deductions: "",
      minutes: "谈过",
      told: [],
      draftVersion: 0,
    });
    expect(recorded.ok).toBe(true);
    const result = await readResult(employee, id, company.now);
    expect(result).toMatchObject({
      own: true,
      answers: [],
      answerShut: null,
      publishedAt: company.now,
      interview: { minutes: "谈过", recordedBy: { by: "主管丁" }, confirmedAt: null },
      dossier: { state: "published", totals: { manager: 36, max: 60 } },
    });
    const integrity = result?.dossier.values.find(({ key }) => key === "integrity");
    expect(integrity).toMatchObject({ scores: { manager: 2 }, verification: null, approval: null });
    expect(integrity?.justification).toContain("事实");
    expect(integrity?.rungs[1]).toMatchObject({ reach: "gate", point: 2 });
  });

  it("never tells the employee what HR found or the approver said", async () => {
    const { id, employee } = await appraisalIn(company, "published");
    const shown = JSON.stringify(await readResult(employee, id, company.now));
    for (const secret of ["学员说当天", 'confirmed"', 'approved"'])
      expect(shown).not.toContain(secret);
    const hr = JSON.stringify(await readResult(company.actor("hrPartner"), id, company.now));
    expect(hr).toContain("学员说当天");
  });

  it("proposes what the rules ask for and names the cause of each", async () => {
    const { id, employee } = await appraisalIn(company, "published", {
      manager: { integrity: 1 },
    });
    const result = await readResult(employee, id, company.now);
    const band = "总分 15.5，属于最低一等“不合格”。";
    const value = "诚信得 0.5，低于 1。";
    expect(
      result?.dossier.sums?.consequences.map(({ code, why }) => [code, why.map(({ zh }) => zh)]),
    ).toEqual([
      ["no-performance-rating", [band, value]],
      ["bonus-withheld", [band, value]],
    ]);
    expect(result?.dossier.sums?.total.zh).toContain("= 15.5（满分 30）");
    expect(result?.reached).toBe("fail");
    expect(result?.bands.map(({ key, from }) => [key, from])).toEqual([
      ["excellent", 54],
      ["good", 46],
      ["pass", 38],
      ["fail", 0],
    ]);
  });
});

describe("who reads a result", () => {
  it.each<[Person, AppraisalState, boolean]>([
    ["manager", "published", true],
    ["manager", "interview", false],
    ["secondLevel", "acknowledged", true],
    ["secondLevel", "interview", false],
    ["hrPartner", "objected", true],
    ["hrPartner", "hr_audit", false],
    ["otherHrPartner", "published", false],
    ["divisionHead", "published", false],
    ["ceo", "published", false],
    ["hrAdmin", "published", false],
    ["colleague", "published", false],
    ["otherManager", "published", false],
  ])("%s in %s: %s", async (person, state, seen) => {
    const { id } = await appraisalIn(company, state);
    const result = await readResult(company.actor(person), id, company.now);
    expect(result !== null).toBe(seen);
    if (result !== null) expect(result.own).toBe(false);
  });

  it.each<[string, (a: TestAppraisal) => Actor, string | null]>([
    ["the employee", ({ employee }) => employee, words],
    ["HR", () => company.actor("hrPartner"), words],
    ["the manager", () => company.actor("manager"), null],
    ["the second level", () => company.actor("secondLevel"), null],
  ])("an objection's words: %s", async (_, actorOf, text) => {
    const appraisal = await appraisalIn(company, "objected");
    const result = await readResult(actorOf(appraisal), appraisal.id, company.now);
    expect(result?.answers.at(-1)).toMatchObject({ kind: "objected", text });
  });

  it("is not there for an address that names nothing", async () => {
    expect(await readResult(company.actor("manager"), "../etc", company.now)).toBeNull();
  });
});

describe("my appraisals", () => {
  it("hold the published total, band, values and answer, and nobody else's", async () => {
    const mine = await appraisalIn(company, "acknowledged");
    await appraisalIn(company, "acknowledged");
    const own = await readOwnAppraisals(mine.employee);
    expect(own).toMatchObject([
      {
        appraisalId: mine.id,
        year: 2026,
        quarter: 4,
        open: true,
        step: "result",
        result: { answer: "accepted", total: 36, maxTotal: 60, band: { zh: "不合格" } },
      },
    ]);
    expect(own[0]?.result?.values.map(({ key, score }) => [key, score])).toContainEqual([
      "integrity",
      2,
    ]);
  });

  it("say that a self-review came back", async () => {
    const { id, employee } = await appraisalIn(company, "self_review");
    expect(await readOwnAppraisals(employee)).toMatchObject([{ returned: false }]);
    await alter(id, { returnedFrom: "manager_scoring" });
    expect(await readOwnAppraisals(employee)).toMatchObject([
      { returned: true, step: "self_review" },
    ]);
  });
});
