import { beforeAll, describe, expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries";
import { recordInterview } from "@/lib/interview/commands";
import { acknowledgeResult, confirmMinutes, objectToResult } from "@/lib/result/commands";
import { readOwnAppraisals, readResult } from "@/lib/result/queries";
import { objectSchema } from "@/lib/result/schema";
import { appraisalIn, type TestAppraisal } from "../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const words = "诚信一项的事实有出入，请复核。";

function object({ target, context }: TestAppraisal, over: object = {}, at = 0) {
  const input = parseInput(objectSchema, { ...target, text: words, ...over });
  return input.ok ? objectToResult(context(at), input.value) : Promise.resolve(input);
}

function confirm({ target, context }: TestAppraisal, version = 1, at = 0) {
  return confirmMinutes(context(at), { ...target, version });
}

function acknowledge({ target, context }: TestAppraisal, version = 1, at = 0) {
  return acknowledgeResult(context(at), { ...target, version });
}

async function traceOf(id: string) {
  const row = await database().appraisal.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      version: true,
      acknowledgement: { select: { kind: true, text: true } },
      interview: { select: { confirmedAt: true } },
    },
  });
  const events = await database().auditEvent.findMany({
    where: { appraisalId: id },
    orderBy: { id: "asc" },
  });
  return { ...row, events: events.map(({ kind }) => kind) };
}

const open = {
  state: "published",
  version: 1,
  acknowledgement: null,
  interview: { confirmedAt: null },
  events: [],
};

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
    const told = JSON.stringify(own);
    for (const secret of ["hr_audit", "approval", "second_level", "事实："])
      expect(told).not.toContain(secret);
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
    });
    expect(recorded.ok).toBe(true);
    const result = await readResult(employee, id, company.now);
    expect(result).toMatchObject({
      own: true,
      answer: null,
      answerShut: null,
      publishedAt: company.now,
      interview: { minutes: "谈过", recordedBy: "主管丁", confirmedAt: null },
      dossier: { state: "published", totals: { manager: 36, max: 60 } },
    });
    const integrity = result?.dossier.values.find(({ key }) => key === "integrity");
    expect(integrity).toMatchObject({ scores: { manager: 2 }, verification: null, approval: null });
    expect(integrity?.justification).toContain("事实");
    expect(integrity?.rungs[1]).toMatchObject({ standing: "gate", point: 2 });
  });

  it("never tells the employee what HR found or the approver said", async () => {
    const { id, employee } = await appraisalIn(company, "published");
    const told = JSON.stringify(await readResult(employee, id, company.now));
    for (const secret of ["学员说当天", 'confirmed"', 'approved"'])
      expect(told).not.toContain(secret);
    const hr = JSON.stringify(await readResult(company.actor("hrPartner"), id, company.now));
    expect(hr).toContain("学员说当天");
  });

  it("proposes what the rules ask for and names the cause of each", async () => {
    const { id, employee } = await appraisalIn(company, "published", {
      manager: { integrity: 1 },
    });
    const result = await readResult(employee, id, company.now);
    expect(result?.consequences).toMatchObject([
      { code: "no-performance-rating", because: { kind: "band", band: "fail", total: 31 } },
      { code: "bonus-withheld", because: { kind: "band" } },
      { code: "no-performance-rating", because: { kind: "value", value: "integrity", score: 1 } },
      { code: "bonus-withheld", because: { kind: "value", value: "integrity", score: 1 } },
    ]);
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
    expect(result?.answer).toMatchObject({ kind: "objected", text });
  });

  it("is not there for an address that names nothing", async () => {
    expect(await readResult(company.actor("manager"), "../etc", company.now)).toBeNull();
  });
});

