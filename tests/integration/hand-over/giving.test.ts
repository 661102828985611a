import { beforeAll, describe, expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { handOver } from "@/lib/hand-over/commands/give";
import { readScoring } from "@/lib/manager-scoring/queries";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, people, type Person, type TestCompany } from "../../support/company";
import { endSheet } from "../../support/cycles";
import { scorerOf, threes } from "../../support/manager-scoring";
import { rowOf } from "../../support/review";

import { handOversOf, historyOf, type Given } from "./support";

let company: TestCompany;
let scorer: ReturnType<typeof scorerOf>;
let hands: Awaited<ReturnType<typeof handOversOf>>;
beforeAll(async () => {
  company = await buildCompany();
  scorer = scorerOf(company);
  hands = await handOversOf(company);
});

const give = (sheets: readonly TestAppraisal[], given?: Given) => hands.give(sheets, given);

const at = (field: string, code: string) => ({
  ok: false,
  code: "invalid_input",
  fields: { [field]: { code } },
});

describe("handing a sheet over", () => {
  it("takes it out of sight of one and into the hands of the other at once", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await scorer.save(sheet, 1, scorer.valueAt("integrity", 6));
    expect(await give([sheet])).toEqual({ ok: true, value: { count: 1, fell: 0 } });
    const look = (person: Person) => readScoring(company.actor(person), sheet.id, company.now);
    expect(await look("manager")).toBeNull();
    expect(await look("otherManager")).toMatchObject({ kind: "sheet", version: 3 });
    const late = await scorer.save(sheet, 3, scorer.valueAt("integrity", 4));
    expect(late).toEqual({ ok: false, code: "not_found" });
    const next = scorer.valueAt("integrity", 4);
    expect(await scorer.save(sheet, 3, next, "otherManager")).toMatchObject({ ok: true });
  });

  it("is refused for one that has ended", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    await endSheet(company, sheet);
    expect(await give([sheet])).toMatchObject({ ok: false, code: "sheet_ended" });
    expect(await historyOf(sheet.id)).toEqual([]);
  });

  it("keeps every draft readable after two hand-overs, under its author's name", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await scorer.save(sheet, 1, scorer.valueAt("integrity", 6));
    await give([sheet]);
    await scorer.save(sheet, 3, scorer.valueAt("integrity", 2), "otherManager");
    await give([sheet], { from: "otherManager", to: "secondLevel", way: "anew" });
    const view = await readScoring(company.actor("secondLevel"), sheet.id, company.now);
    expect(view?.takenOver).toMatchObject({ from: "主管辛", way: "anew" });
    const drafts = view?.takenOver?.drafts.map(({ from, values }) => [
      from,
      Object.keys(values.find(({ key }) => key === "integrity")?.judgements ?? {}).length > 0,
    ]);
    expect(drafts).toEqual([
      ["主管辛", true],
      ["主管丁", true],
    ]);
  });

  it("keeps the draft under its author's name, whatever the successor makes of it", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await scorer.save(sheet, 1, scorer.valueAt("integrity", 6));
    await give([sheet]);
    await scorer.save(sheet, 3, scorer.valueAt("integrity", 2), "otherManager");
    const manager = (await historyOf(sheet.id)).find(({ post }) => post === "manager");
    expect(manager).toMatchObject({ fromId: company.ids.manager, toId: company.ids.otherManager });
    expect(JSON.stringify(manager?.draft)).toContain('"integrity"');
  });

  it("lets the successor begin anew, the draft kept beside", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await scorer.save(sheet, 1, scorer.valueAt("integrity", 6));
    await give([sheet], { way: "anew" });
    const where = { appraisalId: sheet.id, side: "manager" as const };
    expect(await database().judgement.count({ where })).toBe(0);
    expect(await database().valueScore.count({ where })).toBe(0);
    const kept = (await historyOf(sheet.id)).find(({ post }) => post === "manager");
    expect(kept).toMatchObject({ way: "anew" });
    expect(JSON.stringify(kept?.draft)).toContain('"integrity"');
  });

  it.each<AppraisalState>(["second_level", "hr_audit", "approval", "interview"])(
    "keeps what was handed in when it is in %s, though anew was asked for many",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      expect(await give([sheet], { way: "anew" })).toMatchObject({ ok: true });
      const where = { appraisalId: sheet.id, side: "manager" as const };
      expect(await database().valueScore.count({ where })).toBe(6);
      const kept = (await historyOf(sheet.id)).find(({ post }) => post === "manager");
      expect(kept).toMatchObject({ way: "continue" });
    },
  );

  it("lets who stands above the successor review it, and who scored it never", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    expect(await scorer.save(sheet, 1, scorer.valueAt("integrity", 6))).toMatchObject({ ok: true });
    await give([sheet], { to: "secondLevel" });
    expect(await rowOf(sheet.id)).toMatchObject({
      managerId: company.ids.secondLevel,
      secondLevelId: company.ids.divisionHead,
    });
    const { version } = await rowOf(sheet.id);
    const saved = scorer.save(sheet, version, scorer.valueAt("integrity", 4), "secondLevel");
    expect(await saved).toMatchObject({ ok: true });
    await give([sheet], { from: "secondLevel", to: "colleague" });
    const row = await rowOf(sheet.id);
    expect(row.managerId).toBe(company.ids.colleague);
    expect(row.secondLevelId).toBe(company.ids.divisionHead);
  });

  it("seals a note for the successor and HR", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const note = "请留意客户第一的两件投诉。";
    await give([sheet], { way: "sealed", note });
    const kept = (await historyOf(sheet.id)).find(({ post }) => post === "manager");
    expect(kept).toMatchObject({ way: "sealed", note });
    expect(await give([sheet], { from: "otherManager", to: "manager", way: "sealed" })).toEqual(
      at("note", "required"),
    );
  });

  it("stands in the trail: the employee reads of the manager, not of reviewers", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    await give([sheet], { from: "manager", to: "secondLevel" });
    const kinds = async (person: Person | "self") => {
      const actor = person === "self" ? sheet.employee : company.actor(person);
      return (await readTrail(actor, sheet.id))?.entries.map(({ event }) => event.kind);
    };
    expect(await kinds("self")).toEqual(["hand_over.manager"]);
    expect(await kinds("secondLevel")).toEqual(
      expect.arrayContaining(["hand_over.manager", "hand_over.second_level"]),
    );
    expect(await kinds("manager")).toBeUndefined();
  });
});

