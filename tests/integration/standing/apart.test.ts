import { beforeAll, describe, expect, it } from "vitest";
import { approveTop } from "@/lib/approval/commands";
import { readTops } from "@/lib/approval/queries";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { classicBefore } from "../../support/documents";
import { handOversOf } from "../hand-over/support";
import { rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  const apart = { ...classicBefore, key: "apart", approverNotSecondLevel: true };
  company = await buildCompany({ policy: apart });
});

const both = () => ({
  secondLevelId: company.ids.divisionHead,
  approverId: company.ids.divisionHead,
});

describe("a policy that keeps the second level from approving", () => {
  it("is kept by list and command, and who is both is marked", async () => {
    const sheet = await appraisalIn(company, "approval", { line: both() });
    const head = company.actor("divisionHead");
    const { rows } = await readTops(head, {}, company.now);
    expect(rows.filter(({ appraisalId }) => appraisalId === sheet.id)).toEqual([]);
    const input = { ...sheet.target, value: "customer-first", reason: "" };
    const context = company.context("divisionHead");
    expect(await approveTop(context, input)).toMatchObject({ ok: false });
    const partner = company.actor("hrPartner");
    expect(await readDossier(partner, sheet.id)).toMatchObject({
      ...{ oneReviewer: true, approver: { name: "事业部长乙" } },
    });
    const audited = await appraisalIn(company, "hr_audit", { line: both() });
    const queue = await readQueue(partner, auditFilterSchema.parse({}), company.now);
    const marks = queue.rows.filter(({ appraisalId }) => appraisalId === audited.id);
    expect(new Set(marks.map(({ oneReviewer }) => oneReviewer))).toEqual(new Set([true]));
  });

  it("leaves the approval to the next above at a hand-over", async () => {
    const { give } = await handOversOf(company);
    const sheet = await appraisalIn(company, "second_level");
    const to = await give([sheet], { from: "divisionHead", to: "secondLevel" });
    expect(to).toMatchObject({ fields: { successorNumber: { code: "successor_reviewed" } } });
    const left = await give([sheet], { from: "secondLevel", to: null });
    expect(left).toMatchObject({ ok: true });
    const { secondLevelId, approverId } = await rowOf(sheet.id);
    expect(secondLevelId).toBe(company.ids.divisionHead);
    expect(approverId).not.toBe(company.ids.divisionHead);
  });
});