describe("confirming and acknowledging", () => {
  it("goes in this order and ends acknowledged", async () => {
    const appraisal = await appraisalIn(company, "published");
    expect(await acknowledge(appraisal)).toEqual({
      ok: false,
      code: "incomplete",
      fields: { minutes: { code: "minutes_unconfirmed" } },
    });
    expect(await traceOf(appraisal.id)).toEqual(open);
    expect(await confirm(appraisal)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await acknowledge(appraisal, 2)).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await traceOf(appraisal.id)).toEqual({
      state: "acknowledged",
      version: 3,
      acknowledgement: { kind: "accepted", text: "" },
      interview: { confirmedAt: company.now },
      events: ["interview.confirmed", "result.acknowledged"],
    });
  });

  it("refuses a replayed confirmation, with the old version and with the new", async () => {
    const appraisal = await appraisalIn(company, "published");
    await confirm(appraisal);
    expect(await confirm(appraisal)).toMatchObject({ code: "stale" });
    expect(await confirm(appraisal, 2)).toEqual({ ok: false, code: "already_done" });
    expect(await traceOf(appraisal.id)).toMatchObject({
      version: 2,
      events: ["interview.confirmed"],
    });
  });

  it("takes one of two answers given at the same moment", async () => {
    const appraisal = await appraisalIn(company, "published");
    await confirm(appraisal);
    const outcomes = await Promise.all([
      acknowledge(appraisal, 2),
      object(appraisal, { version: 2 }),
      acknowledge(appraisal, 2),
      object(appraisal, { version: 2 }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { events, version } = await traceOf(appraisal.id);
    expect(version).toBe(3);
    expect(events).toHaveLength(2);
  });

  it("cannot be taken back afterwards", async () => {
    const appraisal = await appraisalIn(company, "acknowledged");
    expect(await object(appraisal)).toEqual({ ok: false, code: "wrong_state" });
    expect(await acknowledge(appraisal)).toEqual({ ok: false, code: "wrong_state" });
  });

  it("is refused after the window, and the page says so beforehand", async () => {
    const appraisal = await appraisalIn(company, "published");
    for (const answer of [confirm, acknowledge])
      expect(await answer(appraisal, 1, 60)).toEqual({ ok: false, code: "window_closed" });
    expect(await object(appraisal, {}, 60)).toEqual({ ok: false, code: "window_closed" });
    const { now } = appraisal.context(60);
    expect(await readResult(appraisal.employee, appraisal.id, now)).toMatchObject({
      answerShut: "window_closed",
    });
    expect(await traceOf(appraisal.id)).toEqual(open);
  });

  it.each<[Person]>([["manager"], ["secondLevel"], ["hrPartner"], ["hrAdmin"], ["colleague"]])(
    "is nobody else's to do: %s",
    async (person) => {
      const { id, target } = await appraisalIn(company, "published");
      const context = company.context(person);
      const refused = { ok: false, code: "not_found" };
      expect(await confirmMinutes(context, target)).toEqual(refused);
      expect(await acknowledgeResult(context, target)).toEqual(refused);
      expect(await objectToResult(context, { ...target, text: words })).toEqual(refused);
      expect(await traceOf(id)).toEqual(open);
    },
  );

  it("does not exist for the employee before publication", async () => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await acknowledge(appraisal)).toMatchObject({ ok: false, code: "wrong_state" });
  });
});

describe("objecting", () => {
  it("needs no confirmed record and keeps the words", async () => {
    const appraisal = await appraisalIn(company, "published");
    expect(await object(appraisal, { text: `  ${words}\n` })).toMatchObject({ ok: true });
    expect(await traceOf(appraisal.id)).toMatchObject({
      state: "objected",
      version: 2,
      acknowledgement: { kind: "objected", text: words },
      events: ["result.objected"],
    });
  });

  it.each([
    ["no words", "   ", "reason_required"],
    ["too many words", "长".repeat(2001), "too_long"],
  ])("is refused with %s at the field", async (_, text, code) => {
    const appraisal = await appraisalIn(company, "published");
    expect(await object(appraisal, { text })).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { text: { code } },
    });
    expect(await traceOf(appraisal.id)).toEqual(open);
  });

  it("happens once, however often it is sent", async () => {
    const appraisal = await appraisalIn(company, "published");
    const outcomes = await Promise.all([1, 2, 3].map(() => object(appraisal)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await traceOf(appraisal.id)).events).toEqual(["result.objected"]);
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
    await database().appraisal.update({ where: { id }, data: { returnedFrom: "manager_scoring" } });
    expect(await readOwnAppraisals(employee)).toMatchObject([
      { returned: true, step: "self_review" },
    ]);
  });
});
