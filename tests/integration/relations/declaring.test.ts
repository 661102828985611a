import { beforeAll, describe, expect, it } from "vitest";
import { pauseCycle, resumeCycle } from "@/lib/cycle/commands/cycle";
import { database } from "@/lib/db/client";
import { confirmRelation, declareRelation, endRelation } from "@/lib/relations/commands";
import { readRelations, waitingRelations } from "@/lib/relations/queries";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { endSheet } from "../../support/cycles";
import { inputOf, scorerOf, threes } from "../../support/manager-scoring";
import { rowOf } from "../../support/review";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { handOversOf } from "../hand-over/support";

let company: TestCompany;
let numberOf: (person: Person) => string;
beforeAll(async () => {
  company = await buildCompany();
  ({ numberOf } = await handOversOf(company));
});

const declare = (by: Person, otherNumber: string, personNumber = "") =>
  declareRelation(company.context(by), { personNumber, otherNumber, kind: "kin" });

async function declared(...args: Parameters<typeof declare>) {
  const answer = await declare(...args);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

const confirm = (relationId: string, by: Person = "hrAdmin") =>
  confirmRelation(company.context(by), { relationId });

/** Declared, and confirmed by HR. */
async function running(...args: Parameters<typeof declare>) {
  const { relationId } = await declared(...args);
  const answer = await confirm(relationId);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return { relationId, ...answer.value };
}

describe("a declared relation", () => {
  it("by a person waits for HR, and moves nothing before", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const before = await waitingRelations(company.actor("hrAdmin"));
    const answer = await declareRelation(sheet.context(), {
      ...{ personNumber: "", otherNumber: numberOf("manager"), kind: "kin" },
    });
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.value).toMatchObject({ runs: false, moved: 0 });
    const { relationId } = answer.value;
    const { ids } = company;
    expect(await rowOf(sheet.id)).toMatchObject({ managerId: ids.manager, version: 1 });
    const value = scorerOf(company).valueAt("integrity", 6);
    expect(
      await saveManagerValue(company.context("manager"), inputOf(sheet, 1, value)),
    ).toMatchObject({ ok: true });
    expect((await readRelations(sheet.employee)).rows).toMatchObject([
      { confirmedAt: null, mayConfirm: false },
    ]);
    expect(await waitingRelations(company.actor("hrAdmin"))).toBe(before + 1);
    const [first] = (await readRelations(company.actor("hrAdmin"))).rows;
    expect(first).toMatchObject({ id: relationId, confirmedAt: null, mayConfirm: true });
    for (const by of ["manager", "ceo", "hrPartner"] as const)
      expect(await confirm(relationId, by)).toMatchObject({ code: "not_found" });
    expect(await confirm(relationId)).toMatchObject({ ok: true, value: { moved: 1 } });
    expect(await confirm(relationId)).toMatchObject({ code: "already_done" });
    expect(await rowOf(sheet.id)).toMatchObject({ managerId: ids.secondLevel });
    expect(await waitingRelations(company.actor("hrAdmin"))).toBe(before);
  });

  it("of an HR administrator is confirmed by another one", async () => {
    const { relationId, runs } = await declared("hrAdmin", numberOf("otherHrPartner"));
    expect(runs).toBe(false);
    expect(await confirm(relationId)).toMatchObject({
      fields: { relationId: { code: "not_yourself" } },
    });
    const other = { ...company.actor("ceo"), isHrAdmin: true };
    const by = { actor: other, now: company.now };
    const grant = {
      employeeId: other.employeeId,
      role: "hr_admin" as const,
      grantedAt: company.now,
    };
    await database().roleGrant.create({ data: grant });
    expect(await confirmRelation(by, { relationId })).toMatchObject({ ok: true });
  });

  it("takes sheets away also while the cycle is paused", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const { relationId } = await declared("manager", sheet.employee.number);
    const target = async () => {
      const cycle = await database().cycle.findUniqueOrThrow({ where: { id: company.cycleId } });
      return { cycleId: cycle.id, version: cycle.version, reason: "系统故障" };
    };
    const admin = company.context("hrAdmin");
    expect(await pauseCycle(admin, await target())).toMatchObject({ ok: true });
    expect(await confirm(relationId)).toMatchObject({ ok: true, value: { moved: 1 } });
    expect(await rowOf(sheet.id)).toMatchObject({ managerId: company.ids.secondLevel });
    const resumed = await resumeCycle(admin, { ...(await target()), days: 0 });
    expect(resumed).toMatchObject({ ok: true });
  });

  it("to have held a sheet is not to have scored it", async () => {
    const { give } = await handOversOf(company);
    const sheet = await appraisalIn(company, "manager_scoring");
    const { relationId } = await running("manager", sheet.employee.number);
    await endRelation(company.context("hrAdmin"), { relationId });
    expect(await give([sheet], { from: "secondLevel", to: "manager" })).toMatchObject({ ok: true });
    const { ids } = company;
    const row = await rowOf(sheet.id);
    expect(row).toMatchObject({ managerId: ids.manager, secondLevelId: ids.divisionHead });
    expect(row).not.toMatchObject({ approverId: null });
  });

  it("confirmed takes the sheet to the next in line, and keeps the one away until it ends", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const { relationId, moved } = await running("manager", sheet.employee.number);
    expect(moved).toBe(1);
    const { ids } = company;
    expect(await rowOf(sheet.id)).toMatchObject({
      managerId: ids.secondLevel,
      secondLevelId: ids.divisionHead,
    });
    const value = scorerOf(company).valueAt("integrity", 6);
    const { version } = await rowOf(sheet.id);
    const save = (by: Person) =>
      saveManagerValue(company.context(by), inputOf(sheet, version, value));
    expect(await save("manager")).toMatchObject({ code: "not_found" });
    expect(await save("secondLevel")).toMatchObject({ ok: true });
    const target = { relationId };
    expect(await endRelation(company.context("ceo"), target)).toMatchObject({ code: "not_found" });
    expect(await endRelation(company.context("manager"), target)).toMatchObject({
      fields: { relationId: { code: "not_yourself" } },
    });
    expect(await endRelation(company.context("hrAdmin"), target)).toMatchObject({ ok: true });
    expect(await endRelation(company.context("hrAdmin"), target)).toMatchObject({
      code: "already_done",
    });
  });

  it("tells the other neither the reason nor who declared it", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    await running("manager", sheet.employee.number);
    const trail = await readTrail(sheet.employee, sheet.id);
    const [moved] = trail?.entries.filter(({ event }) => event.kind.startsWith("hand_over.")) ?? [];
    expect(moved).toMatchObject({ by: null, hands: { from: "主管丁", to: "部门长丙" } });
    expect((await readRelations(sheet.employee)).rows).toEqual([]);
    expect((await readRelations(company.actor("manager"))).rows).not.toEqual([]);
    const all = await readRelations(company.actor("hrAdmin"));
    expect(all.rows.map(({ other }) => other)).toContain(sheet.employee.name);
    // The other may declare it as well, and learns nothing from it.
    const again = await declareRelation(sheet.context(), {
      ...{ personNumber: "", otherNumber: numberOf("manager"), kind: "close" },
    });
    expect(again).toMatchObject({ ok: true });
  });

  it("is named to HR where nobody is next in line", async () => {
    const line = { managerId: company.ids.ceo, secondLevelId: null, approverId: null };
    const sheet = await appraisalIn(company, "manager_scoring", { line });
    expect((await declared("hrAdmin", sheet.employee.number, numberOf("ceo"))).moved).toBe(0);
    const { rows } = await readRelations(company.actor("hrAdmin"));
    expect(rows.find(({ other }) => other === sheet.employee.name)?.stuck).toEqual([
      sheet.employee.name,
    ]);
    expect(await rowOf(sheet.id)).toMatchObject({ managerId: company.ids.ceo });
  });

  it("leaves a sheet that has ended where it is, and calls nothing stuck", async () => {
    const { ids } = company;
    const sheet = await appraisalIn(company, "manager_scoring");
    const alone = await appraisalIn(company, "manager_scoring", {
      line: { managerId: ids.ceo, secondLevelId: null, approverId: null },
    });
    for (const one of [sheet, alone]) await endSheet(company, one);
    expect((await declared("manager", sheet.employee.number)).moved).toBe(0);
    expect(await rowOf(sheet.id)).toMatchObject({ managerId: ids.manager });
    await declared("hrAdmin", alone.employee.number, numberOf("ceo"));
    const { rows } = await readRelations(company.actor("hrAdmin"));
    const others = new Map(rows.map(({ other, stuck }) => [other, stuck]));
    expect(others.get(alone.employee.name)).toEqual([]);
  });

  it("of HR administrators is theirs to see only where they declared it", async () => {
    await declared("colleague", numberOf("hrAdmin"));
    const { rows } = await readRelations(company.actor("hrAdmin"));
    expect(rows.filter(({ by }) => by === "员工己")).toEqual([]);
  });

  it("no successor by hand, either", async () => {
    const { give } = await handOversOf(company);
    const sheet = await appraisalIn(company, "manager_scoring");
    await declared("hrAdmin", sheet.employee.number, numberOf("otherManager"));
    expect(await give([sheet], { to: "otherManager" })).toMatchObject({
      fields: { successorNumber: { code: "successor_related" } },
    });
  });
});

