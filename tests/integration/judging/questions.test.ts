import { beforeAll, describe, expect, it } from "vitest";
import { approveTop, askForMore, declineTops, takeBackTop } from "@/lib/approval/commands";
import { readTopDossier, readTops } from "@/lib/approval/queries";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { confirmScore, returnScores, takeBackScore } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { eventsOf, footprintOf, rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const five = "customer-first";
const question = "这份手册是谁先提出的？";
const reply = "问过三位同事，是他提出并写成的。";
const minute = 1 / (24 * 60);
const target = async (id: string) => ({ appraisalId: id, version: (await rowOf(id)).version });
const pin = { value: five, rung: null, caseId: null };

const ask = async (id: string, given: object = {}, by: Person = "divisionHead") =>
  askForMore(company.context(by), {
    ...(await target(id)),
    reasons: [{ ...pin, reason: question, ...given }],
  });
const answer = async (id: string, comment = reply, at = minute) =>
  confirmScore(company.context("hrPartner", at), { ...(await target(id)), value: five, comment });
const approve = async (id: string) =>
  approveTop(company.context("divisionHead", 2 * minute), {
    ...(await target(id)),
    ...{ value: five, reason: "值得学。" },
  });
const queue = () => readQueue(company.actor("hrPartner"), auditFilterSchema.parse({}), company.now);
const questionsFor = async (person: Person, id: string) =>
  (await readDossier(company.actor(person), id))?.values.find(({ key }) => key === five)?.questions;

describe("a question of the approver's", () => {
  it("leads to HR, on top of its queue, and with the answer back to the approver", async () => {
    await appraisalIn(company, "hr_audit");
    const { id } = await appraisalIn(company, "approval");
    expect(await ask(id, { rung: 5 })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "hr_audit", finalAt: null });
    const { rows } = await queue();
    expect(rows[0]).toMatchObject({ appraisalId: id, value: five, reason: "question" });
    expect(await questionsFor("hrPartner", id)).toMatchObject([
      { words: question, point: 5, answer: null },
    ]);
    expect(await answer(id, "")).toMatchObject({
      ok: false,
      fields: { comment: { code: "answer_required" } },
    });
    expect(await answer(id)).toMatchObject({ ok: true, value: { value: { state: "approval" } } });
    const dossier = await readTopDossier(company.actor("divisionHead"), id, company.now);
    expect(dossier?.values).toMatchObject([
      { key: five, toApprove: true, questions: [{ words: question, answer: { words: reply } }] },
    ]);
    const { rows: tops } = await readTops(company.actor("divisionHead"), {}, company.now);
    expect(tops.some(({ appraisalId }) => appraisalId === id)).toBe(true);
    expect(await approve(id)).toMatchObject({ ok: true, value: { value: { state: "interview" } } });
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual([
      ...["approval.asked", "hr.confirmed", "approval.approved"],
    ]);
  });

  it("can be asked once more, and is no yes: a decline stays owed over it", async () => {
    const { id } = await appraisalIn(company, "approval");
    await ask(id);
    await answer(id);
    expect(await ask(id, { reason: "还有谁用了？" })).toMatchObject({ ok: true });
    expect(await answer(id, "另外两组。", 2 * minute)).toMatchObject({ ok: true });
    const declined = await declineTops(company.context("divisionHead", 3 * minute), {
      ...(await target(id)),
      reasons: [{ ...pin, reason: "仍看不清。" }],
    });
    expect(declined).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "manager_scoring" });
  });

  it("is taken back with the sheet while HR has not opened it; not once it is answered", async () => {
    const { id } = await appraisalIn(company, "approval");
    await ask(id);
    const back = async () =>
      takeBackTop(company.context("divisionHead", minute), { ...(await target(id)), value: five });
    expect(await back()).toMatchObject({ ok: true, value: { value: { state: "approval" } } });
    expect(await questionsFor("divisionHead", id)).toEqual([]);
    await ask(id);
    await answer(id);
    expect(await back()).toMatchObject({ ok: false, code: "moved_on" });
  });

  it("is open again when HR takes its answer back, and gone when HR returns the sheet", async () => {
    const { id } = await appraisalIn(company, "approval");
    await ask(id);
    await answer(id);
    const hr = company.context("hrPartner", minute);
    expect(await takeBackScore(hr, { ...(await target(id)), value: five })).toMatchObject({
      ok: true,
      value: { value: { state: "hr_audit" } },
    });
    const returned = await returnScores(hr, {
      ...(await target(id)),
      reasons: [{ ...pin, reason: "请补事实", caseReason: "insufficient" }],
    });
    expect(returned).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "manager_scoring" });
  });

  it("is nobody's to see but HR's and the approver's, in the dossier and in the trail", async () => {
    const sheet = await appraisalIn(company, "approval");
    await ask(sheet.id);
    for (const [actor, sees] of [
      [company.actor("hrPartner"), true],
      [company.actor("manager"), false],
      [company.actor("secondLevel"), false],
      [sheet.employee, false],
    ] as const) {
      const dossier = JSON.stringify(await readDossier(actor, sheet.id));
      const trail = JSON.stringify(await readTrail(actor, sheet.id));
      expect([dossier.includes(question), trail.includes("approval.asked")]).toEqual([sees, sees]);
    }
  });

  it("is refused without words, about an unknown rung and by anybody else, and changes nothing", async () => {
    const { id } = await appraisalIn(company, "approval");
    const before = await footprintOf(id);
    expect(await ask(id, { rung: 9 })).toMatchObject({
      ok: false,
      fields: { "reasons.0.rung": { code: "unknown_rung" } },
    });
    expect(await ask(id, { value: "passion" })).toMatchObject({ ok: false });
    expect(await ask(id, {}, "manager")).toMatchObject({ ok: false });
    expect(await footprintOf(id)).toEqual(before);
  });
});

describe("the database", () => {
  const asked = async () => {
    const { id } = await appraisalIn(company, "approval");
    await ask(id);
    return id;
  };
  it("lets no sheet out of HR's audit over a question", async () => {
    const id = await asked();
    const step = database().$transaction(async (tx) => {
      await tx.$executeRaw`UPDATE appraisal SET state = 'approval', version = version + 1, state_since = now() WHERE id = ${id}::uuid`;
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    });
    await expect(step).rejects.toThrow("not answered");
  });

  it("takes no answer to another score's question, and none without words", async () => {
    const id = await asked();
    const other = await appraisalIn(company, "hr_audit");
    const [word] = await database().approval.findMany({ where: { appraisalId: id } });
    const insert = (appraisalId: string, comment: string) => database().$executeRaw`
      INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, comment, answers_id, by_id, at)
      VALUES (gen_random_uuid(), ${appraisalId}::uuid, 1, ${five}, 10, 'confirmed', ${comment}, ${word?.id}::uuid,
        ${company.ids.hrPartner}::uuid, now())`;
    await expect(insert(other.id, "好")).rejects.toThrow("about the same score");
    await expect(insert(id, " ")).rejects.toThrow("answers_with_words");
  });
});
