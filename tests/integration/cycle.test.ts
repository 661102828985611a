import { beforeAll, describe, expect, it } from "vitest";
import { stages } from "@/lib/appraisal/types";
import { changeWindow, closeCycle, openCycle } from "@/lib/cycle/commands";
import { listCycles, previewOpening, readCycle, readCycleOptions } from "@/lib/cycle/queries";
import { openCycleSchema, type OpenCycleInput } from "@/lib/cycle/schema";
import { stableId } from "@/lib/db/ids";
import { database } from "@/lib/db/client";
import { parseInput } from "@/lib/commands/request";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { saveSelfReview } from "@/lib/self-review/commands";
import { appraisalIn } from "../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../support/company";
import { valueWith } from "../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

function input(over: Partial<OpenCycleInput> = {}): OpenCycleInput {
  return {
    year: 2027,
    quarter: 1,
    departmentIds: [],
    joinedAfter: "",
    frameworkVersionId: stableId("framework", "six-veins", 1),
    policyVersionId: stableId("policy", "classic", 1),
    windows: stages.map((stage, index) => ({
      stage,
      opensAt: "2026-11-21T09:00",
      closesAt: `2026-12-${String(index * 3 + 1).padStart(2, "0")}T18:00`,
    })),
    ...over,
  };
}

const admin = (at = 0) => company.context("hrAdmin", at);

