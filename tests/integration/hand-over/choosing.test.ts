import { beforeAll, describe, expect, it } from "vitest";
import { exemptPerson, includePerson } from "@/lib/cycle/commands/people";
import { extendFor } from "@/lib/cycle/commands/windows";
import { scheduleFrom } from "@/lib/cycle/rules/windows";
import { database } from "@/lib/db/client";
import { nameDeputy } from "@/lib/delegation/commands";
import { recordEvents } from "@/lib/events/record";
import type { RecordedEvent } from "@/lib/events/event";
import { handOver } from "@/lib/hand-over/commands/give";
import { changeWithSheets } from "@/lib/hand-over/commands/people";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { planLine } from "@/lib/reporting/commands";
import { carryOutPlans } from "@/lib/reporting/jobs";
import { readForChange } from "@/lib/people/store";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";
import { inputOf, scorerOf } from "../../support/manager-scoring";
import { rowOf } from "../../support/review";
import { delegationsOf } from "../delegation/support";
import { handOversOf, type Given } from "./support";

let company: TestCompany;
let hands: Awaited<ReturnType<typeof handOversOf>>;
let given: ReturnType<typeof delegationsOf>;
beforeAll(async () => {
  company = await buildCompany();
  hands = await handOversOf(company);
  given = delegationsOf(company);
});

const giveAs = (who: Person, sheet: TestAppraisal, change: Given) =>
  handOver(company.context(who, 1), hands.inputFor([sheet], change));
const at = (field: string, code: string) => ({
  code: "invalid_input",
  fields: { [field]: { code } },
});

describe("whoever had a part in a sheet", () => {
  const audited = () => appraisalIn(company, "approval");
  const record = (sheet: TestAppraisal, who: object, event: RecordedEvent) =>
    database().$transaction(async (tx) => {
      const about = { appraisalId: sheet.id, employeeId: sheet.employeeId, at: company.now };
      await recordEvents(tx, { actorId: company.ids.colleague, ...about, ...who }, [event]);
    });

  it("names nobody who approves it; it falls to the next in line, or another of HR names", async () => {
    const sheet = await audited();
    const up = { from: "divisionHead", to: "ceo" } as const;
    expect(await giveAs("hrPartner", sheet, up)).toMatchObject(at("successorNumber", "had_part"));
    expect((await rowOf(sheet.id)).approverId).toBe(company.ids.divisionHead);
    expect(await giveAs("hrPartner", sheet, { ...up, to: null })).toMatchObject({ ok: true });
    expect((await rowOf(sheet.id)).approverId).toBe(company.ids.ceo);
    const other = await audited();
    expect(await giveAs("hrAdmin", other, up)).toMatchObject({ ok: true });
  });

  const value = "integrity";
  it.each<readonly [string, RecordedEvent, "actorId" | "forId"]>([
    ["agreed", { kind: "second_level.agreed", round: 1 }, "actorId"],
    ["asked", { kind: "hr.beneficiary_view", round: 1, value }, "actorId"],
    ["had a deputy ask", { kind: "hr.beneficiary_view", round: 1, value }, "forId"],
  ])("or who %s", async (_, event, whose) => {
    const sheet = await appraisalIn(company, "manager_scoring");
    if (whose === "forId") await given.name("hrPartner", "otherHrPartner", { rooms: ["hr"] });
    const doer = { actorId: company.ids.otherHrPartner, [whose]: company.ids.hrPartner };
    await record(sheet, doer, event);
    expect(await giveAs("hrPartner", sheet, {})).toMatchObject(at("successorNumber", "had_part"));
    expect(await giveAs("hrPartner", sheet, { to: null })).toMatchObject({ ok: true });
  });

  it("does so by what is done in the application, and a look is no part", async () => {
    const line = { managerId: company.ids.hrPartner, hrPartnerId: company.ids.otherHrPartner };
    const sheet = await appraisalIn(company, "manager_scoring", { line });
    await record(sheet, { actorId: company.ids.hrAdmin }, { kind: "hr.opened" });
    const scores = scorerOf(company).valueAt("integrity", 6);
    const own = { from: "hrPartner" } as const;
    const scored = await saveManagerValue(company.context("hrPartner"), inputOf(sheet, 1, scores));
    expect(scored).toMatchObject({ ok: true });
    expect(await giveAs("hrPartner", sheet, own)).toMatchObject(at("successorNumber", "had_part"));
    expect(await giveAs("hrAdmin", sheet, own)).toMatchObject({ ok: true });
  });
});

