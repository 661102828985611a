import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { stages } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { listCycles } from "@/lib/cycle/queries";
import { scheduleFrom } from "@/lib/cycle/rules/windows";
import { database } from "@/lib/db/client";
import { leaveWithSheets } from "@/lib/hand-over/commands/people";
import { readHome } from "@/lib/home/queries";
import { readTeam } from "@/lib/manager-scoring/queries";
import { exemptPerson, includePerson } from "@/lib/cycle/commands/people";
import { agreeToSheets } from "@/lib/second-level/commands";
import { listChanges, readParticipation } from "@/lib/participation/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { saveSelfReview } from "@/lib/self-review/commands";
import { saveSelfReviewSchema } from "@/lib/self-review/schema";
import { readTrail } from "@/lib/trail/queries";
import { openCycle } from "@/lib/cycle/commands/cycle";
import { previewedInput, openingInput } from "../../support/cycles";
import { previewOpening } from "@/lib/cycle/queries";
import { appraisalIn } from "../../support/appraisal";
import { bodies } from "../../support/bodies";
import { buildCompany, people, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const admin = () => company.context("hrAdmin");
const windows = scheduleFrom("2026-11-22", "together");

async function target() {
  const { version } = await database().cycle.findUniqueOrThrow({
    where: { id: company.cycleId },
  });
  return { cycleId: company.cycleId, version };
}

const at = (field: string, code: string) => ({ ok: false, fields: { [field]: { code } } });

const exempt = async (number: string, reason = "外派学习一季") =>
  exemptPerson(admin(), { ...(await target()), number, reason });
const include = async (number: string, reason = "转正后补加", given = windows) =>
  includePerson(admin(), { ...(await target()), number, reason, windows: given });

async function newcomer(over: object = {}) {
  const number = `late-${randomUUID().slice(0, 8)}`;
  return database().employee.create({
    data: {
      ...{ number, name: "迟到甲", hireDate: new Date("2026-11-20") },
      ...{ departmentId: company.departments.group, managerId: company.ids.manager, ...over },
    },
  });
}

describe("an exemption by hand", () => {
  it("ends the sheet where it is: readable, locked, nobody's task, counted nowhere", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const counted = async () =>
      (await listCycles(company.actor("hrAdmin")))?.find(({ id }) => id === company.cycleId)
        ?.people ?? 0;
    const before = await counted();
    expect(await exempt(sheet.employee.number)).toMatchObject({ ok: true });
    expect(await counted()).toBe(before - 1);
    const view = await readSelfReview(sheet.employee, sheet.id, company.now);
    expect(view).not.toBeNull();
    const home = await readHome(sheet.employee, company.now);
    expect(home).toMatchObject({ idle: "notInCycle", tasks: [], waiting: [] });
    const team = await readTeam(company.actor("manager"), {}, company.now);
    expect(team?.members.find(({ appraisalId }) => appraisalId === sheet.id)?.group).toBe("ended");
    const trail = await readTrail(sheet.employee, sheet.id);
    expect(trail?.entries[0]?.event).toEqual({
      kind: "participation.exempted",
      reason: "外派学习一季",
    });
    const row = await database().appraisal.findUniqueOrThrow({ where: { id: sheet.id } });
    expect(row).toMatchObject({ state: "manager_scoring", endedAt: company.now });
  });

  it("locks the sheet for a page that was open", async () => {
    const sheet = await appraisalIn(company, "self_review");
    expect(await exempt(sheet.employee.number)).toMatchObject({ ok: true });
    const body = bodies(company, { ...sheet, target: { ...sheet.target, version: 2 } });
    const input = body["self-review.save"];
    const saved = await saveSelfReview(sheet.context(), saveSelfReviewSchema.parse(input));
    expect(saved).toEqual({ ok: false, code: "sheet_ended" });
  });

  it.each<AppraisalState>(["published", "acknowledged", "objected"])(
    "is refused at the field when the result is %s",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      expect(await exempt(sheet.employee.number)).toMatchObject(at("number", "exempt_published"));
    },
  );

  it("is refused of oneself, of nobody, of strangers to the cycle and twice", async () => {
    const sheet = await appraisalIn(company, "self_review");
    await exempt(sheet.employee.number);
    expect(await exempt(sheet.employee.number)).toMatchObject(at("number", "already_exempt"));
    expect(await exempt("nobody")).toMatchObject(at("number", "unknown_person"));
    expect(await exempt((await newcomer()).number)).toMatchObject(at("number", "not_in_cycle"));
    const own = await database().employee.findUniqueOrThrow({
      where: { id: company.ids.hrAdmin },
    });
    expect(await exempt(own.number)).toMatchObject(at("number", "not_yourself"));
  });
});

