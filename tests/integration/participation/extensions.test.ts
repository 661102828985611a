import { randomUUID } from "node:crypto";
import { readTrail } from "@/lib/trail/queries";
import { beforeAll, describe, expect, it } from "vitest";
import { doneStates } from "@/lib/appraisal/stages";
import type { Stage } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { readHome } from "@/lib/home/queries";
import { readStuck } from "@/lib/hr-audit/queries/stuck";
import { readTeam } from "@/lib/manager-scoring/queries";
import { extendFor, previewExtension, previewWindow } from "@/lib/cycle/commands/windows";
import { agreeToSheets } from "@/lib/second-level/commands";
import { readReviewPage } from "@/lib/second-level/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, day, type TestCompany } from "../../support/company";
import { eventsOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

interface Asked {
  readonly number?: string;
  readonly departmentId?: string;
  readonly stage?: Stage;
  readonly closesAt?: string;
  readonly following?: boolean;
}

async function extend({ stage = "self_review", closesAt = "2026-11-26T18:00", ...asked }: Asked) {
  const { cycleId } = company;
  const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
  return extendFor(company.context("hrAdmin"), {
    ...{ cycleId, version, stage, closesAt, following: asked.following ?? false },
    ...{ number: asked.number ?? "", departmentId: asked.departmentId ?? null },
    reason: "住院两天",
  });
}

async function preview({ stage = "self_review", closesAt = "2026-11-26T18:00", ...asked }: Asked) {
  const { cycleId } = company;
  const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
  return previewExtension(company.context("hrAdmin"), {
    ...{ cycleId, version, stage, closesAt, following: asked.following ?? false },
    ...{ number: asked.number ?? "", departmentId: asked.departmentId ?? null },
  });
}

const at = (field: string, code: string) => ({ ok: false, fields: { [field]: { code } } });

/** The company's self-reviews close on the 24th, each further stage three days later. */
const until = new Date("2026-11-26T10:00:00Z");
const between = new Date("2026-11-25T02:00:00Z");
const locked = async (sheet: TestAppraisal, when = between) =>
  (await readSelfReview(sheet.employee, sheet.id, when))?.locked;

describe("more time for one person", () => {
  it("opens the sheet, moves what home and the manager's list say, and nobody else's", async () => {
    const [sheet, other] = [
      await appraisalIn(company, "self_review"),
      await appraisalIn(company, "self_review"),
    ];
    expect(await extend({ number: sheet.employee.number })).toMatchObject({ ok: true });
    expect([await locked(sheet), await locked(other)]).toEqual([null, "window_closed"]);
    expect(await locked(sheet, until)).toBe("window_closed");
    expect((await readHome(sheet.employee, between)).tasks).toMatchObject([{ deadline: until }]);
    const team = await readTeam(company.actor("manager"), {}, between);
    const due = (of: TestAppraisal) =>
      team?.members.find(({ appraisalId }) => appraisalId === of.id)?.due;
    expect(due(sheet)).toEqual(until);
    expect(due(other)).toEqual(new Date(company.now.getTime() + 3 * day));
    const stuck = await readStuck(company.actor("hrPartner"), { kind: "all", units: 0 }, between);
    const late = stuck.rows.map(({ appraisalId }) => appraisalId);
    expect([late.includes(sheet.id), late.includes(other.id)]).toEqual([false, true]);
  });

  it("takes the later stages along where asked to, and is refused past the next one else", async () => {
    const sheet = await appraisalIn(company, "self_review");
    const asked = { number: sheet.employee.number, closesAt: "2026-11-29T18:00" };
    expect(await extend(asked)).toMatchObject(at("closesAt", "after_next_stage"));
    expect(await extend({ ...asked, following: true })).toMatchObject({ ok: true });
    const own = await database().ownWindow.findMany({
      where: { appraisalId: sheet.id },
      orderBy: { closesAt: "asc" },
    });
    expect(own).toHaveLength(7);
    expect(own[1]?.closesAt.getTime()).toBeGreaterThan(own[0]?.closesAt.getTime() ?? 0);
  });

  it("can decide about what others can no longer", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const late = new Date("2026-12-01T02:00:00Z");
    const context = { actor: company.actor("secondLevel"), now: late };
    const agree = () => agreeToSheets(context, { items: [sheet.target], comment: "" });
    expect(await agree()).toMatchObject({ ok: false, code: "window_closed" });
    const asked = { number: sheet.employee.number, stage: "second_level" as const };
    expect(await extend({ ...asked, closesAt: "2026-12-02T18:00" })).toMatchObject({ ok: true });
    const page = await readReviewPage(context.actor, {}, late);
    const row = page.groups.flatMap(({ rows }) => rows).find((one) => one.appraisalId === sheet.id);
    expect(row?.locked).toBeNull();
    expect(await agree()).toMatchObject({ ok: true });
  });

  it("of a stage between scoring and interview is the review's to the employee, once that lasts longer", async () => {
    const sheet = await appraisalIn(company, "approval");
    const number = sheet.employee.number;
    const told = async () =>
      (await readTrail(sheet.employee, sheet.id))?.entries.map(({ event }) => event);
    const closesAt = "2026-11-28T18:00";
    expect(await extend({ number, stage: "second_level", closesAt })).toMatchObject({ ok: false });
    const earlier = { number, stage: "second_level" as const, closesAt: "2026-12-01T18:00" };
    expect(await extend(earlier)).toMatchObject({ ok: true });
    expect(await told()).toEqual([]);
    expect(await extend({ number, stage: "approval", closesAt: "2026-12-07T18:00" })).toMatchObject(
      {
        ok: true,
      },
    );
    const until = "2026-12-07T10:00:00.000Z";
    const kind = "participation.extended";
    expect(await told()).toEqual([{ kind, stage: "review", to: until, reason: "" }]);
  });

  it("is refused at the field", async () => {
    const sheet = await appraisalIn(company, "self_review");
    const { number } = sheet.employee;
    expect(await extend({})).toMatchObject(at("number", "whom_required"));
    expect(await extend({ number: "nobody" })).toMatchObject(at("number", "unknown_person"));
    expect(await extend({ number, closesAt: "2026-11-23T18:00" })).toMatchObject(
      at("closesAt", "not_later"),
    );
    const done = await appraisalIn(company, "acknowledged");
    expect(await extend({ number: done.employee.number })).toMatchObject(
      at("number", "done_already"),
    );
  });
});

