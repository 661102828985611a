import { beforeAll, describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { RecordedEvent, EventKind } from "@/lib/events/event";
import { recordEvents } from "@/lib/events/record";
import { database } from "@/lib/db/client";
import { frameworkPresets } from "@/lib/presets";
import { returnSheet } from "@/lib/second-level/commands";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../support/appraisal";
import { cycleUnder } from "../support/cycles";
import { buildCompany, day, type Person, type TestCompany } from "../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const minute = 60_000;
const value = "integrity";
const round = 1;
const scores = { integrity: 10 };

/** One of every kind an appraisal can have. */
const oneOfEach: readonly RecordedEvent[] = [
  { kind: "self.saved", value, before: null, after: 4 },
  { kind: "self.submitted", number: 1, total: 36, scores },
  { kind: "self.returned", noteId: "none" },
  { kind: "manager.saved", value, before: null, after: 10 },
  { kind: "manager.doubted", value, inDoubt: true },
  { kind: "manager.referred", round, value },
  { kind: "manager.scored_first", value, halfPoints: 6 },
  { kind: "manager.submitted", number: 1, round, total: 44, band: "pass", scores },
  { kind: "second_level.returned", round, noteId: "none" },
  { kind: "second_level.agreed", round },
  { kind: "hr.opened" },
  { kind: "hr.beneficiary_view", round, value },
  { kind: "hr.confirmed", round, value, halfPoints: 10 },
  { kind: "hr.returned", round, value, halfPoints: 10, reason: "unsupported", noteId: "none" },
  { kind: "approval.approved", round, value, halfPoints: 10 },
  { kind: "approval.declined", round, value, halfPoints: 10, noteId: "none" },
  { kind: "manager.submitted", number: 2, round: 2, total: 36, band: "fail", scores },
  { kind: "interview.recorded" },
  { kind: "result.published" },
  { kind: "interview.confirmed" },
  { kind: "result.acknowledged" },
  { kind: "result.objected" },
];

async function tell(
  { id, employeeId }: TestAppraisal,
  events: readonly RecordedEvent[],
  at = company.now,
  actorId: string | null = company.ids.manager,
) {
  await database().$transaction(async (tx) => {
    for (const event of events)
      await recordEvents(
        tx,
        { actorId, at, appraisalId: id, cycleId: company.cycleId, employeeId },
        [event],
      );
  });
}

async function kindsFor(appraisal: TestAppraisal, who: Person | "self") {
  const actor = who === "self" ? appraisal.employee : company.actor(who);
  const trail = await readTrail(actor, appraisal.id);
  return trail && new Set(trail.entries.map(({ event }) => event.kind));
}

const own: readonly EventKind[] = ["self.saved", "self.submitted", "self.returned"];
const published: readonly EventKind[] = [
  "manager.submitted",
  "interview.recorded",
  "interview.confirmed",
  "result.published",
  "result.acknowledged",
  "result.objected",
];
const line: readonly EventKind[] = [
  "self.submitted",
  "self.returned",
  "manager.referred",
  "manager.scored_first",
  "second_level.agreed",
  "second_level.returned",
  "hr.returned",
  "approval.declined",
  ...published,
];
const manager: readonly EventKind[] = [...line, "manager.saved", "manager.doubted"];
const hr: readonly EventKind[] = [
  ...line,
  "hr.opened",
  "hr.beneficiary_view",
  "hr.confirmed",
  "approval.approved",
];

const early: readonly AppraisalState[] = ["self_review", "manager_scoring"];
const answered: readonly AppraisalState[] = ["published", "acknowledged", "objected"];

/** Read with the result by all who read the trail. */
const proof: readonly EventKind[] = ["second_level.agreed", "hr.confirmed"];

function expected(who: Person | "self", state: AppraisalState): readonly EventKind[] | null {
  const later = answered.includes(state) ? proof : [];
  switch (who) {
    case "self":
      return answered.includes(state) ? [...own, ...published, ...later] : own;
    case "manager":
      return [...manager, ...later];
    case "secondLevel":
      return early.includes(state) ? null : [...line, ...later];
    case "hrPartner":
      return early.includes(state) || state === "second_level" ? null : hr;
    default:
      return null;
  }
}

const readers = [
  "self",
  "manager",
  "secondLevel",
  "hrPartner",
  "otherHrPartner",
  "divisionHead",
  "ceo",
  "hrAdmin",
  "colleague",
  "otherManager",
] as const;

describe("who reads what of the trail", () => {
  it.each(appraisalStates)("in %s", async (state) => {
    const appraisal = await appraisalIn(company, state);
    await tell(appraisal, oneOfEach);
    for (const who of readers) {
      const kinds = expected(who, state);
      expect(await kindsFor(appraisal, who), `${who} in ${state}`).toEqual(
        kinds === null ? null : new Set(kinds),
      );
    }
  });

  it("never tells the employee of HR's notes or an approval, nor that a sheet was returned", async () => {
    for (const state of appraisalStates) {
      const appraisal = await appraisalIn(company, state);
      await tell(appraisal, oneOfEach);
      const trail = await readTrail(appraisal.employee, appraisal.id);
      const shown = JSON.stringify(trail);
      expect(shown).not.toMatch(
        /"(approval\.|hr\.(opened|beneficiary|returned)|second_level\.ret)/,
      );
      if (!answered.includes(state)) expect(shown).not.toMatch(/"(hr|second_level)\./);
      const submissions = trail?.entries.flatMap(({ event }) =>
        event.kind === "manager.submitted" ? [event] : [],
      );
      expect(submissions).toMatchObject(
        answered.includes(state) ? [{ number: 1, round: 1, total: 36 }] : [],
      );
    }
  });

  it("shows an objection's words to the employee and HR alone", async () => {
    const appraisal = await appraisalIn(company, "objected");
    await tell(appraisal, [{ kind: "result.objected" }], company.now, appraisal.employeeId);
    const wordsFor = async (who: Person | "self") => {
      const actor = who === "self" ? appraisal.employee : company.actor(who);
      return (await readTrail(actor, appraisal.id))?.entries.map(({ words }) => words);
    };
    const words = ["诚信一项的事实有出入，请复核。"];
    expect(await wordsFor("self")).toEqual(words);
    expect(await wordsFor("hrPartner")).toEqual(words);
    expect(await wordsFor("manager")).toEqual([null]);
    expect(await wordsFor("secondLevel")).toEqual([null]);
  });

  it("is not there for an address that names nothing", async () => {
    expect(await readTrail(company.actor("manager"), "trail")).toBeNull();
  });
});

describe("what the trail tells", () => {
  it("is newest first, with names, values and the reasons of returns", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const note = await database().returnNote.create({
      data: {
        appraisalId: appraisal.id,
        fromState: "hr_audit",
        toState: "manager_scoring",
        reason: "案例太薄。",
        valueKey: value,
        point: 3,
        byId: company.ids.hrPartner,
        at: company.now,
      },
    });
    await tell(appraisal, [{ kind: "second_level.agreed", round }]);
    await tell(
      appraisal,
      [
        {
          kind: "hr.returned",
          round,
          value,
          halfPoints: 10,
          reason: "insufficient",
          noteId: note.id,
        },
      ],
      new Date(company.now.getTime() + minute),
      company.ids.hrPartner,
    );
    const trail = await readTrail(company.actor("manager"), appraisal.id);
    expect(trail?.entries).toMatchObject([
      {
        event: { kind: "hr.returned", reason: "insufficient" },
        value: { zh: "诚信" },
        note: { reason: "案例太薄。", value: { zh: "诚信" }, point: 3, gated: true },
      },
      { event: { kind: "second_level.agreed" }, by: "主管丁", note: null },
    ]);
  });

  it("tells rules of a checklist from rungs", async () => {
    const checklist = frameworkPresets.find(({ key }) => key === "customer-checklist");
    if (checklist === undefined) throw new Error("no checklist");
    const own = await cycleUnder(company, checklist, company.ruleset.policy);
    const { id } = await appraisalIn(own, "second_level");
    const [key = ""] = checklist.values.map((one) => one.key);
    const reasons = [{ reason: "差错没有当天修。", value: key, rung: 4, caseId: null }];
    const input = { appraisalId: id, version: 1, reasons };
    expect(await returnSheet(own.context("secondLevel"), input)).toMatchObject({ ok: true });
    const trail = await readTrail(own.actor("manager"), id);
    expect(trail?.entries).toMatchObject([
      { event: { kind: "second_level.returned" }, note: { point: 4, gated: false } },
    ]);
  });

  it("folds the saves of a day into one line, broken by whatever came between", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const saved: RecordedEvent = { kind: "self.saved", value, before: null, after: 4 };
    const at = (minutes: number) => new Date(company.now.getTime() + minutes * minute);
    const save = (minutes: number) => tell(appraisal, [saved], at(minutes), appraisal.employeeId);
    for (const minutes of [0, 5, 40]) await save(minutes);
    await tell(appraisal, [{ kind: "self.returned", noteId: "none" }], at(50));
    await save(60);
    const trail = await readTrail(appraisal.employee, appraisal.id);
    expect(trail?.entries).toMatchObject([
      { event: { kind: "self.saved" }, times: 1, value: { zh: "诚信" }, at: at(60), since: at(60) },
      { event: { kind: "self.returned" }, times: 1 },
      { event: { kind: "self.saved" }, times: 3, value: null, at: at(40), since: at(0) },
    ]);
  });

  it("tells days apart as the company's zone does", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const saved: RecordedEvent = { kind: "self.saved", value, before: null, after: 4 };
    // Midnight in Shanghai is 16:00 UTC.
    const midnight = new Date("2026-11-21T16:00:00Z").getTime();
    for (const offset of [-2 * minute, -minute, minute])
      await tell(appraisal, [saved], new Date(midnight + offset), appraisal.employeeId);
    const trail = await readTrail(appraisal.employee, appraisal.id);
    expect(trail?.entries.map(({ times }) => times)).toEqual([1, 2]);
    expect(trail?.timeZone).toBe("Asia/Shanghai");
  });

  it("keeps what matters however often somebody saved", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    await tell(appraisal, [{ kind: "self.submitted", number: 1, total: 36, scores }]);
    const { id: appraisalId, employeeId } = appraisal;
    await database().recordedEvent.createMany({
      data: Array.from({ length: 1500 }, (_, index) => ({
        at: new Date(company.now.getTime() + day + index * 1000),
        actorId: company.ids.manager,
        kind: "manager.saved",
        appraisalId,
        cycleId: company.cycleId,
        employeeId,
        payload: { value, before: null, after: 4 },
      })),
    });
    const trail = await readTrail(company.actor("manager"), appraisalId);
    expect(trail?.entries.map(({ event, times }) => [event.kind, times])).toEqual([
      ["manager.saved", 1500],
      ["self.submitted", 1],
    ]);
  });
});
