import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { readHome } from "@/lib/home/queries";
import { returnSelfReview } from "@/lib/manager-scoring/commands";
import { readScoring, readTeam } from "@/lib/manager-scoring/queries";
import type { SheetValue } from "@/lib/sheet/types";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { classicBefore } from "../../support/documents";
import { eventsOf, scorerOf, threes } from "../../support/manager-scoring";
import { selfReviewDesk } from "../../support/self-review";
import { valueWith } from "../../support/sheets";
import { handOversOf } from "../hand-over/support";

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
beforeAll(async () => {
  const policy = { ...classicBefore, key: "manager-first", managerFirst: true };
  company = await buildCompany({ policy });
  scorer = scorerOf(company);
});

const key = "customer-first";
const toScore = () => appraisalIn(company, "manager_scoring", { self: threes });
const bare = (value: SheetValue): SheetValue => ({ ...value, cases: [], justification: "" });
const judged = (score: number, of = key) => bare(scorer.valueAt(of, score));

async function sheetOf(appraisal: TestAppraisal, person: Person = "manager") {
  const view = await readScoring(company.actor(person), appraisal.id, company.now);
  if (view?.kind !== "sheet") throw new Error("no sheet");
  return view;
}

const selfOf = async (appraisal: TestAppraisal, of = key, person: Person = "manager") =>
  (await sheetOf(appraisal, person)).sheets.self.values.find((value) => value.key === of);

async function memberOf({ id }: TestAppraisal) {
  const team = await readTeam(company.actor("manager"), {}, company.now);
  return team?.members.find(({ appraisalId }) => appraisalId === id);
}

/** Every title and text of the employee's cases, as a page's data would hold them. */
async function textsOf({ id }: TestAppraisal): Promise<readonly string[]> {
  const cases = await database().appraisalCase.findMany({
    where: { appraisalId: id, side: "self" },
  });
  expect(cases.length).toBeGreaterThan(0);
  return cases.flatMap((one) => [one.id, one.title, one.happened, one.action]);
}

describe("before the manager has judged", () => {
  it("the sheet holds nothing of the self-review and says which values are closed", async () => {
    const appraisal = await toScore();
    const view = await sheetOf(appraisal);
    expect(view.unseen).toEqual(company.ruleset.framework.values.map((value) => value.key));
    const { values } = view.sheets.self;
    expect(
      values.every(({ judgements, cases }) => Object.keys(judgements).length + cases.length === 0),
    ).toBe(true);
    const page = JSON.stringify(view);
    for (const text of await textsOf(appraisal)) expect(page).not.toContain(text);
    expect(view.team.members.map(({ selfTotal }) => selfTotal)).not.toContain(36);
  });

  it("team, trail, dossier and home hold nothing of it", async () => {
    const appraisal = await toScore();
    expect(await memberOf(appraisal)).toMatchObject({ selfTotal: null });
    expect(await readDossier(company.actor("manager"), appraisal.id)).toBeNull();
    await database().recordedEvent.create({
      data: {
        ...{ kind: "self.submitted", at: company.now, appraisalId: appraisal.id },
        ...{ cycleId: company.cycleId, employeeId: appraisal.employeeId },
        actorId: appraisal.employeeId,
        payload: { number: 1, total: 36, scores: { [key]: 6 } },
      },
    });
    const trail = await readTrail(company.actor("manager"), appraisal.id);
    expect(trail?.entries.map(({ event }) => event)).toEqual([
      { kind: "self.submitted", number: 1 },
    ]);
    const own = await readTrail(appraisal.employee, appraisal.id);
    expect(own?.entries[0]?.event).toMatchObject({ total: 36, scores: { [key]: 6 } });
    const home = JSON.stringify(await readHome(company.actor("manager"), company.now));
    for (const text of await textsOf(appraisal)) expect(home).not.toContain(text);
  });

  it("a draft is scored without the employee's cases, and what is missing names none", async () => {
    const appraisal = await toScore();
    const half = { ...judged(6), judgements: { 3: "met" as const } };
    const saved = await scorer.save(appraisal, 1, half);
    expect(saved).toMatchObject({ ok: true, value: { value: { score: null, total: null } } });
    const refused = await scorer.submit(appraisal, 2);
    expect(refused).toMatchObject({ code: "incomplete" });
    expect(JSON.stringify(refused)).not.toMatch(/contradict|case-required/);
    expect((await sheetOf(appraisal)).unseen).toContain(key);
  });

  it("a return cannot be pinned to a case nobody has seen", async () => {
    const appraisal = await toScore();
    const hidden = await database().appraisalCase.findFirstOrThrow({
      where: { appraisalId: appraisal.id, side: "self", point: 3 },
      include: { rung: { include: { value: true } } },
    });
    const { point: rung, id: caseId } = hidden;
    const pin = { reason: "请补充。", value: hidden.rung.value.key, rung };
    const send = (about: string | null) =>
      returnSelfReview(company.context("manager"), {
        ...appraisal.target,
        reasons: [{ ...pin, caseId: about }],
      });
    expect(await send(caseId)).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await send(null)).toMatchObject({ ok: true });
  });

  it("nor is anything of its earlier rounds", async () => {
    const appraisal = await toScore();
    const desk = selfReviewDesk(company);
    const asked = { reason: "请补充。", value: key, rung: 3, caseId: null };
    const mend = async (version: number, score: number) => {
      const sent = { appraisalId: appraisal.id, version, reasons: [asked] };
      expect(await returnSelfReview(company.context("manager"), sent)).toMatchObject({ ok: true });
      for (const [index, of] of [key, "integrity"].entries()) {
        const value = valueWith(desk.definitionOf(of), score);
        expect(await desk.save(appraisal, version + 1 + index, value)).toMatchObject({ ok: true });
      }
      expect(await desk.submit(appraisal, version + 3)).toMatchObject({ ok: true });
      return version + 4;
    };
    const version = await mend(await mend(1, 6), 4);
    expect((await sheetOf(appraisal)).rounds).toEqual({});
    expect(await scorer.save(appraisal, version, judged(6))).toMatchObject({ ok: true });
    expect(Object.keys((await sheetOf(appraisal)).rounds)).toEqual([key]);
  });
});