describe("a late joiner", () => {
  it("has a sheet with windows of their own, in the hands of their line", async () => {
    const person = await newcomer();
    expect(await include(person.number)).toMatchObject({ ok: true });
    const sheet = await database().appraisal.findFirstOrThrow({
      where: { employeeId: person.id },
      include: { ownWindows: true, participant: true },
    });
    expect(sheet).toMatchObject({
      ...{ managerId: company.ids.manager, secondLevelId: company.ids.secondLevel },
      ...{ approverId: company.ids.divisionHead, hrPartnerId: company.ids.hrPartner },
      ...{ departmentId: company.departments.group, state: "self_review" },
      participant: { exemptReason: null },
    });
    expect(sheet.ownWindows).toHaveLength(stages.length);
    const given = await database().stageWindow.findMany({ where: { cycleId: company.cycleId } });
    for (const { stage, closesAt } of given) {
      const own = sheet.ownWindows.find((window) => window.stage === stage);
      expect(own?.closesAt.getTime()).toBeGreaterThanOrEqual(closesAt.getTime());
    }
    const actor = { ...company.actor("employee"), employeeId: person.id };
    const early = await readSelfReview(actor, sheet.id, company.now);
    expect(early?.locked).toBe("window_not_open");
    const begun = new Date("2026-11-23T02:00:00Z");
    const view = await readSelfReview(actor, sheet.id, begun);
    expect(view?.locked).toBeNull();
    const home = await readHome(actor, begun);
    expect(home.tasks).toMatchObject([
      { kind: "self_review", deadline: view?.stages[0]?.closesAt },
    ]);
    expect(await listChanges(company.actor("hrAdmin"), { employeeId: person.id })).toMatchObject([
      {
        kind: "included",
        reason: "转正后补加",
        windows: [{ stage: "self_review" }, {}, {}, {}, {}, {}, {}],
      },
    ]);
  });

  it("goes on where the sheet ended", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    await exempt(sheet.employee.number);
    expect(await include(sheet.employee.number)).toMatchObject({ ok: true });
    const row = await database().appraisal.findUniqueOrThrow({ where: { id: sheet.id } });
    expect(row).toMatchObject({ state: "manager_scoring", endedAt: null, version: 3 });
  });

  it("is refused at the field: no manager, in already, left, out of order", async () => {
    const alone = await newcomer({ managerId: null });
    expect(await include(alone.number)).toMatchObject(at("number", "no_manager"));
    const gone = await newcomer({ status: "left" });
    expect(await include(gone.number)).toMatchObject(at("number", "left_already"));
    const sheet = await appraisalIn(company, "self_review");
    expect(await include(sheet.employee.number)).toMatchObject(at("number", "already_in"));
    const crossed = windows.map((window) =>
      window.stage === "approval" ? { ...window, closesAt: "2026-11-25T18:00" } : window,
    );
    const person = await newcomer();
    expect(await include(person.number, "补加", crossed)).toMatchObject(
      at("windows.4.closesAt", "before_previous_stage"),
    );
    expect(await database().participant.count({ where: { employeeId: person.id } })).toBe(0);
  });
});