describe("refused", () => {
  const refusedAt = (field: string, code: string) => ({
    code: "invalid_input",
    fields: { [field]: { code } },
  });

  it("nobody, oneself, the same twice, and others save for HR", async () => {
    expect(await declare("manager", "")).toMatchObject(refusedAt("otherNumber", "required"));
    expect(await declare("manager", "nobody")).toMatchObject(
      refusedAt("otherNumber", "unknown_person"),
    );
    const own = refusedAt("otherNumber", "relation_to_oneself");
    expect(await declare("manager", numberOf("manager"))).toMatchObject(own);
    await declared("otherManager", numberOf("otherEmployee"));
    expect(await declare("otherManager", numberOf("otherEmployee"))).toMatchObject(
      refusedAt("otherNumber", "relation_known"),
    );
    expect(await declare("manager", numberOf("ceo"), numberOf("employee"))).toMatchObject({
      code: "not_found",
    });
  });

  it("by the database: another pair, a row less, an end taken back", async () => {
    const db = database();
    const { id } = await db.declaredRelation.findFirstOrThrow({
      where: { endedAt: { not: null } },
    });
    const where = { id };
    await expect(db.declaredRelation.update({ where, data: { kind: "close" } })).rejects.toThrow();
    await expect(db.declaredRelation.delete({ where })).rejects.toThrow();
    const back = { endedAt: null, endedById: null };
    await expect(db.declaredRelation.update({ where, data: back })).rejects.toThrow();
    const mine = await declared("manager", numberOf("hrPartner"));
    const self = { confirmedAt: company.now, confirmedById: company.ids.manager };
    const own = db.declaredRelation.update({ where: { id: mine.relationId }, data: self });
    await expect(own).rejects.toThrow();
  });
});