describe("who may take over", () => {
  it.each<readonly [string, Given, string]>([
    ["an approval, no junior", { from: "divisionHead", to: "colleague" }, "successor_too_low"],
    [
      "nor a manager of another line",
      { from: "divisionHead", to: "otherManager" },
      "successor_too_low",
    ],
    [
      "nor another division's head",
      { from: "divisionHead", to: "otherDivisionHead" },
      "successor_too_low",
    ],
    [
      "nor an administrator where a head may",
      { from: "divisionHead", to: "hrAdmin" },
      "successor_too_low",
    ],
    [
      "a second level, nobody who leads nobody",
      { from: "secondLevel", to: "colleague" },
      "successor_leads_nobody",
    ],
  ])("%s", async (_, change, code) => {
    const sheet = await appraisalIn(company, "approval");
    const before = await rowOf(sheet.id);
    const answer = await giveAs("otherHrPartner", sheet, change);
    expect(answer.ok).toBe(false);
    expect(await hands.give([sheet], change)).toMatchObject(at("successorNumber", code));
    expect(await rowOf(sheet.id)).toEqual(before);
  });

  it("both at once, nobody who may not approve", async () => {
    const { secondLevel: approverId } = company.ids;
    const sheet = await appraisalIn(company, "approval", { line: { approverId } });
    const answer = await hands.give([sheet], { from: "secondLevel", to: "otherManager" });
    expect(answer).toMatchObject({ code: "invalid_input" });
  });

  it.each<readonly [string, Given]>([
    ["an approval, who stands above the manager", { from: "divisionHead", to: "ceo" }],
    ["a second level, who leads people", { from: "secondLevel", to: "otherManager" }],
    ["a second level, who stands above the manager", { from: "secondLevel", to: "ceo" }],
    ["the scoring, anybody", { from: "manager", to: "colleague" }],
  ])("%s", async (_, change) => {
    const sheet = await appraisalIn(company, "second_level");
    expect(await hands.give([sheet], change)).toMatchObject({ ok: true });
  });
});

describe("HR with a confirmed declared relation", () => {
  // Whoever confirms one is an administrator.
  beforeAll(async () => {
    const granted = { grantedById: company.ids.hrAdmin, grantedAt: company.now };
    const role = { employeeId: company.ids.ceo, role: "hr_admin" as const };
    await database().roleGrant.create({ data: { ...role, ...granted } });
  });
  const admin = () => given.contextOf("hrAdmin");
  const cycle = async () => {
    const { cycleId: id } = company;
    const { version } = await database().cycle.findUniqueOrThrow({ where: { id } });
    return { cycleId: id, version };
  };
  const typedOf = async (employeeId: string) => {
    const found = await database().$transaction(async (tx) => readForChange(tx, employeeId));
    if (found === null) throw new Error("nobody");
    const { fields, before } = found;
    return { ...fields, status: "active" as const, employeeId, version: before.version };
  };

  it("decides nothing about the person until it ends", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const { employeeId } = sheet;
    const { number } = sheet.employee;
    const row = { personId: company.ids.hrAdmin, otherId: employeeId, kind: "kin" as const };
    const seen = { byId: company.ids.hrAdmin, at: company.now };
    const { id } = await database().declaredRelation.create({ data: { ...row, ...seen } });
    const confirmed = { confirmedAt: company.now, confirmedById: company.ids.ceo };
    await database().declaredRelation.update({ where: { id }, data: confirmed });
    const context = await admin();
    const inTurn = [
      [await handOver(context, hands.inputFor([sheet], { to: "secondLevel" })), "appraisalIds"],
      [await handOver(context, hands.inputFor([sheet], { to: null })), "appraisalIds"],
      [await exemptPerson(context, { ...(await cycle()), number, reason: "外派" }), "number"],
      [
        await includePerson(context, {
          ...{ ...(await cycle()), number, reason: "外派" },
          windows: scheduleFrom("2026-11-22", "together"),
        }),
        "number",
      ],
      [
        await extendFor(context, {
          ...{ ...(await cycle()), number, departmentId: null, reason: "住院", following: false },
          ...{ stage: "self_review" as const, closesAt: "2026-11-26T18:00" },
        }),
        "number",
      ],
      [
        await changeWithSheets(context, {
          ...(await typedOf(employeeId)),
          managerNumber: hands.numberOf("otherManager"),
        }),
        "managerNumber",
      ],
      [await nameDeputy(context, given.inputFor("divisionHead", "otherDivisionHead")), "deputyId"],
    ] as const;
    for (const [answer, field] of inTurn)
      expect(answer, field).toMatchObject(at(field, "not_yourself"));
    expect((await rowOf(sheet.id)).version).toBe(1);
    expect(await giveAs("hrPartner", sheet, {})).toMatchObject({ ok: true });
    const ended = { endedAt: company.now, endedById: company.ids.ceo };
    await database().declaredRelation.update({ where: { id }, data: ended });
    const back = hands.inputFor([sheet], { from: "otherManager", to: "manager" });
    expect(await handOver(await admin(), back)).toMatchObject({ ok: true });
  });

  it("carries out no plan of theirs, when it was declared after the plan", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const typed = await typedOf(sheet.employeeId);
    const context = await admin();
    const answer = await planLine(context, {
      ...{ employeeId: sheet.employeeId, version: typed.version, day: "2026-11-24" },
      ...{ departmentId: typed.departmentId, managerNumber: hands.numberOf("otherManager") },
      sheets: { decision: "finish", appraisalIds: [sheet.id] },
    });
    expect(answer).toMatchObject({ ok: true });
    const row = { personId: company.ids.hrAdmin, otherId: sheet.employeeId, kind: "kin" as const };
    const seen = { byId: company.ids.hrAdmin, at: company.now };
    const confirmed = { confirmedAt: company.now, confirmedById: company.ids.ceo };
    await database().declaredRelation.create({ data: { ...row, ...seen, ...confirmed } });
    await carryOutPlans(new Date(company.now.getTime() + 4 * day));
    const plan = await database().plannedLine.findFirst({
      where: { employeeId: sheet.employeeId },
    });
    expect(plan?.fault).toBe("not_yourself");
  });
});
