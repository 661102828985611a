import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { parseInput } from "@/lib/commands/request";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { readScoring, readTeam, TEAM_PAGE_SIZE } from "@/lib/manager-scoring/queries";
import { saveManagerValueSchema } from "@/lib/manager-scoring/schema";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { valueWith } from "../../support/sheets";
import { alter } from "../../support/review";

let company: TestCompany;
const sheets = new Map<string, TestAppraisal>();
const states = [
  "self_review",
  "manager_scoring",
  "second_level",
  "interview",
  "published",
] as const;

const order = ["manager_scoring", "interview", "self_review", "second_level", "published"] as const;

beforeAll(async () => {
  company = await buildCompany();
  for (const state of states) sheets.set(state, await appraisalIn(company, state));
  await appraisalIn(company, "manager_scoring", {
    line: { managerId: company.ids.otherManager, secondLevelId: company.ids.otherDivisionHead },
  });
});

function sheetIn(state: (typeof states)[number]): TestAppraisal {
  const found = sheets.get(state);
  if (found === undefined) throw new Error(state);
  return found;
}

function look(person: Person, state: (typeof states)[number]) {
  return readScoring(company.actor(person), sheetIn(state).id, company.now);
}

describe("the team", () => {
  it("is the frozen reports of this manager, those who wait for the manager first", async () => {
    const team = await readTeam(company.actor("manager"), {}, company.now);
    expect(team?.members.map(({ appraisalId }) => appraisalId)).toEqual(
      order.map((state) => sheetIn(state).id),
    );
    expect(team).toMatchObject({
      total: 5,
      maxTotal: 60,
      counts: {
        awaiting_self: 1,
        to_score: 1,
        in_review: 1,
        to_interview: 1,
        done: 1,
        returned: 0,
      },
      next: null,
    });
  });

  it("shows the self total only once the self-review is handed in", async () => {
    const { id } = sheetIn("self_review");
    await alter(id, { selfTotal: 44 });
    const team = await readTeam(company.actor("manager"), {}, company.now);
    const totals = team?.members.map(({ selfTotal }) => selfTotal);
    expect(totals).toEqual([36, 36, null, 36, 36]);
  });

  it("is filtered by group, and a sheet handed back is a group of its own", async () => {
    const team = await readTeam(company.actor("manager"), { group: "to_interview" }, company.now);
    expect(team?.members.map(({ appraisalId }) => appraisalId)).toEqual([sheetIn("interview").id]);
    const { id } = sheetIn("manager_scoring");
    await alter(id, { returnedFrom: "hr_audit" });
    expect(
      (await readTeam(company.actor("manager"), { group: "to_score" }, company.now))?.members,
    ).toEqual([]);
    expect(
      (await readTeam(company.actor("manager"), { group: "returned" }, company.now))?.members,
    ).toMatchObject([{ appraisalId: id }]);
    await alter(id, { returnedFrom: null });
  });

  it("moves with a hand-over at once", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    await alter(appraisal.id, { managerId: company.ids.otherManager });
    const ids = async (person: Person) =>
      (await readTeam(company.actor(person), {}, company.now))?.members.map(
        ({ appraisalId }) => appraisalId,
      );
    expect(await ids("manager")).not.toContain(appraisal.id);
    expect(await ids("otherManager")).toContain(appraisal.id);
    expect(await readScoring(company.actor("manager"), appraisal.id, company.now)).toBeNull();
  });

  it.each<Person>(["employee", "secondLevel", "hrAdmin", "hrPartner"])(
    "is nothing for %s",
    async (person) => {
      expect(await readTeam(company.actor(person), {}, company.now)).toBeNull();
    },
  );

  it("is nothing for a cycle one has no reports in", async () => {
    expect(
      await readTeam(company.actor("manager"), { cycle: randomUUID() }, company.now),
    ).toBeNull();
    expect(
      await readTeam(company.actor("manager"), { cycle: company.cycleId }, company.now),
    ).not.toBeNull();
  });

  it("turns its pages without missing or repeating anybody", async () => {
    const line = {
      managerId: company.ids.otherDivisionHead,
      secondLevelId: company.ids.ceo,
      approverId: null,
    };
    for (let n = 0; n < TEAM_PAGE_SIZE; n += 1) await appraisalIn(company, "self_review", { line });
    const urgent = await appraisalIn(company, "interview", { line });
    const actor = company.actor("otherDivisionHead");
    const first = await readTeam(actor, {}, company.now);
    expect(first?.members).toHaveLength(TEAM_PAGE_SIZE);
    expect(first?.members[0]?.appraisalId).toBe(urgent.id);
    const second = await readTeam(actor, { after: first?.next ?? undefined }, company.now);
    const all = [...(first?.members ?? []), ...(second?.members ?? [])].map(
      ({ appraisalId }) => appraisalId,
    );
    expect(new Set(all).size).toBe(TEAM_PAGE_SIZE + 1);
    expect(second?.next).toBeNull();
  });
});