describe("once the draft of a value stands", () => {
  it("that value opens, no other, and the first score is recorded", async () => {
    const appraisal = await toScore();
    await scorer.save(appraisal, 1, judged(8));
    expect((await sheetOf(appraisal)).unseen).not.toContain(key);
    expect((await selfOf(appraisal))?.judgements).toMatchObject({ 3: "met", 4: "unmet" });
    expect((await selfOf(appraisal, "integrity"))?.judgements).toEqual({});
    const events = await eventsOf(appraisal.id);
    expect(events.map(({ kind }) => kind)).toEqual(["manager.saved", "manager.scored_first"]);
    expect(events[1]?.payload).toEqual({ value: key, halfPoints: 8 });
    // What the employee proves is counted from now on: three rungs of four.
    const score = await database().valueScore.findFirstOrThrow({
      where: { appraisalId: appraisal.id, side: "manager" },
    });
    expect(score.halfPoints).toBe(6);
  });

  it("it stays open whatever becomes of the draft, and is recorded once", async () => {
    const appraisal = await toScore();
    await scorer.save(appraisal, 1, judged(6));
    await scorer.save(appraisal, 2, { ...judged(6), judgements: {} });
    await scorer.save(appraisal, 3, judged(4));
    expect((await selfOf(appraisal))?.cases).not.toEqual([]);
    const firsts = (await eventsOf(appraisal.id)).filter(
      (one) => one.kind === "manager.scored_first",
    );
    expect(firsts.map(({ payload }) => payload)).toEqual([{ value: key, halfPoints: 6 }]);
  });

  it("all of them open the total, and the trail of the line sets first against submitted", async () => {
    const appraisal = await toScore();
    let version = await scorer.judgeAll(appraisal);
    expect(await memberOf(appraisal)).toMatchObject({ selfTotal: 36 });
    const lowered = await scorer.save(appraisal, version, {
      ...judged(4),
      justification: "客户的投诉没有跟进到底。",
    });
    if (!lowered.ok) throw new Error(lowered.code);
    version = lowered.value.version;
    expect(await scorer.submit(appraisal, version)).toMatchObject({ ok: true });
    const second = await readTrail(company.actor("secondLevel"), appraisal.id);
    const submitted = second?.entries.find(({ event }) => event.kind === "manager.submitted");
    expect(submitted?.changed).toMatchObject([{ first: 6, now: 4 }]);
    expect(submitted?.changed[0]?.value?.zh).toBe("客户第一");
    const first = second?.entries.filter(({ event }) => event.kind === "manager.scored_first");
    expect(first).toHaveLength(company.ruleset.framework.values.length);
    expect(await readDossier(company.actor("secondLevel"), appraisal.id)).not.toBeNull();
    expect(await readDossier(company.actor("manager"), appraisal.id)).not.toBeNull();
    const own = await readTrail(appraisal.employee, appraisal.id);
    expect(own?.entries.some(({ event }) => event.kind === "manager.scored_first")).toBe(false);
  });
});

