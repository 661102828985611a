import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { recordInterview } from "@/lib/interview/commands/record";
import { readResult } from "@/lib/result/queries";
import { policyPresets } from "@/lib/presets";
import { agreeToSheets } from "@/lib/second-level/commands";
import { readReviewPage } from "@/lib/second-level/queries";
import { readTrail } from "@/lib/trail/queries";
import type { PolicyDocument } from "@/lib/scoring";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { rowOf, scorerOf } from "../../support/manager-scoring";
import { alter, resubmit } from "../../support/review";

/** The way of a sheet whose total or one of whose values leads to a consequence, under a policy that asks for the facts. */

function factsAsked(): PolicyDocument {
  const classic = policyPresets.find(({ key }) => key === "classic");
  if (classic === undefined) throw new Error("no classic");
  return {
    ...classic,
    key: "facts",
    sanctionNeedsFacts: true,
    singleValueRules: classic.singleValueRules.map((rule) => ({ ...rule, setsBand: "fail" })),
  };
}

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
let keys: string[];
beforeAll(async () => {
  company = await buildCompany({ policy: factsAsked() });
  scorer = scorerOf(company);
  keys = company.ruleset.framework.values.map(({ key }) => key);
});

const twos = () => Object.fromEntries(keys.map((key) => [key, 4]));

async function storedReasons({ id }: TestAppraisal) {
  const rows = await database().valueScore.findMany({
    where: { appraisalId: id, side: "manager" },
    select: { auditReason: true, maySample: true },
  });
  return rows;
}

async function queued({ id }: TestAppraisal) {
  const { rows } = await readQueue(
    company.actor("hrPartner"),
    auditFilterSchema.parse({}),
    company.now,
  );
  return rows.filter(({ appraisalId }) => appraisalId === id);
}

async function agree({ id }: TestAppraisal) {
  const items = [{ appraisalId: id, version: (await rowOf(id)).version }];
  return agreeToSheets(company.context("secondLevel"), { items, comment: "" });
}

async function confirm({ id }: TestAppraisal, value: string) {
  const { version } = await rowOf(id);
  const input = { appraisalId: id, version, value, comment: "" };
  return confirmScore(company.context("hrPartner"), input);
}

async function confirmAll(sheet: TestAppraisal) {
  for (const { value } of await queued(sheet)) await confirm(sheet, value);
}

