import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { confirmScore } from "@/lib/hr-audit/commands";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { readScoring } from "@/lib/manager-scoring/queries";
import { saveManagerValueSchema } from "@/lib/manager-scoring/schema";
import { readResult } from "@/lib/result/queries";
import { agreeToSheets } from "@/lib/second-level/commands";
import { readReviewPage } from "@/lib/second-level/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { rowOf, scorerOf, threes } from "../../support/manager-scoring";
import { caseFor } from "../../support/sheets";
import { selfReviewDesk } from "../../support/self-review";
import { alter, behindTriggers } from "../../support/review";

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
beforeAll(async () => {
  company = await buildCompany({ policy: "manual-2006" });
  scorer = scorerOf(company);
});

const doubted = () => ({ ...scorer.valueAt("integrity", 5), inDoubt: true });

function doubtsOf(appraisalId: string) {
  return database().valueScore.findMany({
    where: { appraisalId, inDoubtById: { not: null } },
    select: { side: true, inDoubtById: true, halfPoints: true },
  });
}

const mark = () => ({ side: "manager", inDoubtById: company.ids.manager, halfPoints: 5 });

describe("marking a value as in doubt", () => {
  it("is kept with the score and who was in doubt, and moves no score", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const saved = await scorer.save(appraisal, 1, doubted());
    expect(saved).toMatchObject({ ok: true, value: { value: { score: 5 } } });
    expect(await doubtsOf(appraisal.id)).toEqual([mark()]);
    const view = await readScoring(company.actor("manager"), appraisal.id, company.now);
    if (view?.kind !== "sheet") throw new Error("no sheet");
    const marked = view.sheets.manager.values.filter(({ inDoubt }) => inDoubt);
    expect(marked.map(({ key }) => key)).toEqual(["integrity"]);
    expect(view.sheets.self.values.some(({ inDoubt }) => inDoubt)).toBe(false);
  });

  it("is taken back by saving without it, also by a page that does not know of it", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    await scorer.save(appraisal, 1, doubted());
    const { key, judgements, cases, justification } = scorer.valueAt("integrity", 5);
    const unaware = { key, judgements, cases, justification };
    const target = { appraisalId: appraisal.id, version: 2 };
    const input = parseInput(saveManagerValueSchema, { ...target, value: unaware });
    if (!input.ok) throw new Error(JSON.stringify(input));
    const saved = await saveManagerValue(company.context("manager"), input.value);
    expect(saved).toMatchObject({ ok: true });
    expect(await doubtsOf(appraisal.id)).toEqual([]);
  });

  it("stays with who had it first when a successor saves the value again", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const value = doubted();
    await scorer.save(appraisal, 1, value);
    await alter(appraisal.id, { managerId: company.ids.otherManager });
    expect(await scorer.save(appraisal, 2, value, "otherManager")).toMatchObject({ ok: true });
    expect(await doubtsOf(appraisal.id)).toEqual([mark()]);
  });

  it("is handed in with the sheet", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    let at = 1;
    for (const { key } of company.ruleset.framework.values) {
      const value = { ...scorer.valueAt(key, 5), inDoubt: key === "integrity" };
      const saved = await scorer.save(appraisal, at, value);
      if (!saved.ok) throw new Error(JSON.stringify(saved));
      at = saved.value.version;
    }
    expect(await scorer.submit(appraisal, at)).toMatchObject({ ok: true });
    expect(await doubtsOf(appraisal.id)).toEqual([mark()]);
    const [submission] = await database().submission.findMany({
      where: { appraisalId: appraisal.id, side: "manager" },
    });
    expect(JSON.stringify(submission?.sheet)).toContain('"inDoubt":true');
  });

  it("is part of what a stale save is answered with", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    await scorer.save(appraisal, 1, doubted());
    const outcome = await scorer.save(appraisal, 1, scorer.valueAt("integrity", 4));
    expect(outcome).toMatchObject({
      code: "stale",
      data: { current: { key: "integrity", inDoubt: true } },
    });
  });

  it("is refused to the employee, whose side has no such mark", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const desk = selfReviewDesk(company);
    const outcome = await desk.save(appraisal, 1, { ...desk.first(), inDoubt: true });
    expect(outcome).toMatchObject({
      code: "invalid_input",
      fields: { "value.inDoubt": { code: "doubt_not_allowed" } },
    });
    expect(await rowOf(appraisal.id)).toMatchObject({ version: 1 });
  });

  it("cannot be written on the employee's side past the command either", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: threes });
    const where = { appraisalId: appraisal.id, side: "self" as const };
    const data = { inDoubtById: company.ids.manager, inDoubtRound: 1 };
    const write = behindTriggers((tx) => tx.valueScore.updateMany({ where, data }));
    await expect(write).rejects.toThrow(/value_score_/);
  });
});

