import { beforeAll, describe, expect, it } from "vitest";
import { openCycle } from "@/lib/cycle/commands/cycle";
import { listCycles, previewOpening, readCycle, readCycleOptions } from "@/lib/cycle/queries";
import { openCycleSchema, type OpenCycleInput } from "@/lib/cycle/schema";
import { stableId } from "@/lib/db/ids";
import { database } from "@/lib/db/client";
import { parseInput } from "@/lib/commands/request";
import { buildCompany, type Person, type TestCompany } from "../support/company";
import { openedCycle, openingInput, previewedInput } from "../support/cycles";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const input = openingInput;
const admin = (at = 0) => company.context("hrAdmin", at);

const opened = (over: Partial<OpenCycleInput> = {}) => openedCycle(company, over);

async function participantIn(cycleId: string, person: Person) {
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
    const at = (person: Person) => participantIn(cycleId, person);
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
    const event = await database().recordedEvent.findFirstOrThrow({
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
    expect((await participantIn(cycleId, "employee")).state).toBe("self_review");
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
    expect((await participantIn(cycleId, late)).exempt).toBe("joined_late");
    expect((await participantIn(cycleId, away)).exempt).toBe("on_leave");
    const left = { cycleId, employeeId: company.ids[gone] };
    expect(await db.participant.count({ where: left })).toBe(0);
    // The day itself still counts: "after" means later.
    await change(late, { hireDate: new Date("2027-08-31") });
    expect(await opened({ ...scope, year: 2028, quarter: 1 })).toMatchObject({ people: 9 });
    await change(late, { hireDate: new Date("2020-03-01") });
    await change(away, { status: "active" });
    await change(gone, { status: "active" });
  });

  it("exempts who joins after the quarter's end, also when no day was asked for", async () => {
    const hired = async (day: string) =>
      database().employee.update({
        where: { id: company.ids.colleague },
        data: { hireDate: new Date(day) },
      });
    const quarter = { year: 2031, quarter: 1 };
    const standings: unknown[] = [];
    for (const joinedAfter of ["", "2031-12-31"])
      for (const day of ["2031-04-01", "2031-03-31"]) {
        await hired(day);
        const preview = await previewOpening(admin(), input({ ...quarter, joinedAfter }));
        if (!preview.ok) throw new Error(preview.code);
        standings.push(preview.value.exempt.find(({ reason }) => reason === "joined_late")?.count);
      }
    expect(standings).toEqual([1, undefined, 1, undefined]);
    await hired("2020-03-01");
  });

  it("is refused with both sides where somebody joined, left or moved since the preview, nothing done", async () => {
    const db = database();
    const quarter = { year: 2031, quarter: 2 };
    const colleague = { id: company.ids.colleague };
    const { departmentId, managerId } = await db.employee.findUniqueOrThrow({ where: colleague });
    const changes = [
      [{ status: "left" }, { people: 10 }],
      [{ status: "on_leave" }, { people: 10 }],
      // The same numbers, and yet not the same people under the same managers.
      [{ managerId: company.ids.divisionHead }, { people: 11 }],
      [{ departmentId: company.departments.hr }, { people: 11 }],
    ] as const;
    for (const [data, now] of changes) {
      const seen = await previewedInput(admin(), quarter);
      await db.employee.update({ where: colleague, data });
      const refused = await openCycle(admin(), seen);
      expect(refused).toMatchObject({ ok: false, code: "stale", data: now });
      expect(await db.cycle.count({ where: quarter })).toBe(0);
      expect(await db.stageWindow.count({ where: { cycle: quarter } })).toBe(0);
      await db.employee.update({
        where: colleague,
        data: { status: "active", departmentId, managerId },
      });
      // Everybody stands again where they stood.
      expect((await previewedInput(admin(), quarter)).standing).toBe(seen.standing);
    }
    const again = await openCycle(admin(), input({ ...quarter, standing: "seen by nobody" }));
    if (again.ok || again.code !== "stale" || !again.data) throw new Error("not refused");
    const { standing, people } = again.data;
    const opened = await openCycle(admin(), input({ ...quarter, standing }));
    expect(opened).toMatchObject({ ok: true, value: { people } });
  });

  it("lets exactly one of two at once win", async () => {
    const both = await previewedInput(admin(), { year: 2028, quarter: 2 });
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
    // Choosing some and ticking none must not take the whole company.
    expect(openCycleSchema.safeParse(input({ departmentIds: [] })).error?.issues).toMatchObject([
      { path: ["departmentIds"], message: "department_required" },
    ]);
    const empty = await database().department.create({ data: { code: "empty", name: "空" } });
    expect(await tried({ departmentIds: [empty.id] })).toContain("departmentIds nobody_in_scope");
    // A department that stood in a cycle is closed, never deleted.
    await database().department.update({
      where: { id: empty.id },
      data: { closedAt: company.now },
    });
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