describe("more time for a department", () => {
  it("is not given by who is in it", async () => {
    const sheet = await appraisalIn(company, "self_review");
    const { cycleId, departments, now } = company;
    const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
    const context = { actor: { ...sheet.employee, isHrAdmin: true }, now };
    const refused = await extendFor(context, {
      ...{ cycleId, version, stage: "self_review", closesAt: "2026-11-26T18:00" },
      ...{ following: false, number: "", departmentId: departments.division, reason: "住院两天" },
    });
    expect(refused).toMatchObject(at("departmentId", "not_yourself"));
  });

  it("reaches everybody of it and below, and takes nothing from who has more", async () => {
    const longer = await appraisalIn(company, "self_review");
    const usual = await appraisalIn(company, "self_review");
    const elsewhere = await appraisalIn(company, "self_review", {
      line: { departmentId: company.departments.otherDivision },
    });
    await extend({ number: longer.employee.number, closesAt: "2026-11-27T09:00" });
    const asked = { departmentId: company.departments.division };
    expect(await extend(asked)).toMatchObject({ ok: true });
    expect(await locked(usual)).toBeNull();
    expect(await locked(longer, until)).toBeNull();
    expect(await locked(elsewhere)).toBe("window_closed");
    const changes = await database().cycleChange.findMany({ where: asked });
    expect(changes).toMatchObject([{ kind: "extended", reason: "住院两天" }]);
    expect(await extend({ departmentId: company.departments.hr })).toMatchObject(
      at("departmentId", "nobody_in_scope"),
    );
  });
});

it("is never taken back: the database refuses a shorter window", async () => {
  const sheet = await appraisalIn(company, "self_review");
  await extend({ number: sheet.employee.number });
  const db = database();
  const shorter = db.$executeRaw`UPDATE own_window SET closes_at = ${company.now} WHERE appraisal_id = ${sheet.id}::uuid`;
  await expect(shorter).rejects.toThrow(/only grows/);
  const none = db.$executeRaw`DELETE FROM own_window WHERE appraisal_id = ${sheet.id}::uuid`;
  await expect(none).rejects.toThrow(/append-only/);
});