describe("where nobody is named", () => {
  it("it falls to the next in line, and HR is told", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await give([sheet], { to: null })).toEqual({ ok: true, value: { count: 1, fell: 1 } });
    expect(await rowOf(sheet.id)).toMatchObject({
      managerId: company.ids.secondLevel,
      secondLevelId: company.ids.divisionHead,
      approverId: company.ids.divisionHead,
    });
  });

  it.each([
    ["secondLevel", "secondLevelId", "divisionHead"],
    ["divisionHead", "approverId", "ceo"],
    ["hrPartner", "hrPartnerId", null],
  ] as const)("of %s, too", async (from, column, expected) => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await give([sheet], { from, to: null })).toMatchObject({ ok: true });
    const row = await rowOf(sheet.id);
    expect(row[column]).toBe(expected === null ? null : company.ids[expected]);
  });

  it("and there is no manager above, somebody must be named", async () => {
    const line = { managerId: company.ids.ceo, secondLevelId: null, approverId: null };
    const sheet = await appraisalIn(company, "manager_scoring", { line });
    expect(await give([sheet], { from: "ceo", to: null })).toMatchObject({
      code: "invalid_input",
      fields: { successorNumber: { code: "successor_required" } },
    });
  });
});

describe("an HR administrator and themselves", () => {
  it("is handed nothing by themselves, save where they are next in line", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await give([sheet], { to: "hrAdmin" })).toMatchObject({
      fields: { successorNumber: { code: "not_yourself" } },
    });
    const { hrPartner, hrAdmin, otherHrPartner } = company.ids;
    const line = { managerId: hrPartner, secondLevelId: hrAdmin, hrPartnerId: otherHrPartner };
    const next = await appraisalIn(company, "manager_scoring", { line });
    expect(await give([next], { from: "hrPartner", to: "hrAdmin" })).toEqual({
      ok: true,
      value: { count: 1, fell: 0 },
    });
  });

  it("hands over no sheet of their own", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const actor = { ...sheet.employee, isHrAdmin: true };
    const input = hands.inputFor([sheet]);
    expect(await handOver({ actor, now: company.now }, input)).toMatchObject({
      fields: { appraisalIds: { code: "not_yourself" } },
    });
    expect((await rowOf(sheet.id)).version).toBe(1);
  });
});

