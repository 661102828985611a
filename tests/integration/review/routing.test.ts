import { beforeAll, describe, expect, it } from "vitest";
import { readTops } from "@/lib/approval/queries";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { confirmScore } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  auditReason,
  maxOfValue,
  routeScore,
  type FrameworkDocument,
  type PolicyDocument,
  type ValueDefinition,
} from "@/lib/scoring";
import { recordView } from "@/lib/beneficiary/commands";
import { agreeToSheets } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { scorerOf, threes } from "../../support/manager-scoring";
import { behindTriggers, resubmit, rowOf, viewOn } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

function preset(key: string): FrameworkDocument {
  const found = frameworkPresets.find((framework) => framework.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

/** Five rules that earn 3.5 at most, and others without a cap. */
function capped(): FrameworkDocument {
  const lenovo = preset("lenovo-2001");
  return {
    ...lenovo,
    values: lenovo.values.map((value, at) => (at ? value : { ...value, cap: 7 })),
  };
}

const frameworks = [preset("six-veins"), preset("customer-checklist"), capped()];

/** Presets, and what no preset has: a draw, a view without a look, an approval below it, bounds that meet. */
const policies: readonly PolicyDocument[] = [
  ...policyPresets,
  ...policyPresets.slice(1, 2).map((policy) => ({
    ...policy,
    name: { zh: "另一种核查", en: "Another audit" },
    audit: {
      verifyAtMost: 1,
      verifyAtLeast: null,
      beneficiaryViewAt: 9,
      approveAt: 8,
      topRung: 5,
      sample: { percent: 10 },
    },
  })),
];

const combinations = policies.flatMap((policy) =>
  frameworks.map((framework) => [policy.name.en, framework.name.en, policy, framework] as const),
);

/** Every score the value can have: by halves or by points, and its cap, whatever that is. */
function scoresOf(value: ValueDefinition, { stepHalfPoints }: PolicyDocument): number[] {
  const max = maxOfValue(value);
  const steps = Array.from({ length: max + 1 }, (_, score) => score);
  return steps.filter((score) => score === max || score % stepHalfPoints === 0);
}

/** A cap is earned by more than it. */
const judgedFor = (value: ValueDefinition, score: number) =>
  score === maxOfValue(value) ? value.rungs.length * 2 : score;

/** No contradicting case of the employee's, so that the manager's judgements decide alone. */
const faultless = ({ ruleset }: TestCompany) =>
  Object.fromEntries(ruleset.framework.values.map((value) => [value.key, value.rungs.length * 2]));

function storedOf(appraisalId: string, side: "manager" | "self" = "manager") {
  return database().valueScore.findMany({
    where: { appraisalId, side },
    orderBy: { value: { position: "asc" } },
    select: {
      halfPoints: true,
      needsView: true,
      needsApproval: true,
      maySample: true,
      referred: true,
      auditReason: true,
    },
  });
}

describe("what is written beside a score", () => {
  it.each(combinations)(
    "under %s, %s: is what routeScore says of it",
    async (_p, _f, policy, framework) => {
      // What a whole sheet leads to is not the score's: review/sanctions.test.ts.
      const alone = { ...policy, sanctionNeedsFacts: false };
      const own = await cycleUnder(company, framework, alone);
      const sheet = await appraisalIn(own, "manager_scoring", { self: faultless(own) });
      const scorer = scorerOf(own);
      const [value] = framework.values;
      if (value === undefined) throw new Error("no value");
      let { version } = sheet;
      const marks = policy.referWhenInDoubt === true ? [false, true] : [false];
      const every = scoresOf(value, policy);
      for (const score of every)
        for (const inDoubt of marks) {
          const said = { ...scorer.valueAt(value.key, judgedFor(value, score)), inDoubt };
          const saved = await scorer.save(sheet, version, said);
          if (!saved.ok) throw new Error(JSON.stringify(saved));
          ({ version } = saved.value);
          const routing = { ...routeScore(policy, value, score), refer: inDoubt };
          expect(await storedOf(sheet.id)).toEqual([
            {
              halfPoints: score,
              needsView: routing.beneficiaryView,
              needsApproval: routing.approve,
              maySample: routing.sample,
              referred: routing.refer,
              auditReason: auditReason(policy, score, routing),
            },
          ]);
        }
    },
  );

  it("is nothing on the employee's side and nothing where no score is", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const nowhere = { needsView: false, needsApproval: false, maySample: false, referred: false };
    const self = await storedOf(sheet.id, "self");
    expect(self).toHaveLength(6);
    for (const row of self) expect(row).toMatchObject({ ...nowhere, auditReason: null });
    const scorer = scorerOf(company);
    const open = { ...scorer.valueAt("integrity", 6), judgements: {}, cases: [] };
    expect(await scorer.save(sheet, 1, open)).toMatchObject({ ok: true });
    expect(await storedOf(sheet.id)).toEqual([{ halfPoints: null, ...nowhere, auditReason: null }]);
  });

  it("cannot be left out, given to the employee's side, or kept without a score or a doubt", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const refused = [
      { where: { side: "self" as const }, data: { needsApproval: true } },
      { where: { side: "self" as const }, data: { auditReason: "low" as const } },
      { where: { side: "manager" as const }, data: { referred: true } },
      { where: { side: "manager" as const }, data: { needsView: true, auditReason: null } },
      { where: { side: "manager" as const }, data: { halfPoints: null, maySample: true } },
      { where: { side: "manager" as const }, data: { inDoubtRound: 1 } },
    ];
    for (const { where, data } of refused) {
      const of = { appraisalId: sheet.id, ...where };
      const write = behindTriggers((tx) => tx.valueScore.updateMany({ where: of, data }));
      await expect(write, JSON.stringify(data)).rejects.toThrow(/value_score_/);
    }
    const copy = behindTriggers(
      (tx) => tx.$executeRaw`INSERT INTO value_score
        (appraisal_id, value_id, side, half_points, max_half_points)
        SELECT appraisal_id, value_id, 'manager', half_points, max_half_points FROM value_score
        WHERE appraisal_id = ${sheet.id}::uuid`,
    );
    await expect(copy).rejects.toThrow(/null/i);
  });
});

