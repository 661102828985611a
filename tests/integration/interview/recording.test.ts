import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import { recordInterview } from "@/lib/interview/commands/record";
import { readInterview } from "@/lib/interview/queries/guide";
import { recordInterviewSchema } from "@/lib/interview/schema";
import type { AppraisalState } from "@/lib/appraisal/types";
import { appraisalIn, type PlaceOptions, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const texts = {
  heldOn: "2026-11-21",
  good: "接住了打错的电话。",
  short: "差错隔天才上报。",
  direction: "把复盘写进交接表。",
  deductions: "诚信：配错价格后隔天才报告。",
  minutes: "双方核对了事实。",
  draftVersion: 0,
};

function record(
  { target }: TestAppraisal,
  over: Partial<typeof texts> & { version?: number; told?: string[] } = {},
  by: Person = "manager",
  at = 0,
) {
  const input = parseInput(recordInterviewSchema, { ...target, ...texts, told: [], ...over });
  if (!input.ok) return Promise.resolve(input);
  return recordInterview(company.context(by, at), input.value);
}

async function traceOf(id: string) {
  const row = await database().appraisal.findUniqueOrThrow({
    where: { id },
    select: { state: true, version: true, interviews: true },
  });
  const events = await database().recordedEvent.findMany({
    where: { appraisalId: id },
    orderBy: { id: "asc" },
  });
  return { ...row, events: events.map(({ kind }) => kind) };
}

const untouched = { state: "interview", version: 1, interviews: [], events: [] };

describe("recording the interview", () => {
  it("keeps the record, publishes the result and tells both in the trail", async () => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await record(appraisal)).toEqual({ ok: true, value: { version: 2, value: null } });
    expect(await traceOf(appraisal.id)).toMatchObject({
      state: "published",
      version: 2,
      interviews: [
        {
          good: texts.good,
          deductions: texts.deductions,
          heldOn: new Date("2026-11-21T00:00:00Z"),
          recordedById: company.ids.manager,
          confirmedAt: null,
        },
      ],
      events: ["interview.recorded", "result.published"],
    });
  });

  it.each([
    ["tomorrow", { heldOn: "2026-11-22" }, "heldOn", "future_date"],
    ["before the scores were final", { heldOn: "2026-11-20" }, "heldOn", "before_final"],
    ["no day", { heldOn: "" }, "heldOn", "required"],
    ["a day that does not exist", { heldOn: "2026-02-30" }, "heldOn", "invalid_date"],
    ["nothing good", { good: " " }, "good", "required"],
    ["nothing short", { short: "" }, "short", "required"],
    ["no direction", { direction: "\n" }, "direction", "required"],
    ["no minutes", { minutes: "" }, "minutes", "required"],
    ["too much good", { good: "好".repeat(2001) }, "good", "too_long"],
    ["too long minutes", { minutes: "长".repeat(4001) }, "minutes", "too_long"],
    ["too long deductions", { deductions: "长".repeat(4001) }, "deductions", "too_long"],
  ])("is refused with %s, at the field, and changes nothing", async (_, over, field, code) => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await record(appraisal, over)).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { [field]: { code } },
    });
    expect(await traceOf(appraisal.id)).toEqual(untouched);
  });

  it("asks for directions in the policy's words from its band up, and in plain words below", async () => {
    const pass = { manager: { "customer-first": 8, integrity: 8 } };
    const passed = await appraisalIn(company, "interview", pass);
    const fields = { direction: { code: "directions_required" } };
    expect(await record(passed, { direction: " " })).toMatchObject({
      code: "invalid_input",
      fields,
    });
    expect(await traceOf(passed.id)).toEqual(untouched);
    const sheet = await readInterview(company.actor("manager"), passed.id, company.now);
    expect(sheet?.directionsFrom).toEqual({ zh: "合格", en: "Pass" });
    expect(await record(passed)).toMatchObject({ ok: true });
    const below = await appraisalIn(company, "interview");
    const plain = await readInterview(company.actor("manager"), below.id, company.now);
    expect(plain?.directionsFrom).toBeNull();
  });

  it("counts today in the company's zone, not in the server's", async () => {
    const appraisal = await appraisalIn(company, "interview");
    // 2026-11-21 23:00 in Shanghai is still the 21st there, and the 22nd in the zone the tests run in.
    const late = await record(appraisal, { heldOn: "2026-11-22" }, "manager", 13 / 24);
    expect(late).toMatchObject({ fields: { heldOn: { code: "future_date" } } });
    expect(await record(appraisal, {}, "manager", 13 / 24)).toMatchObject({ ok: true });
  });

  it.each<[Person]>([
    ["otherManager"],
    ["secondLevel"],
    ["divisionHead"],
    ["hrPartner"],
    ["hrAdmin"],
    ["colleague"],
  ])("is refused to %s as if it were not there", async (person) => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await record(appraisal, {}, person)).toEqual({ ok: false, code: "not_found" });
    expect(await traceOf(appraisal.id)).toEqual(untouched);
  });

  it("is refused to the person appraised", async () => {
    const appraisal = await appraisalIn(company, "interview");
    const outcome = await recordInterview(appraisal.context(), {
      ...appraisal.target,
      ...texts,
      told: [],
    });
    expect(outcome).toEqual({ ok: false, code: "not_found" });
  });

  it.each<[AppraisalState]>([
    ["manager_scoring"],
    ["second_level"],
    ["hr_audit"],
    ["approval"],
    ["published"],
    ["acknowledged"],
  ])("is refused in %s", async (state) => {
    const appraisal = await appraisalIn(company, state);
    expect(await record(appraisal)).toEqual({ ok: false, code: "wrong_state" });
  });

  it("is refused with a stale version, saying where the appraisal stands", async () => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await record(appraisal, { version: 7 })).toMatchObject({
      ok: false,
      code: "stale",
      data: { version: 1, state: "interview" },
    });
    expect(await traceOf(appraisal.id)).toEqual(untouched);
  });

  it("is refused after the window", async () => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await record(appraisal, {}, "manager", 60)).toEqual({
      ok: false,
      code: "window_closed",
    });
  });

  it("wins exactly once when sent five times at the same moment", async () => {
    const appraisal = await appraisalIn(company, "interview");
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => record(appraisal)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.flatMap((o) => (o.ok ? [] : [o.code]))).toEqual(Array(4).fill("stale"));
    expect(await traceOf(appraisal.id)).toMatchObject({
      version: 2,
      events: ["interview.recorded", "result.published"],
    });
  });
});