async function opened(over: Partial<OpenCycleInput> = {}) {
  const outcome = await openCycle(admin(), input(over));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function standingIn(cycleId: string, person: Person) {
  const row = await database().participant.findUniqueOrThrow({
    where: { cycleId_employeeId: { cycleId, employeeId: company.ids[person] } },
    include: { appraisal: true },
  });
  const nameOf = (id: string | null) =>
    Object.entries(company.ids).find(([, known]) => known === id)?.[0] ?? null;
  const line = [row.managerId, row.secondLevelId, row.approverId, row.hrPartnerId].map(nameOf);
  return { line, exempt: row.exemptReason, state: row.appraisal?.state ?? null, row };
}

function faultsOf(outcome: Awaited<ReturnType<typeof openCycle>>) {
  if (outcome.ok) return "accepted";
  const fields = "fields" in outcome ? (outcome.fields ?? {}) : {};
  const codes = Object.entries(fields).map(([field, { code }]) => `${field} ${code}`);
  return [outcome.code, ...codes].join(", ");
}

describe("opening a cycle", () => {
  it("freezes everybody's line, from the tree as it stands", async () => {
    const { cycleId, people, exempt } = await opened();
    expect([people, exempt]).toEqual([11, 1]);
    const at = (person: Person) => standingIn(cycleId, person);
    expect((await at("employee")).line).toEqual([
      "manager",
      "secondLevel",
      "divisionHead",
      "hrPartner",
    ]);
    // Whose manager heads the division is approved by the head above; whose manager heads it all, by nobody.
    expect((await at("secondLevel")).line).toEqual(["divisionHead", "ceo", "ceo", "hrPartner"]);
    expect((await at("divisionHead")).line).toEqual(["ceo", null, null, "hrPartner"]);
    // No division above: the topmost department counts as one.
    const hr = await at("hrPartner");
    expect(hr.line).toEqual(["hrAdmin", "ceo", "ceo", null]);
    expect(hr.row.divisionId).toBe(company.departments.root);
    const ceo = await at("ceo");
    expect([ceo.exempt, ceo.state, ceo.line[0]]).toEqual(["no_manager", null, null]);
    expect((await at("employee")).row.divisionId).toBe(company.departments.division);
    const event = await database().auditEvent.findFirstOrThrow({
      where: { cycleId, kind: "cycle.opened" },
    });
    expect(event.payload).toEqual({ people: 11, exempt: 1 });
  });

  it("says beforehand just what it then does", async () => {
    const scoped = input({ year: 2027, quarter: 2, departmentIds: [company.departments.hr] });
    const preview = await previewOpening(admin(), scoped);
    if (!preview.ok) throw new Error(preview.code);
    expect(preview.value).toMatchObject({
      people: 3,
      withoutSecondLevel: 1,
      approverAbove: 0,
      withoutApprover: 1,
      withoutHrPartner: 3,
      departmentsWithoutHrPartner: [{ zh: "人力资源", en: "hr" }],
    });
    expect(await database().cycle.count({ where: { year: 2027, quarter: 2 } })).toBe(0);
    const { people, cycleId } = await opened(scoped);
    expect(people).toBe(preview.value.people);
    const rows = await database().participant.findMany({ where: { cycleId } });
    expect(rows.filter((row) => row.hrPartnerId === null)).toHaveLength(3);
    expect(rows.every((row) => row.departmentId === company.departments.hr)).toBe(true);
  });

  it("takes a department with everything below it", async () => {
    const { cycleId, people } = await opened({
      year: 2027,
      quarter: 3,
      departmentIds: [company.departments.department],
    });
    expect(people).toBe(4);
    expect((await standingIn(cycleId, "employee")).state).toBe("self_review");
  });

  it("exempts who joined late, is away or has nobody to score them; who left is not in it", async () => {
    const db = database();
    const [late, away, gone] = ["colleague", "otherEmployee", "otherHrPartner"] as const;
    const change = (person: Person, data: object) =>
      db.employee.update({ where: { id: company.ids[person] }, data });
    await change(late, { hireDate: new Date("2027-09-01") });
    await change(away, { status: "on_leave" });
    await change(gone, { status: "left" });
    const scope = { year: 2027, quarter: 4, joinedAfter: "2027-08-31" };
    const { cycleId, people, exempt } = await opened(scope);
    expect([people, exempt]).toEqual([8, 3]);
    expect((await standingIn(cycleId, late)).exempt).toBe("joined_late");
    expect((await standingIn(cycleId, away)).exempt).toBe("on_leave");
    const left = { cycleId, employeeId: company.ids[gone] };
    expect(await db.participant.count({ where: left })).toBe(0);
    // The day itself still counts: "after" means later.
    await change(late, { hireDate: new Date("2027-08-31") });
    expect(await opened({ ...scope, year: 2028, quarter: 1 })).toMatchObject({ people: 9 });
    await change(late, { hireDate: new Date("2020-03-01") });
    await change(away, { status: "active" });
    await change(gone, { status: "active" });
  });

  it("lets exactly one of two at once win", async () => {
    const both = input({ year: 2028, quarter: 2 });
    const outcomes = await Promise.all([openCycle(admin(), both), openCycle(admin(), both)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.map(faultsOf)).toContain("duplicate, quarter quarter_taken");
    const where = { cycle: { year: 2028, quarter: 2 } };
    expect(await database().participant.count({ where })).toBe(12);
    expect(await database().appraisal.count({ where })).toBe(11);
  });

  it("is refused to everybody but HR administrators, and so are the pages", async () => {
    for (const person of ["employee", "manager", "hrPartner", "divisionHead", "ceo"] as const) {
      const context = company.context(person);
      const fresh = input({ year: 2029, quarter: 1 });
      expect(faultsOf(await openCycle(context, fresh))).toBe("not_found");
      expect((await previewOpening(context, fresh)).ok).toBe(false);
      expect(await listCycles(context.actor)).toBeNull();
      expect(await readCycle(context.actor, company.cycleId, null, company.now)).toBeNull();
      expect(await readCycleOptions(context.actor, company.now)).toBeNull();
    }
    expect(await database().cycle.count({ where: { year: 2029 } })).toBe(0);
  });

  it("refuses bad windows at their field", async () => {
    const windows = input().windows;
    const tried = async (index: number, over: Partial<OpenCycleInput["windows"][number]>) =>
      faultsOf(
        await openCycle(
          admin(),
          input({
            year: 2029,
            windows: windows.map((w, i) => (i === index ? { ...w, ...over } : w)),
          }),
        ),
      );
    expect(await tried(1, { opensAt: "2026-12-05T09:00" })).toContain(
      "windows.1.closesAt closes_before_opens",
    );
    expect(await tried(2, { closesAt: "2026-12-02T18:00" })).toBe(
      "invalid_input, windows.2.closesAt before_previous_stage",
    );
    expect(await tried(3, { opensAt: "2026-11-20T09:00" })).toBe(
      "invalid_input, windows.3.opensAt before_previous_stage",
    );
    expect(await tried(0, { opensAt: "2026-11-01T09:00", closesAt: "2026-11-21T10:00" })).toContain(
      "windows.0.closesAt deadline_past",
    );
    expect(await tried(4, { stage: "result" })).toContain("windows.4 window_order");
    expect(await database().cycle.count({ where: { year: 2029 } })).toBe(0);
  });

  it("refuses what is no input at all", () => {
    const parsed = (over: object) => {
      const outcome = parseInput(openCycleSchema, { ...input(), ...over });
      return outcome.ok ? "accepted" : Object.keys(("fields" in outcome && outcome.fields) || {});
    };
    expect(parsed({})).toBe("accepted");
    expect(parsed({ quarter: 5 })).toEqual(["quarter"]);
    expect(parsed({ windows: [] })).toEqual(["windows"]);
    expect(parsed({ joinedAfter: "2026-02-30" })).toEqual(["joinedAfter"]);
    expect(parsed({ extra: 1 })).toEqual([""]);
    const [first, ...rest] = input().windows;
    expect(parsed({ windows: [{ ...first, closesAt: "2026-02-30T18:00" }, ...rest] })).toEqual([
      "windows.0.closesAt",
    ]);
  });

  it("refuses unknown rules, unknown departments and an empty scope at their field", async () => {
    const stranger = stableId("nothing");
    const tried = async (over: Partial<OpenCycleInput>) =>
      faultsOf(await openCycle(admin(), input({ year: 2029, ...over })));
    expect(await tried({ frameworkVersionId: stranger })).toContain("frameworkVersionId");
    expect(await tried({ policyVersionId: stranger })).toContain("policyVersionId");
    expect(await tried({ departmentIds: [stranger] })).toContain(
      "departmentIds unknown_department",
    );
    const empty = await database().department.create({ data: { code: "empty", name: "空" } });
    expect(await tried({ departmentIds: [empty.id] })).toContain("departmentIds nobody_in_scope");
    await database().department.delete({ where: { id: empty.id } });
    expect(await tried({ year: 2026, quarter: 4 })).toBe("duplicate, quarter quarter_taken");
  });

  it("counts deadlines in the company's zone", async () => {
    const { cycleId } = await opened({ year: 2028, quarter: 3 });
    const window = await database().stageWindow.findFirstOrThrow({
      where: { cycleId, stage: "self_review" },
    });
    expect(window.closesAt.toISOString()).toBe("2026-12-01T10:00:00.000Z");
  });
});

describe("a cycle that runs", () => {
  const window = (
    stage: (typeof stages)[number],
    closesAt: string,
    version = 1,
    reason = "系统升级",
  ) => ({ cycleId: company.cycleId, version, stage, closesAt, reason });

  it("extends a window with a reason and records it", async () => {
    // self_review closes 2026-11-24T10:00Z and manager_scoring three days later.
    const outcome = await changeWindow(admin(), window("self_review", "2026-11-26T18:00"));
    expect(outcome).toEqual({ ok: true, value: { version: 2 } });
    const row = await database().stageWindow.findFirstOrThrow({
      where: { cycleId: company.cycleId, stage: "self_review" },
    });
    expect(row.closesAt.toISOString()).toBe("2026-11-26T10:00:00.000Z");
    const event = await database().auditEvent.findFirstOrThrow({
      where: { cycleId: company.cycleId, kind: "cycle.window_changed" },
    });
    expect(event.payload).toMatchObject({
      stage: "self_review",
      to: "2026-11-26T10:00:00.000Z",
      reason: "系统升级",
    });
  });

  it.each([
    ["the same time", "self_review", "2026-11-26T18:00", "not_later"],
    ["an earlier time", "self_review", "2026-11-25T18:00", "not_later"],
    ["past the next stage", "self_review", "2026-12-20T18:00", "after_next_stage"],
  ] as const)("refuses %s", async (_, stage, closesAt, code) => {
    const outcome = await changeWindow(admin(), window(stage, closesAt, 2));
    expect(outcome).toMatchObject({ ok: false, fields: { closesAt: { code } } });
  });

  it("refuses a deadline that is past already, an old version and strangers", async () => {
    const late = await changeWindow(admin(30), window("result", "2026-12-13T18:00", 2));
    expect(late).toMatchObject({ fields: { closesAt: { code: "deadline_past" } } });
    const stale = await changeWindow(admin(), window("result", "2026-12-30T18:00", 1));
    expect(stale).toMatchObject({ ok: false, code: "stale" });
    const partner = company.context("hrPartner");
    const foreign = await changeWindow(partner, window("result", "2026-12-30T18:00", 2));
    expect(foreign).toMatchObject({ ok: false, code: "not_found" });
    expect(await closeCycle(partner, { cycleId: company.cycleId, version: 2 })).toMatchObject({
      code: "not_found",
    });
  });

  it("shows counts by department and stage and nothing else", async () => {
    await appraisalIn(company, "self_review");
    await appraisalIn(company, "hr_audit");
    await appraisalIn(company, "acknowledged");
    const { actor } = admin();
    const view = await readCycle(actor, company.cycleId, null, company.now);
    expect(view).toMatchObject({ people: 3, done: 1, path: [], exempt: [] });
    expect(view?.units.map(({ name, hasBelow }) => [name.zh, hasBelow])).toEqual([
      ["客户服务", true],
    ]);
    expect(view?.units[0]?.counts).toMatchObject({ self_review: 1, hr_audit: 1, acknowledged: 1 });
    const below = await readCycle(
      actor,
      company.cycleId,
      company.departments.department,
      company.now,
    );
    expect(below?.path.map(({ name }) => name.zh)).toEqual(["总部", "客户服务", "客服部"]);
    expect(below?.units.map(({ name, hasBelow }) => [name.zh, hasBelow])).toEqual([
      ["平台客服组", false],
    ]);
    expect(JSON.stringify(view)).not.toMatch(/customer-first|新同事|halfPoints/);
    expect(await readCycle(actor, company.cycleId, stableId("no"), company.now)).toBeNull();
    expect(await readCycle(actor, stableId("no"), null, company.now)).toBeNull();
    const list = await listCycles(actor);
    expect(list?.find(({ id }) => id === company.cycleId)).toMatchObject({ people: 3, done: 1 });
  });

  it("proposes a free quarter, seven windows in order and the default rules", async () => {
    const options = await readCycleOptions(admin().actor, company.now);
    if (options === null) throw new Error("no options");
    expect(options.quarters.map(({ year, quarter, taken }) => [year, quarter, taken])).toEqual([
      [2026, 3, false],
      [2026, 4, true],
      [2027, 1, true],
      [2027, 2, true],
    ]);
    expect(options.defaults).toMatchObject({ year: 2026, quarter: 3 });
    expect(options.frameworks.map(({ document }) => document.key)).toContain("six-veins");
    for (const { year, quarter, joinedAfter, windows } of options.quarters.slice(0, 1)) {
      const proposed = { year, quarter, joinedAfter, windows: [...windows] };
      const preview = await previewOpening(admin(), input({ ...options.defaults, ...proposed }));
      expect(preview.ok).toBe(true);
    }
  });

  it("closes for good: every write to its appraisals is refused, whatever stage", async () => {
    const self = await appraisalIn(company, "self_review");
    const scoring = await appraisalIn(company, "manager_scoring");
    const [definition] = company.ruleset.framework.values;
    if (definition === undefined) throw new Error("no value");
    const save = { ...self.target, value: { ...valueWith(definition, 4), justification: "" } };
    const before = await database().appraisal.findUniqueOrThrow({ where: { id: self.id } });
    const closed = await closeCycle(admin(), { cycleId: company.cycleId, version: 2 });
    expect(closed).toEqual({ ok: true, value: { version: 3 } });
    const event = await database().auditEvent.findFirstOrThrow({
      where: { cycleId: company.cycleId, kind: "cycle.closed" },
    });
    expect(event.payload).toEqual({ unfinished: 4 });
    const refused = { ok: false, code: "cycle_closed" };
    expect(await saveSelfReview(self.context(), save)).toMatchObject(refused);
    expect(
      await saveManagerValue(company.context("manager"), { ...scoring.target, value: save.value }),
    ).toMatchObject(refused);
    const again = { cycleId: company.cycleId, version: 3 };
    expect(await closeCycle(admin(), again)).toMatchObject(refused);
    const extend = window("result", "2026-12-30T18:00", 3);
    expect(await changeWindow(admin(), extend)).toMatchObject(refused);
    expect(await database().appraisal.findUniqueOrThrow({ where: { id: self.id } })).toEqual(
      before,
    );
    expect(await database().judgement.count({ where: { appraisalId: self.id } })).toBe(0);
  });

  it("waits for a write under way before it closes, and the next write finds it closed", async () => {
    const { cycleId } = await opened({ year: 2030, quarter: 1 });
    const appraisal = await database().appraisal.findFirstOrThrow({
      where: { cycleId, employeeId: company.ids.employee },
    });
    const [definition] = company.ruleset.framework.values;
    if (definition === undefined) throw new Error("no value");
    const save = (version: number) =>
      saveSelfReview(company.context("employee", 0.1), {
        ...{ appraisalId: appraisal.id, version },
        value: { ...valueWith(definition, 4), justification: "" },
      });
    const [saved, closed] = await Promise.all([
      save(1),
      closeCycle(admin(), { cycleId, version: 1 }),
    ]);
    expect(closed.ok).toBe(true);
    const rows = await database().judgement.count({ where: { appraisalId: appraisal.id } });
    expect(rows > 0).toBe(saved.ok);
    expect(await save(saved.ok ? 2 : 1)).toMatchObject({ code: "cycle_closed" });
  });
});