describe("a sheet that is handed over", () => {
  it("is open to a successor who goes on, closed to one who begins anew", async () => {
    const { give } = await handOversOf(company);
    const [on, anew] = [await toScore(), await toScore()];
    for (const sheet of [on, anew]) await scorer.save(sheet, 1, judged(6));
    expect(await give([on], { way: "continue" })).toMatchObject({ ok: true });
    expect(await give([anew], { way: "anew" })).toMatchObject({ ok: true });
    expect((await selfOf(on, key, "otherManager"))?.cases).not.toEqual([]);
    expect((await selfOf(anew, key, "otherManager"))?.cases).toEqual([]);
    await scorer.save(anew, 3, judged(4), "otherManager");
    expect((await selfOf(anew, key, "otherManager"))?.cases).not.toEqual([]);
  });

  it("does not tell a successor who begins anew what was asked of the self-review", async () => {
    const { give } = await handOversOf(company);
    const sheet = await toScore();
    const at = company.now;
    const reason = "第三级的案例请写明日期。";
    const to = { fromState: "manager_scoring", toState: "self_review" } as const;
    const pin = {
      valueKey: key,
      point: 3,
      caseId: randomUUID(),
      caseTitle: "第 3 级的一件事",
      resolvedAt: at,
    };
    const noted = { appraisalId: sheet.id, ...to, ...pin, reason, byId: company.ids.manager, at };
    await database().returnNote.create({ data: noted });
    expect((await sheetOf(sheet)).notes).toMatchObject([{ reason }]);
    await give([sheet], { way: "anew" });
    expect((await sheetOf(sheet, "otherManager")).notes).toEqual([]);
    await scorer.save(sheet, 2, judged(4), "otherManager");
    expect((await sheetOf(sheet, "otherManager")).notes).toMatchObject([{ reason }]);
  });
});

describe("the database", () => {
  const open = (id: string, valueId: string, holder: string) => database().$executeRaw`
    INSERT INTO self_review_opening (appraisal_id, value_id, holder_id, by_id, half_points, at)
    VALUES (${id}::uuid, ${valueId}::uuid, ${holder}::uuid, ${holder}::uuid, 6, now())`;

  it("opens nothing unjudged, to nobody else, and forgets no opening", async () => {
    const sheet = await toScore();
    const [valueId = "", other = ""] = [key, "integrity"].map((k) => company.ruleset.valueIds[k]);
    const { manager, otherManager } = company.ids;
    await expect(open(sheet.id, valueId, manager)).rejects.toThrow(/who has judged/);
    await scorer.save(sheet, 1, judged(6));
    await expect(open(sheet.id, other, manager)).rejects.toThrow(/who has judged/);
    await expect(open(sheet.id, valueId, otherManager)).rejects.toThrow(/who has judged/);
    const { id } = sheet;
    await expect(
      database()
        .$executeRaw`UPDATE self_review_opening SET half_points = 2 WHERE appraisal_id = ${id}::uuid`,
    ).rejects.toThrow(/append-only/);
    await expect(
      database().$executeRaw`DELETE FROM self_review_opening WHERE appraisal_id = ${id}::uuid`,
    ).rejects.toThrow(/append-only/);
  });
});