describe("six plain 2s", () => {
  it("are not handed in without a fact for every value, and nothing of the sheet moves", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: twos() });
    const version = await scorer.judgeAll(sheet, twos());
    expect(await scorer.submit(sheet, version)).toMatchObject({
      ok: false,
      code: "incomplete",
      data: { missing: keys.map((value) => ({ code: "sanction-facts-required", value })) },
    });
    expect(await rowOf(sheet.id)).toMatchObject({ state: "manager_scoring", version });
  });

  it("go to HR's verification value by value, for that reason, and are drawn for no sample", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: twos() });
    await resubmit(company, sheet.id, twos());
    expect(await storedReasons(sheet)).toEqual(
      keys.map(() => ({ auditReason: "sanction", maySample: false })),
    );
    const page = await readReviewPage(company.actor("secondLevel"), {}, company.now);
    const row = page.groups
      .flatMap(({ rows }) => rows)
      .find(({ appraisalId }) => appraisalId === sheet.id);
    expect(row?.cells.map(({ flag }) => flag)).toEqual(keys.map(() => "verify"));
    await agree(sheet);
    expect((await rowOf(sheet.id)).state).toBe("hr_audit");
    expect((await queued(sheet)).map(({ value, reason }) => [value, reason])).toEqual(
      keys.map((value) => [value, "sanction"]),
    );
  });

  it("are final only when HR has verified each; result and trail show the facts and that they were", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: twos() });
    await resubmit(company, sheet.id, twos());
    await agree(sheet);
    for (const [index, value] of keys.entries())
      expect(await confirm(sheet, value)).toMatchObject({
        ok: true,
        value: { value: { left: keys.length - 1 - index } },
      });
    expect((await rowOf(sheet.id)).state).toBe("interview");
    const texts = {
      good: "按时",
      short: "回复慢",
      direction: "当日回复",
      deductions: "",
      minutes: "记录",
      told: [],
      draftVersion: 0,
    };
    const { version } = await rowOf(sheet.id);
    const target = { appraisalId: sheet.id, version, heldOn: "2026-11-21" };
    const held = await recordInterview(company.context("manager"), { ...target, ...texts });
    expect(held).toMatchObject({ ok: true });
    const result = await readResult(sheet.employee, sheet.id, company.now);
    expect(result).toMatchObject({ reached: "fail", lowered: false });
    for (const value of result?.dossier.values ?? []) {
      expect(value.grounds).toHaveLength(1);
      expect(value.justification).toContain("事实：");
    }
    const trail = await readTrail(sheet.employee, sheet.id);
    const verified = trail?.entries.flatMap(({ event }) =>
      event.kind === "hr.confirmed" ? [event.sanction] : [],
    );
    expect(verified).toEqual(keys.map(() => true));
  });

  it("are asked of HR anew when the sheet comes back, though no score changed", async () => {
    const manager = { ...twos(), integrity: 2 };
    const sheet = await appraisalIn(company, "hr_audit", { self: manager, manager });
    const [first = ""] = keys;
    await confirm(sheet, first);
    const { version } = await rowOf(sheet.id);
    await returnScores(company.context("hrPartner"), {
      ...{ appraisalId: sheet.id, version },
      reasons: [
        {
          ...{ value: "integrity", rung: null, caseId: null },
          ...{ caseReason: "insufficient", reason: "太单薄" },
        },
      ],
    });
    await resubmit(company, sheet.id);
    await agree(sheet);
    expect((await queued(sheet)).map(({ value }) => value)).toEqual(keys);
    await confirmAll(sheet);
    expect((await rowOf(sheet.id)).state).toBe("interview");
  });

  it("no longer are the ground of anything once the total is mended", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: twos() });
    const better = Object.fromEntries(keys.map((key) => [key, 7]));
    await resubmit(company, sheet.id, { ...twos() });
    await alter(sheet.id, { state: "manager_scoring" });
    await resubmit(company, sheet.id, better);
    expect(await storedReasons(sheet)).toEqual(
      keys.map(() => ({ auditReason: null, maySample: true })),
    );
  });
});

describe("a single value", () => {
  const one = () => ({ ...Object.fromEntries(keys.map((key) => [key, 7])), integrity: 1 });

  it("brings the lowest band against a good total, and its consequences rest on it alone", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: one() });
    await resubmit(company, sheet.id, one());
    expect(await rowOf(sheet.id)).toMatchObject({ managerTotal: 36, band: "fail" });
    await agree(sheet);
    expect((await queued(sheet)).map(({ value, reason }) => [value, reason])).toEqual([
      ["integrity", "sanction"],
    ]);
  });

  it("judged against the employee's own case needs the fact for that rung's value", async () => {
    const sevens = Object.fromEntries(keys.map((key) => [key, 8]));
    const sheet = await appraisalIn(company, "manager_scoring", { self: sevens });
    const lower = { ...Object.fromEntries(keys.map((key) => [key, 7])), passion: 6 };
    const version = await scorer.judgeAll(sheet, lower);
    expect(await scorer.submit(sheet, version)).toMatchObject({
      data: { missing: [{ code: "sanction-facts-required", value: "passion" }] },
    });
    const facts = { ...scorer.valueAt("passion", 6), cases: [], justification: "四月两次缺席。" };
    await scorer.save(sheet, version, facts);
    expect(await scorer.submit(sheet, version + 1)).toMatchObject({ ok: true });
    const dossier = await readDossier(company.actor("manager"), sheet.id);
    const passion = dossier?.values.find(({ key }) => key === "passion");
    expect(passion?.grounds[0]?.zh).toBe("激情第 4 级判为未达到，员工为它写了支持的案例。");
  });
});
