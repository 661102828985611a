import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { acknowledgeResult, confirmMinutes, objectToResult } from "@/lib/result/commands";
import { readResult } from "@/lib/result/queries";
import { objectSchema } from "@/lib/result/schema";
import type { Reading } from "@/lib/result/types";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const why = "客户第一一项，我看法不同。";
const words = "诚信一项的事实有出入，请复核。";

function object(appraisal: TestAppraisal, over: object = {}, at = 0) {
  const input = parseInput(objectSchema, { ...appraisal.target, text: words, ...over });
  return input.ok ? objectToResult(appraisal.context(at), input.value) : Promise.resolve(input);
}

function confirm(appraisal: TestAppraisal, version = 1, at = 0) {
  return confirmMinutes(appraisal.context(at), { ...appraisal.target, version });
}

function acknowledge(appraisal: TestAppraisal, version = 1, at = 0, answer: Reading = "accepted") {
  return acknowledgeResult(appraisal.context(at), { ...appraisal.target, version, answer });
}

async function traceOf(id: string) {
  const row = await database().appraisal.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      version: true,
      acknowledgements: { orderBy: { kind: "asc" }, select: { kind: true, text: true } },
      interviews: { select: { confirmedAt: true } },
    },
  });
  const events = await database().recordedEvent.findMany({
    where: { appraisalId: id },
    orderBy: { id: "asc" },
  });
  return { ...row, events: events.map(({ kind }) => kind) };
}

const open = {
  state: "published",
  version: 1,
  acknowledgements: [],
  interviews: [{ confirmedAt: null }],
  events: [],
};

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
      acknowledgements: [{ kind: "accepted", text: "" }],
      interviews: [{ confirmedAt: company.now }],
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

  it("takes one of two readings sent at the same moment", async () => {
    const appraisal = await appraisalIn(company, "published");
    await confirm(appraisal);
    const outcomes = await Promise.all(
      (["accepted", "reserved"] as const).map((one) => acknowledge(appraisal, 2, 0, one)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await traceOf(appraisal.id)).acknowledgements).toHaveLength(1);
  });

  it("may be done with reservations, and says so to every reader of the result", async () => {
    const appraisal = await appraisalIn(company, "published");
    await confirm(appraisal);
    const given = { ...appraisal.target, version: 2, answer: "reserved" as const, text: why };
    expect(await acknowledgeResult(appraisal.context(), given)).toMatchObject({ ok: true });
    const events = await database().recordedEvent.findMany({
      where: { appraisalId: appraisal.id },
    });
    expect(events.map(({ payload }) => payload)).toContainEqual({ answer: "reserved" });
    for (const actor of [appraisal.employee, company.actor("manager")])
      expect(await readResult(actor, appraisal.id, company.now)).toMatchObject({
        answers: [{ kind: "reserved", text: why }],
        mayObject: actor === appraisal.employee,
      });
    expect(await object(appraisal, { version: 3 })).toMatchObject({ ok: true });
    expect(await readResult(company.actor("manager"), appraisal.id, company.now)).toMatchObject({
      answers: [
        { kind: "reserved", text: why },
        { kind: "objected", text: null },
      ],
    });
    const trail = await readTrail(company.actor("manager"), appraisal.id);
    expect(trail?.entries.slice(0, 2)).toMatchObject([
      { event: { kind: "result.objected" }, words: null },
      { event: { kind: "result.acknowledged", answer: "reserved" }, words: why },
    ]);
  });

  it("is done once, and an objection may still follow it within the window", async () => {
    const appraisal = await appraisalIn(company, "acknowledged");
    expect(await acknowledge(appraisal)).toEqual({ ok: false, code: "wrong_state" });
    expect(await object(appraisal, {}, 60)).toEqual({ ok: false, code: "window_closed" });
    const late = await readResult(appraisal.employee, appraisal.id, appraisal.context(60).now);
    expect(late?.mayObject).toBe(false);
    expect(await object(appraisal)).toMatchObject({ ok: true });
    expect(await traceOf(appraisal.id)).toMatchObject({
      state: "objected",
      acknowledgements: [{ kind: "accepted" }, { kind: "objected", text: words }],
    });
    const read = await readResult(appraisal.employee, appraisal.id, company.now);
    expect(read).toMatchObject({
      answers: [
        { kind: "accepted", text: null },
        { kind: "objected", text: words },
      ],
      mayObject: false,
    });
    expect(await object(appraisal, { version: 2 })).toEqual({ ok: false, code: "wrong_state" });
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
      expect(await acknowledgeResult(context, { ...target, answer: "accepted" })).toEqual(refused);
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
      acknowledgements: [{ kind: "objected", text: words }],
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