describe("somebody who leaves", () => {
  it("leaves a sheet that ended where it is, and a line in the trail", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const { version } = await database().employee.findUniqueOrThrow({
      where: { id: sheet.employeeId },
    });
    const left = await leaveWithSheets(admin(), { employeeId: sheet.employeeId, version });
    expect(left).toMatchObject({ ok: true });
    const row = await database().appraisal.findUniqueOrThrow({
      where: { id: sheet.id },
      include: { participant: true },
    });
    expect(row).toMatchObject({ state: "second_level", participant: { exemptReason: "left" } });
    expect(row.endedAt).toEqual(company.now);
    const trail = await readTrail(company.actor("manager"), sheet.id);
    expect(trail?.entries[0]?.event.kind).toBe("participation.left");
    const home = await readHome(company.actor("secondLevel"), company.now);
    expect(home.tasks.filter(({ kind }) => kind === "second_level")).toEqual([]);
  });

  it("leaves what was handed in to the others to finish, where HR says so; what was not ends with the note", async () => {
    const handedIn = await appraisalIn(company, "second_level");
    const unwritten = await appraisalIn(company, "self_review");
    const leave = async ({ employeeId }: typeof handedIn) => {
      const { version } = await database().employee.findUniqueOrThrow({
        where: { id: employeeId },
      });
      const input = { employeeId, version, own: "go_on" as const, reason: "合同到期" };
      expect(await leaveWithSheets(admin(), input)).toMatchObject({ ok: true });
    };
    const rowOf = (id: string) =>
      database().appraisal.findUniqueOrThrow({ where: { id }, include: { participant: true } });
    const unfinished = async (of: typeof handedIn) =>
      (await readParticipation(company.actor("hrAdmin"), of.employeeId))?.unfinished;
    expect(await unfinished(handedIn)).toEqual({ unwritten: 0, handedIn: 1 });
    expect(await unfinished(unwritten)).toEqual({ unwritten: 1, handedIn: 0 });
    expect(await readParticipation(company.actor("manager"), handedIn.employeeId)).toBeNull();
    await leave(handedIn);
    await leave(unwritten);
    expect(await rowOf(handedIn.id)).toMatchObject({
      ...{ endedAt: null, participant: { exemptReason: null } },
    });
    const { version } = await rowOf(handedIn.id);
    const items = [{ appraisalId: handedIn.id, version }];
    const agreed = await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
    expect(agreed).toMatchObject({ ok: true, value: { refused: [] } });
    const ended = await rowOf(unwritten.id);
    expect(ended).toMatchObject({ participant: { exemptReason: "left" } });
    expect(ended.endedAt).toEqual(company.now);
    const changes = await listChanges(company.actor("hrAdmin"), {
      employeeId: unwritten.employeeId,
    });
    expect(changes).toMatchObject([{ kind: "left", reason: "合同到期" }]);
  });
});

describe("deciding by hand at an opening", () => {
  it("exempts and takes in with a reason, and refuses at the row", async () => {
    const late = await newcomer({ hireDate: new Date("2027-03-20") });
    const { number } = await database().employee.findUniqueOrThrow({
      where: { id: company.ids.colleague },
    });
    const row = (kind: "exempt" | "include", of: string) => ({
      kind,
      number: of,
      reason: "另有安排",
    });
    const byHand = [row("exempt", number), row("include", late.number)];
    const over = { year: 2027, quarter: 1, joinedAfter: "2027-03-01", byHand };
    const outcome = await openCycle(admin(), await previewedInput(admin(), over));
    if (!outcome.ok) throw new Error(outcome.code);
    const { cycleId } = outcome.value;
    const find = (employeeId: string) =>
      database().participant.findFirst({ where: { cycleId, employeeId } });
    expect(await find(company.ids.colleague)).toMatchObject({ exemptReason: "by_hand" });
    expect(await find(late.id)).toMatchObject({ exemptReason: null });
    expect(await listChanges(company.actor("hrAdmin"), { cycleId })).toHaveLength(2);
    const refused = async (given: typeof byHand) =>
      previewOpening(admin(), openingInput({ ...over, quarter: 2, byHand: given }));
    expect(await refused([row("include", number)])).toMatchObject(
      at("byHand.0.number", "already_in"),
    );
    expect(await refused([row("exempt", number), row("exempt", number)])).toMatchObject(
      at("byHand.1.number", "chosen_twice"),
    );
    expect(await refused([row("exempt", "nobody")])).toMatchObject(
      at("byHand.0.number", "not_in_scope"),
    );
  });
});

describe("the database", () => {
  it("keeps changes, and takes nobody in or out without one", async () => {
    const sheet = await appraisalIn(company, "self_review");
    await exempt(sheet.employee.number);
    const db = database();
    const where = { employeeId: sheet.employeeId };
    await expect(db.cycleChange.updateMany({ where, data: { reason: "x" } })).rejects.toThrow();
    await expect(db.cycleChange.deleteMany({ where })).rejects.toThrow();
    const other = await appraisalIn(company, "self_review");
    const silent = db.$executeRaw`UPDATE appraisal SET ended_at = now(), version = version + 1 WHERE id = ${other.id}::uuid`;
    await expect(silent).rejects.toThrow(/with a reason/);
    const out = db.$executeRaw`UPDATE participant SET exempt_reason = 'left' WHERE employee_id = ${other.employeeId}::uuid`;
    await expect(out).rejects.toThrow(/with a reason/);
    const moved = db.$executeRaw`UPDATE appraisal SET state = 'manager_scoring', version = version + 1 WHERE id = ${sheet.id}::uuid`;
    await expect(moved).rejects.toThrow(/has ended/);
  });
});

it("shows changes to HR administrators alone", async () => {
  for (const person of people) {
    const seen = await listChanges(company.actor(person), { cycleId: company.cycleId });
    expect([person, seen !== null]).toEqual([person, person === "hrAdmin"]);
  }
});
