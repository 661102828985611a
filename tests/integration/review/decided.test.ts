import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { approveTop } from "@/lib/approval/commands";
import { readTopDossier } from "@/lib/approval/queries";
import { readDecided } from "@/lib/dossier/queries";
import type { Decider } from "@/lib/dossier/types";
import { confirmScore } from "@/lib/hr-audit/commands";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const decidedBy = async (person: Person, decider: Decider) =>
  (await readDecided(company.actor(person), decider, {})).rows;

describe("what somebody decided", () => {
  it("is a second level's own words on whole sheets, the latest first, and where they stand now", async () => {
    const agreed = await appraisalIn(company, "second_level", { manager: { integrity: 2 } });
    const returned = await appraisalIn(company, "second_level");
    const items = [agreed.target];
    await agreeToSheets(company.context("secondLevel", 0.1), { items, comment: "" });
    await returnSheet(company.context("secondLevel", 0.2), {
      ...returned.target,
      ...{ comment: "请补充事实", value: null, rung: null },
    });
    expect(await decidedBy("secondLevel", "second_level")).toMatchObject([
      { appraisalId: returned.id, verdict: "returned", state: "manager_scoring", opens: false },
      { appraisalId: agreed.id, verdict: "agreed", state: "hr_audit", opens: true },
    ]);
    for (const person of ["manager", "employee", "hrPartner", "hrAdmin"] as const)
      expect(await decidedBy(person, "second_level"), person).toEqual([]);
    expect(await decidedBy("secondLevel", "hr")).toEqual([]);
  });

  it("is HR's on single scores", async () => {
    const sheet = await appraisalIn(company, "hr_audit", { manager: { integrity: 2 } });
    const words = { value: "integrity", beneficiaryView: "", comment: "" };
    await confirmScore(company.context("hrPartner", 0.1), { ...sheet.target, ...words });
    expect(await decidedBy("hrPartner", "hr")).toMatchObject([
      { appraisalId: sheet.id, verdict: "confirmed", halfPoints: 2, valueName: { zh: "诚信" } },
    ]);
  });

  it("is an approver's on top scores, whose page is closed with the last of them", async () => {
    const { id, target } = await appraisalIn(company, "approval");
    const head = company.context("divisionHead", 0.1);
    const open = await readTopDossier(head.actor, id);
    const value = open?.values.find(({ toApprove }) => toApprove)?.key ?? "";
    await approveTop(head, { ...target, value, reason: "好的示范" });
    expect(await decidedBy("divisionHead", "approver")).toMatchObject([
      { appraisalId: id, verdict: "approved", state: "interview", opens: false },
    ]);
  });

  it("is over for a reader who no longer stands to the sheet", async () => {
    const before = await decidedBy("secondLevel", "second_level");
    const [{ appraisalId } = { appraisalId: "" }] = before;
    const { participantId: id } = await database().appraisal.findUniqueOrThrow({
      where: { id: appraisalId },
    });
    await database().participant.update({
      where: { id },
      data: { secondLevelId: company.ids.colleague },
    });
    const after = await decidedBy("secondLevel", "second_level");
    expect(after.map((row) => row.appraisalId)).not.toContain(appraisalId);
    expect(after).toHaveLength(before.length - 1);
  });
});