describe("one sheet", () => {
  it("shows both sides and may be written while the manager scores", async () => {
    const view = await look("manager", "manager_scoring");
    expect(view).toMatchObject({ kind: "sheet", version: 1, locked: null });
    if (view?.kind !== "sheet") throw new Error("no sheet");
    expect(view.sheets.self.values.flatMap(({ cases }) => cases).length).toBeGreaterThan(0);
  });

  it("says why nothing can be written after the deadline and after handing in", async () => {
    const late = new Date(company.now.getTime() + 7 * 86_400_000);
    const view = await readScoring(company.actor("manager"), sheetIn("manager_scoring").id, late);
    expect(view).toMatchObject({ kind: "sheet", locked: "window_closed" });
    expect(await look("manager", "second_level")).toMatchObject({
      kind: "sheet",
      locked: "wrong_state",
    });
  });

  it("does not exist at an address somebody made up", async () => {
    const actor = company.actor("manager");
    expect(await readScoring(actor, "new", company.now)).toBeNull();
    expect(await readScoring(actor, randomUUID(), company.now)).toBeNull();
  });

  it("holds nothing of a self-review that is not handed in", async () => {
    const view = await look("manager", "self_review");
    expect(view).toMatchObject({ kind: "waiting" });
    expect(view).not.toHaveProperty("sheets");
  });

  it.each<Person>([
    "otherManager",
    "secondLevel",
    "hrPartner",
    "hrAdmin",
    "divisionHead",
    "colleague",
  ])("does not exist for %s", async (person) => {
    expect(await look(person, "manager_scoring")).toBeNull();
    expect(await look(person, "published")).toBeNull();
  });

  it("does not exist for the person, not even after publication", async () => {
    for (const state of ["manager_scoring", "published"] as const) {
      const { employee, id } = sheetIn(state);
      expect(await readScoring(employee, id, company.now)).toBeNull();
    }
  });

  it("leads to the one before in the list and to who waits to be scored, also when it is handed in itself", async () => {
    const idsOf = (view: Awaited<ReturnType<typeof look>>) => ({
      members: view?.team.members.map(({ appraisalId }) => appraisalId),
      previous: view?.team.previous?.appraisalId ?? null,
      next: view?.team.next?.appraisalId ?? null,
    });
    const members = order.map((state) => sheetIn(state).id);
    expect(idsOf(await look("manager", "manager_scoring"))).toEqual({
      members,
      previous: null,
      next: null,
    });
    expect(idsOf(await look("manager", "second_level"))).toEqual({
      members,
      previous: sheetIn("self_review").id,
      next: sheetIn("manager_scoring").id,
    });
  });

  it("shows the notes that sent it back", async () => {
    const { id } = sheetIn("manager_scoring");
    await database().returnNote.create({
      data: {
        appraisalId: id,
        fromState: "hr_audit",
        toState: "manager_scoring",
        reason: "看不出客户得到了什么。",
        caseReason: "insufficient",
        valueKey: "customer-first",
        point: 4,
        byId: company.ids.hrPartner,
        at: company.now,
      },
    });
    expect(await look("manager", "manager_scoring")).toMatchObject({
      notes: [
        { by: "政委子", value: "customer-first", rung: 4, caseReason: "insufficient", open: true },
      ],
    });
  });

  it("is told apart from one that was never opened by what was saved", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    const [definition] = company.ruleset.framework.values;
    if (definition === undefined) throw new Error("no value");
    const value = valueWith(definition, 6);
    const parsed = parseInput(saveManagerValueSchema, { ...appraisal.target, value });
    if (!parsed.ok) throw new Error("not valid");
    await saveManagerValue(company.context("manager"), parsed.value);
    const team = await readTeam(company.actor("manager"), { group: "to_score" }, company.now);
    const member = team?.members.find(({ appraisalId }) => appraisalId === appraisal.id);
    expect(member).toMatchObject({ started: true, valuesLeft: 5 });
  });
});