describe("what more time would do, before it is given", () => {
  it("names the one person, with their own deadline before, and changes nothing", async () => {
    const { employee, id } = await appraisalIn(company, "self_review");
    const { number } = employee;
    const first = "2026-11-25T10:00:00.000Z";
    expect(await extend({ number, closesAt: "2026-11-25T18:00" })).toMatchObject({ ok: true });
    const seen = await preview({ number });
    expect(seen).toMatchObject({
      ok: true,
      value: {
        ...{ person: { number }, people: 1, later: 0 },
        moved: [{ stage: "self_review", from: first, to: until.toISOString() }],
      },
    });
    const own = await database().ownWindow.findMany({ where: { appraisalId: id } });
    expect(own.map(({ closesAt }) => closesAt.toISOString())).toEqual([first]);
  });

  it("counts a department and who has longer already, with the later stages", async () => {
    const departmentId = company.departments.otherDivision;
    const sheets = [
      await appraisalIn(company, "self_review", { line: { departmentId } }),
      await appraisalIn(company, "acknowledged", { line: { departmentId } }),
    ];
    expect(await preview({ departmentId })).toMatchObject({
      ...{ ok: true, value: { people: null, later: null } },
    });
    for (let more = 0; more < 9; more += 1)
      sheets.push(await appraisalIn(company, "manager_scoring", { line: { departmentId } }));
    const number = sheets[0]?.employee.number ?? "";
    const before = await preview({ departmentId });
    const people = await database().appraisal.count({
      where: { departmentId, state: { notIn: [...doneStates] } },
    });
    expect(before).toMatchObject({ ok: true, value: { person: null, people, later: 0 } });
    expect(await extend({ number })).toMatchObject({ ok: true });
    const after = await preview({ departmentId, following: true });
    // One of them would be known by name.
    expect(after).toMatchObject({ ok: true, value: { people, later: null } });
    expect(after.ok && after.value.moved).toHaveLength(7);
  });

  it("tells each sheet of the first deadline that moves for it, and of none that does not", async () => {
    const departmentId = company.departments.otherDivision;
    const plain = await appraisalIn(company, "self_review", { line: { departmentId } });
    const longer = await appraisalIn(company, "self_review", { line: { departmentId } });
    const told = async ({ id }: { readonly id: string }) =>
      (await eventsOf(id)).filter(({ kind }) => kind === "participation.extended");
    expect(await extend({ number: longer.employee.number })).toMatchObject({ ok: true });
    const [first] = await told(longer);
    expect(first).toMatchObject({ payload: { stage: "self_review" } });
    expect(await extend({ departmentId })).toMatchObject({ ok: true });
    expect(await told(plain)).toMatchObject([{ payload: { stage: "self_review" } }]);
    expect(await told(longer)).toEqual([first]);
    expect(await extend({ departmentId, following: true })).toMatchObject({ ok: true });
    expect(await told(plain)).toMatchObject([
      { payload: { stage: "self_review" } },
      { payload: { stage: "manager_scoring" } },
    ]);
  });

  it("is refused as the change would be, and unknown to others", async () => {
    expect(await preview({ number: "nobody" })).toMatchObject(at("number", "unknown_person"));
    expect(await preview({ departmentId: randomUUID() })).toMatchObject(
      at("departmentId", "nobody_in_scope"),
    );
    const { number } = (await appraisalIn(company, "self_review")).employee;
    expect(await preview({ number, closesAt: "2026-11-20T18:00" })).toMatchObject(
      at("closesAt", "not_later"),
    );
    const asked = { cycleId: company.cycleId, version: 1, stage: "self_review" as const };
    const input = { ...asked, closesAt: "2026-11-26T18:00", following: false };
    expect(
      await previewExtension(company.context("hrPartner"), {
        ...input,
        number,
        departmentId: null,
      }),
    ).toMatchObject({ ok: false, code: "not_found" });
    expect(await previewWindow(company.context("manager"), input)).toMatchObject({
      ...{ ok: false, code: "not_found" },
    });
  });
});