describe("who learns of a doubt", () => {
  const inDoubt = ["integrity"];
  const manager = { integrity: 5, "customer-first": 5 };
  const place = (state: Parameters<typeof appraisalIn>[1]) =>
    appraisalIn(company, state, { manager, inDoubt });
  const seenBy = async ({ id }: TestAppraisal, person: Person) => {
    const dossier = await readDossier(company.actor(person), id);
    const value = dossier?.values.find(({ key }) => key === "integrity");
    return { doubt: value?.doubt, refer: value?.routing.refer };
  };

  it.each<Person>(["manager", "secondLevel"])("%s, with who marked it", async (person) => {
    const appraisal = await place("second_level");
    expect(await seenBy(appraisal, person)).toEqual({ doubt: { by: "主管丁" }, refer: true });
  });

  it("HR, who finds it in the queue although the score itself needs no look", async () => {
    const appraisal = await place("hr_audit");
    expect(await seenBy(appraisal, "hrPartner")).toEqual({ doubt: { by: "主管丁" }, refer: true });
    const queue = await readQueue(
      company.actor("hrPartner"),
      auditFilterSchema.parse({}),
      company.now,
    );
    const mine = queue.rows.filter(({ appraisalId }) => appraisalId === appraisal.id);
    expect(mine.map(({ value, reason }) => [value, reason])).toEqual([["integrity", "doubt"]]);
  });

  it("the second level's list, with a mark at the value", async () => {
    const appraisal = await place("second_level");
    const page = await readReviewPage(company.actor("secondLevel"), {}, company.now);
    const row = page.groups
      .flatMap(({ rows }) => rows)
      .find(({ appraisalId }) => appraisalId === appraisal.id);
    const marked = row?.cells.filter(({ doubt }) => doubt).map(({ key }) => key);
    expect(marked).toEqual(["integrity"]);
  });

  it("not the division head, who is asked for 5s alone", async () => {
    const five = { manager: { integrity: 10 }, inDoubt };
    const appraisal = await appraisalIn(company, "approval", five);
    expect(await seenBy(appraisal, "divisionHead")).toEqual({ doubt: null, refer: false });
  });

  it("never the employee: not in the result, not in the self-review", async () => {
    const appraisal = await place("published");
    const { employee, id } = appraisal;
    const result = await readResult(employee, id, company.now);
    expect(result?.dossier.values.every(({ doubt }) => doubt === null)).toBe(true);
    expect(result?.dossier.values.some(({ routing }) => routing.refer)).toBe(false);
    const shown = JSON.stringify(result);
    expect(shown).not.toMatch(/"refer":true|"inDoubt":true|"doubt":\{/);
    const self = await readSelfReview(employee, id, company.now);
    expect(JSON.stringify(self?.sheet)).not.toContain('"inDoubt":true');
    // The same reading by the line above does tell, so the silence above is no accident.
    const line = JSON.stringify(await readResult(company.actor("secondLevel"), id, company.now));
    expect(line).toMatch(/"refer":true/);
  });
});

describe("where a doubt leads", () => {
  it("from one over one to HR, and on once HR has confirmed", async () => {
    const manager = { integrity: 5, "customer-first": 5 };
    const appraisal = await appraisalIn(company, "second_level", {
      manager,
      inDoubt: ["integrity"],
    });
    const agreed = await agreeToSheets(company.context("secondLevel"), {
      items: [appraisal.target],
      comment: "",
    });
    expect(agreed).toMatchObject({ ok: true, value: { agreed: [{ state: "hr_audit" }] } });
    const confirmed = await confirmScore(company.context("hrPartner"), {
      appraisalId: appraisal.id,
      version: 2,
      value: "integrity",
      comment: "",
    });
    expect(confirmed).toMatchObject({
      ok: true,
      value: { value: { state: "interview", left: 0 } },
    });
  });

  it("nowhere where nobody was in doubt", async () => {
    const manager = { integrity: 5, "customer-first": 5 };
    const appraisal = await appraisalIn(company, "second_level", { manager });
    const agreed = await agreeToSheets(company.context("secondLevel"), {
      items: [appraisal.target],
      comment: "",
    });
    expect(agreed).toMatchObject({ ok: true, value: { agreed: [{ state: "interview" }] } });
  });
});

describe("a case not written yet", () => {
  it("counts for no score on the server", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring", { self: { integrity: 4 } });
    const value = scorer.valueAt("integrity", 6);
    const blank = { happened: "", action: "", outcome: "" };
    const untold = caseFor(3, "supports", blank);
    const saved = await scorer.save(appraisal, 1, { ...value, cases: [untold] });
    expect(saved).toMatchObject({ ok: true, value: { value: { score: 4 } } });
    const shown = { ...untold, happened: "客户来电。", action: "当场查清。" };
    const again = await scorer.save(appraisal, 2, { ...value, cases: [shown] });
    expect(again).toMatchObject({ ok: true, value: { value: { score: 6 } } });
  });
});