describe("deductions", () => {
  let strict: string;
  beforeAll(async () => {
    const { id } = await database().cycle.create({
      data: {
        year: 2027,
        quarter: 1,
        frameworkVersionId: stableId("framework", "six-veins", 1),
        policyVersionId: stableId("policy", "manual-2006", 1),
        openedAt: company.now,
        openedById: company.ids.hrAdmin,
      },
    });
    const windows = await database().stageWindow.findMany({ where: { cycleId: company.cycleId } });
    await database().stageWindow.createMany({
      data: windows.map((window) => ({ ...window, cycleId: id })),
    });
    strict = id;
  });

  const inStrict = (options: PlaceOptions) =>
    appraisalIn({ ...company, cycleId: strict }, "interview", options);
  const level = { "customer-first": 6, integrity: 6 };

  it("must be written where the policy asks and a fact stands against the person", async () => {
    const appraisal = await inStrict({ manager: { ...level, integrity: 2 } });
    expect(await record(appraisal, { deductions: "  ", told: ["passion"] })).toMatchObject({
      code: "invalid_input",
      fields: {
        deductions: { code: "deductions_required" },
        told: { code: "told_required" },
      },
    });
    const sheet = await readInterview(company.actor("manager"), appraisal.id, company.now);
    expect(sheet).toMatchObject({
      deductionsRequired: true,
      deducted: [{ key: "integrity", manager: 2, self: 2 }],
    });
    expect(await record(appraisal, { told: ["integrity", "passion"] })).toMatchObject({ ok: true });
    // Of what was not deducted there was nothing to tell.
    expect((await traceOf(appraisal.id)).interviews[0]?.told).toEqual(["integrity"]);
  });

  it("must be written where a score is lower than the self-review, on the page and in the command", async () => {
    const appraisal = await inStrict({ manager: { ...level, passion: 4 }, self: level });
    const sheet = await readInterview(company.actor("manager"), appraisal.id, company.now);
    expect(sheet?.deducted.map(({ key }) => key)).toEqual(["passion"]);
    expect(await record(appraisal, { deductions: "" })).toMatchObject({
      fields: { deductions: { code: "deductions_required" } },
    });
  });

  it("may be left out where nothing was deducted, and where the policy does not ask", async () => {
    expect(await record(await inStrict({ manager: level }), { deductions: "" })).toMatchObject({
      ok: true,
    });
    const classic = await appraisalIn(company, "interview");
    expect(await record(classic, { deductions: "" })).toMatchObject({ ok: true });
  });
});

describe("the sheet to hold it with", () => {
  it("puts the highest first, the lowest first, and the gate with what it asks", async () => {
    const manager = { "customer-first": 8, teamwork: 10, integrity: 2, passion: 5 };
    const { id } = await appraisalIn(company, "interview", { manager });
    const sheet = await readInterview(company.actor("manager"), id, company.now);
    expect(sheet?.good.map(({ key }) => key)).toEqual(["teamwork", "customer-first"]);
    expect(sheet?.short.map(({ key }) => key)).toEqual(["integrity", "passion"]);
    const ways = sheet?.short.flatMap(({ waysUp }) => waysUp) ?? [];
    expect(ways).toMatchObject([
      { point: 2, kind: "breaks" },
      { point: 3, kind: "supports" },
    ]);
    for (const { meaning, hints } of ways) expect([meaning, ...hints].length).toBeGreaterThan(1);
    expect(sheet?.good[0]?.waysUp).toEqual([]);
    expect(sheet?.good[0]?.support.length).toBeGreaterThan(0);
    expect(sheet).toMatchObject({
      deductionsRequired: false,
      record: null,
      recordShut: null,
      heldBetween: { from: "2026-11-21", to: "2026-11-21" },
    });
  });

  it.each<[Person | "self", AppraisalState, boolean]>([
    ["manager", "interview", true],
    ["manager", "published", true],
    ["manager", "approval", false],
    ["secondLevel", "interview", false],
    ["secondLevel", "published", true],
    ["hrPartner", "interview", false],
    ["hrPartner", "objected", true],
    ["otherHrPartner", "published", false],
    ["divisionHead", "published", false],
    ["hrAdmin", "published", false],
    ["otherManager", "interview", false],
    ["self", "interview", false],
    ["self", "published", false],
  ])("%s in %s: %s", async (person, state, seen) => {
    const { id, employee } = await appraisalIn(company, state);
    const actor = person === "self" ? employee : company.actor(person);
    expect((await readInterview(actor, id, company.now)) !== null).toBe(seen);
  });

  it("is not there for an address that names nothing", async () => {
    expect(await readInterview(company.actor("manager"), "not-an-id", company.now)).toBeNull();
  });

  it("says that its window is closed", async () => {
    const { id } = await appraisalIn(company, "interview");
    const later = company.context("manager", 60).now;
    expect(await readInterview(company.actor("manager"), id, later)).toMatchObject({
      recordShut: "window_closed",
    });
  });
});