describe("what is refused, and leaves everything as it was", () => {
  it.each<readonly [string, Given, string]>([
    ["the same holder", { to: "manager" }, "same_holder"],
    ["a second level who scores it", { from: "secondLevel", to: "manager" }, "successor_scored"],
    ["an approver who scores it", { from: "divisionHead", to: "manager" }, "successor_scored"],
    [
      "an HR partner without a grant",
      { from: "hrPartner", to: "colleague" },
      "successor_no_partner",
    ],
  ])("to %s", async (_, given, code) => {
    const sheet = await appraisalIn(company, "manager_scoring");
    expect(await give([sheet], given)).toMatchObject({ fields: { successorNumber: { code } } });
    expect(await historyOf(sheet.id)).toEqual([]);
  });

  it("to the subject, and to somebody below the subject", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const input = { ...hands.inputFor([sheet]), successorNumber: sheet.employee.number };
    const context = company.context("hrAdmin");
    expect(await handOver(context, input)).toMatchObject({
      fields: { successorNumber: { code: "successor_is_subject" } },
    });
    const where = { id: company.ids.colleague };
    await database().employee.update({ where, data: { managerId: sheet.employeeId } });
    expect(await give([sheet], { to: "colleague" })).toMatchObject({
      fields: { successorNumber: { code: "successor_below" } },
    });
    await database().employee.update({ where, data: { managerId: company.ids.manager } });
  });

  it.each([
    ["left", "successor_left"],
    ["on_leave", "successor_away"],
  ] as const)("to somebody who is %s", async (status, code) => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const where = { id: company.ids.otherEmployee };
    await database().employee.update({ where, data: { status } });
    expect(await give([sheet], { to: "otherEmployee" })).toMatchObject({
      fields: { successorNumber: { code } },
    });
    await database().employee.update({ where, data: { status: "active" } });
  });

  it("to whoever audited it", async () => {
    const sheet = await appraisalIn(company, "interview");
    expect(await give([sheet], { to: "hrPartner" })).toMatchObject({
      fields: { successorNumber: { code: "successor_judged" } },
    });
  });

  it.each<AppraisalState>(["published", "acknowledged", "objected"])(
    "of a sheet that is %s",
    async (state) => {
      expect(await give([await appraisalIn(company, state)])).toEqual({
        ok: false,
        code: "wrong_state",
      });
    },
  );

  it("of many, when one of them cannot go", async () => {
    const sheets = [
      await appraisalIn(company, "manager_scoring"),
      await appraisalIn(company, "published"),
    ];
    expect(await give(sheets)).toMatchObject({ ok: false });
    for (const { id } of sheets) expect(await historyOf(id)).toEqual([]);
  });

  it("by anybody but an HR administrator and the partner of its department", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    for (const person of people.filter((one) => one !== "hrAdmin" && one !== "hrPartner"))
      expect(await handOver(company.context(person), hands.inputFor([sheet]))).toEqual({
        ok: false,
        code: "not_found",
      });
  });

  // The last one: a closed cycle stays closed.
  it("of a closed cycle", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const where = { id: company.cycleId };
    const closed = { closedAt: company.now, closedById: company.ids.hrAdmin };
    await database().cycle.update({ where, data: { state: "closed", ...closed } });
    expect(await give([sheet])).toEqual({ ok: false, code: "cycle_closed" });
  });
});
