import { beforeAll, describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const published: readonly AppraisalState[] = ["published", "acknowledged", "objected"];
const audited: readonly AppraisalState[] = ["hr_audit", "approval", "interview", ...published];
const reviewed: readonly AppraisalState[] = ["second_level", ...audited];

const openTo: readonly (readonly [Person, readonly AppraisalState[]])[] = [
  ["manager", ["manager_scoring", ...reviewed]],
  ["secondLevel", reviewed],
  ["hrPartner", audited],
  ["divisionHead", ["approval"]],
  ["otherManager", []],
  ["otherHrPartner", []],
  ["hrAdmin", []],
  ["ceo", []],
];

describe("who may open a dossier, state by state", () => {
  it.each(openTo)("%s", async (person, states) => {
    const open: AppraisalState[] = [];
    for (const state of appraisalStates) {
      const sheet = await appraisalIn(company, state);
      if ((await readDossier(company.actor(person), sheet.id)) !== null) open.push(state);
    }
    expect(new Set(open)).toEqual(new Set(states));
  });

  it("the employee only after publication", async () => {
    for (const state of appraisalStates) {
      const sheet = await appraisalIn(company, state);
      const dossier = await readDossier(sheet.employee, sheet.id);
      expect([state, dossier !== null]).toEqual([state, published.includes(state)]);
    }
  });

  it("nobody, where there is none", async () => {
    const missing = "00000000-0000-8000-8000-000000000000";
    expect(await readDossier(company.actor("manager"), missing)).toBeNull();
  });
});

describe("what each reader sees", () => {
  async function seenBy(person: Person | "self", state: AppraisalState) {
    const sheet = await appraisalIn(company, state);
    await database().returnNote.create({
      data: {
        appraisalId: sheet.id,
        fromState: "hr_audit",
        toState: "manager_scoring",
        reason: "太单薄",
        caseReason: "insufficient",
        valueKey: "integrity",
        byId: company.ids.hrPartner,
        at: company.now,
      },
    });
    await database().returnNote.create({
      data: {
        appraisalId: sheet.id,
        fromState: "manager_scoring",
        toState: "self_review",
        reason: "请补时间",
        byId: company.ids.manager,
        at: company.now,
      },
    });
    const actor = person === "self" ? sheet.employee : company.actor(person);
    const dossier = await readDossier(actor, sheet.id);
    if (dossier === null) throw new Error("closed");
    return dossier;
  }

  it("HR sees everything, with the finding at the value", async () => {
    const dossier = await seenBy("hrPartner", "interview");
    expect(dossier).toMatchObject({
      person: { department: "平台客服组" },
      managerName: "主管丁",
      totals: { self: 36, manager: 36, max: 60 },
      band: { zh: "不合格" },
    });
    const five = dossier.values.find(({ key }) => key === "customer-first");
    expect(five).toMatchObject({
      scores: { self: 10, manager: 10 },
      verification: { verdict: "confirmed", by: "政委子" },
      approval: { verdict: "approved", by: "事业部长乙" },
      toVerify: false,
      toApprove: false,
    });
    const low = dossier.values.find(({ key }) => key === "integrity");
    const rung = low?.rungs.find(({ point }) => point === 2);
    expect(rung).toMatchObject({ reach: "gate", verdicts: { self: "unmet", manager: "unmet" } });
    expect(rung?.cases.map(({ side, kind }) => [side, kind])).toEqual([
      ["self", "contradicts"],
      ["manager", "contradicts"],
    ]);
    const kinds = new Set(dossier.history.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["submitted", "returned", "agreed", "confirmed", "approved"]));
  });

  it("marks what is still to be verified", async () => {
    const dossier = await seenBy("hrPartner", "hr_audit");
    const open = dossier.values.filter(({ toVerify }) => toVerify).map(({ key }) => key);
    expect(open.sort()).toEqual(["customer-first", "integrity"]);
  });

  it.each<Person>(["manager", "secondLevel"])(
    "%s sees the returns, but neither HR's findings nor the approver's vote",
    async (person) => {
      const dossier = await seenBy(person, "published");
      const kinds = new Set(dossier.history.map(({ kind }) => kind));
      expect(kinds).toEqual(new Set(["submitted", "returned", "agreed"]));
      for (const { verification, approval } of dossier.values)
        expect([verification, approval]).toEqual([null, null]);
      expect(JSON.stringify(dossier)).not.toContain("学员说当天");
    },
  );

  it("the employee sees scores and reasons, and of the way only their own returns", async () => {
    const dossier = await seenBy("self", "published");
    expect(dossier.totals).toEqual({ self: 36, manager: 36, max: 60 });
    const shown = dossier.history.flatMap((entry) => (entry.kind === "returned" ? [entry.to] : []));
    expect(shown).toEqual(["self_review"]);
    const text = JSON.stringify(dossier);
    for (const secret of ["太单薄", "学员说当天", "政委子", "事业部长乙", "部门长丙"])
      expect(text).not.toContain(secret);
  });
});
