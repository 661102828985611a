import { beforeAll, describe, expect, it } from "vitest";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { agreeToSheets } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { threes } from "../../support/manager-scoring";
import { resubmit, rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const targetOf = async (id: string) => ({ appraisalId: id, version: (await rowOf(id)).version });

async function confirm({ id, value }: { id: string; value: string }) {
  const input = { ...(await targetOf(id)), value, comment: "" };
  return confirmScore(company.context("hrPartner"), input);
}

async function giveBack({ id, value }: { id: string; value: string }) {
  const pin = { value, rung: null, caseId: null };
  const reasons = [{ ...pin, caseReason: "insufficient" as const, reason: "看不出是谁受益。" }];
  return returnScores(company.context("hrPartner"), { ...(await targetOf(id)), reasons });
}

async function agree(id: string) {
  const items = [await targetOf(id)];
  return agreeToSheets(company.context("secondLevel"), { items, comment: "" });
}

describe("a value that HR returned", () => {
  it("brings a value back to HR that was returned as 0.5 and comes as 2", async () => {
    const { id } = await appraisalIn(company, "hr_audit", {
      self: threes,
      manager: { teamwork: 1 },
    });
    await giveBack({ id, value: "teamwork" });
    await resubmit(company, id, { teamwork: 4 });
    await agree(id);
    expect(await rowOf(id)).toMatchObject({ state: "hr_audit", round: 2 });
    const { actor } = company.context("hrPartner");
    const queue = await readQueue(actor, auditFilterSchema.parse({}), company.now);
    expect(queue.rows.filter(({ appraisalId }) => appraisalId === id)).toMatchObject([
      { value: "teamwork", halfPoints: 4, reason: "returned" },
    ]);
    expect(await confirm({ id, value: "teamwork" })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "interview" });
  });

  it("asks anew for a score confirmed before the value was returned at another one", async () => {
    const { id } = await appraisalIn(company, "hr_audit", {
      self: threes,
      manager: { teamwork: 1, dedication: 9 },
    });
    await confirm({ id, value: "teamwork" });
    await giveBack({ id, value: "dedication" });
    await resubmit(company, id, { teamwork: 6 });
    await agree(id);
    await giveBack({ id, value: "teamwork" });
    await resubmit(company, id, { teamwork: 1 });
    await agree(id);
    const { actor } = company.context("hrPartner");
    const queue = await readQueue(actor, auditFilterSchema.parse({}), company.now);
    const mine = queue.rows.filter(({ appraisalId }) => appraisalId === id);
    expect(mine.map(({ value }) => value)).toContain("teamwork");
    expect(await confirm({ id, value: "teamwork" })).toMatchObject({ ok: true });
  });
});