describe("the lists", () => {
  /** Enough sheets that every score stands on every one of them's values in turn. */
  async function sheetsAt(own: TestCompany, policy: PolicyDocument) {
    const { values } = own.ruleset.framework;
    const scores = values.map((value) => scoresOf(value, policy));
    const most = Math.max(...scores.map(({ length }) => length));
    const sheets = [];
    for (let from = 0; from < most; from += values.length) {
      const sheet = await appraisalIn(own, "manager_scoring", { self: faultless(own) });
      const given = values.map((value, index) => {
        const every = scores[index] ?? [];
        const score = every[(from + index) % every.length] ?? 0;
        return [value.key, judgedFor(value, score)] as const;
      });
      const version = await resubmit(own, sheet.id, Object.fromEntries(given));
      const items = [{ appraisalId: sheet.id, version }];
      const agreed = await agreeToSheets(own.context("secondLevel"), { items, comment: "" });
      if (!agreed.ok) throw new Error(agreed.code);
      sheets.push(sheet.id);
    }
    return sheets;
  }

  const all = auditFilterSchema.parse({});

  async function queueOf(appraisalId: string) {
    const rows = [];
    for (let after: string | undefined; ;) {
      const page = await readQueue(company.actor("hrPartner"), { ...all, after }, company.now);
      rows.push(...page.rows.filter((row) => row.appraisalId === appraisalId));
      if (page.next === null) return rows;
      after = page.next;
    }
  }

  async function topsOf(appraisalId: string) {
    const { rows } = await readTops(company.actor("divisionHead"), {}, company.now);
    return rows.filter((row) => row.appraisalId === appraisalId).map(({ value }) => value);
  }

  it.each(combinations)(
    "under %s, %s: are what the dossier asks for",
    async (_p, _f, policy, framework) => {
      const own = await cycleUnder(company, framework, policy);
      for (const id of await sheetsAt(own, policy)) {
        const dossier = async () => (await readDossier(own.actor("hrPartner"), id))?.values ?? [];
        const asked = (await dossier()).filter(({ toVerify }) => toVerify);
        expect((await rowOf(id)).state === "hr_audit").toBe(asked.length > 0);
        const listed = await queueOf(id);
        expect(listed).toMatchObject(
          asked.map(({ key, scores: { manager }, routing, maxHalfPoints }) => ({
            value: key,
            reason: auditReason(policy, manager, routing),
            needsView: routing.beneficiaryView,
            maxHalfPoints,
          })),
        );
        for (const { value, needsView } of listed) {
          if (needsView) await recordView(own.context("hrPartner"), viewOn(id, value));
          const { version } = await rowOf(id);
          const input = { appraisalId: id, version, value, comment: "" };
          expect(await confirmScore(own.context("hrPartner"), input)).toMatchObject({ ok: true });
        }
        expect(await queueOf(id)).toEqual([]);
        const top = (await dossier()).filter(({ toApprove }) => toApprove).map(({ key }) => key);
        expect((await rowOf(id)).state).toBe(top.length > 0 ? "approval" : "interview");
        expect(await topsOf(id)).toEqual(top);
      }
    },
  );

  it.each([
    ["a checklist of seven rules", preset("customer-checklist"), 14, 14],
    ["five rules that earn 3.5 at most", capped(), 0, 7],
  ])("know the most of %s", async (_, framework, score, maxHalfPoints) => {
    const [classic] = policyPresets;
    const [value] = framework.values;
    if (classic === undefined || value === undefined) throw new Error("no preset");
    const own = await cycleUnder(company, framework, classic);
    const { id } = await appraisalIn(own, "hr_audit", { manager: { [value.key]: score } });
    const [row] = (await queueOf(id)).filter((listed) => listed.value === value.key);
    expect(row).toMatchObject({ maxHalfPoints, halfPoints: score });
  });
});
