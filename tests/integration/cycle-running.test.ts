import { beforeAll, describe, expect, it } from "vitest";
import type { Stage } from "@/lib/appraisal/types";
import { doneStates } from "@/lib/appraisal/stages";
import { closeCycle } from "@/lib/cycle/commands/cycle";
import { changeWindow, previewWindow } from "@/lib/cycle/commands/windows";
import { listCycles, previewOpening, readCycle, readCycleOptions } from "@/lib/cycle/queries";
import { stableId } from "@/lib/db/ids";
import { database } from "@/lib/db/client";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { saveSelfReview } from "@/lib/self-review/commands";
import { appraisalIn } from "../support/appraisal";
import { buildCompany, type TestCompany } from "../support/company";
import { openedCycle, openingInput } from "../support/cycles";
import { valueWith } from "../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const day = 86_400_000;
/** Of Shanghai, where the company is. */
const wallClock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);

const admin = (at = 0) => company.context("hrAdmin", at);

describe("a cycle that runs", () => {
  const window = (stage: Stage, closesAt: string, version = 1, reason = "系统升级") => ({
    cycleId: company.cycleId,
    version,
    stage,
    closesAt,
    following: false,
    reason,
  });

  it("shows before how many it concerns, and the deadline before and after", async () => {
    const { cycleId } = company;
    const asked = {
      ...{ cycleId, version: 1, stage: "self_review" as const },
      ...{ closesAt: "2026-11-26T18:00", following: false },
    };
    const open = await database().appraisal.count({
      where: { cycleId: company.cycleId, endedAt: null, state: { notIn: [...doneStates] } },
    });
    const before = await database().stageWindow.findFirstOrThrow({
      where: { cycleId, stage: "self_review" },
    });
    const from = before.closesAt.toISOString();
    const moved = [{ stage: "self_review", from, to: "2026-11-26T10:00:00.000Z" }];
    expect(await previewWindow(admin(), asked)).toEqual({
      ok: true,
      value: { person: null, people: open, later: 0, moved },
    });
    const late = { ...asked, closesAt: "2026-12-20T18:00" };
    const refused = { closesAt: { code: "after_next_stage" } };
    expect(await previewWindow(admin(), late)).toMatchObject({ ok: false, fields: refused });
  });

  it("extends a window with a reason and records it", async () => {
    // self_review closes 2026-11-24T10:00Z and manager_scoring three days later.
    const outcome = await changeWindow(admin(), window("self_review", "2026-11-26T18:00"));
    expect(outcome).toEqual({ ok: true, value: { version: 2 } });
    const row = await database().stageWindow.findFirstOrThrow({
      where: { cycleId: company.cycleId, stage: "self_review" },
    });
    expect(row.closesAt.toISOString()).toBe("2026-11-26T10:00:00.000Z");
    const event = await database().recordedEvent.findFirstOrThrow({
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

  it("refuses to move a later deadline beyond the last day a date may have", async () => {
    const { cycleId } = await openedCycle(company, { year: 2031, quarter: 3 });
    const far = { ...window("self_review", "2200-12-31T23:59"), cycleId, following: true };
    expect(await changeWindow(admin(), far)).toMatchObject({
      fields: { closesAt: { code: "date_out_of_bounds", data: { from: "1950", to: "2200" } } },
    });
    expect(
      await changeWindow(admin(), { ...window("result", "2200-12-31T23:59"), cycleId }),
    ).toEqual({ ok: true, value: { version: 2 } });
  });

  it("moves every deadline after it by as much, with one reason, and records each", async () => {
    const { cycleId } = await openedCycle(company, { year: 2031, quarter: 2 });
    const closing = async () => {
      const rows = await database().stageWindow.findMany({ where: { cycleId } });
      return new Map(rows.map(({ stage, closesAt }) => [stage, closesAt.getTime()]));
    };
    const before = await closing();
    const from = before.get("second_level") ?? 0;
    const later = { ...window("second_level", wallClock(from + 20 * day)), cycleId };
    expect(await changeWindow(admin(), later)).toMatchObject({
      fields: { closesAt: { code: "after_next_stage" } },
    });
    const moved = await changeWindow(admin(), { ...later, following: true });
    expect(moved).toEqual({ ok: true, value: { version: 2 } });
    const after = await closing();
    for (const stage of ["self_review", "manager_scoring"] as const)
      expect(after.get(stage)).toBe(before.get(stage));
    const others = ["second_level", "hr_audit", "approval", "interview", "result"] as const;
    for (const stage of others)
      expect(after.get(stage), stage).toBe((before.get(stage) ?? 0) + 20 * day);
    const kind = "cycle.window_changed" as const;
    const recorded = (stage: Stage) =>
      database().recordedEvent.count({
        where: { cycleId, kind, payload: { path: ["stage"], equals: stage } },
      });
    for (const stage of others) expect(await recorded(stage), stage).toBe(1);
    expect(await database().recordedEvent.count({ where: { cycleId, kind } })).toBe(others.length);
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
    expect(view).toMatchObject({ people: 3, done: null, returned: null, path: [], exempt: [] });
    expect(view?.units.map(({ name, hasBelow }) => [name.zh, hasBelow])).toEqual([
      ["客户服务", true],
    ]);
    // Three people: where they stand could be told of each by name.
    expect(view?.units[0]).toMatchObject({ people: null, past: null, parts: null });
    expect(view?.stages.find(({ state }) => state === "hr_audit")?.count).toBeNull();
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
    expect(list?.find(({ id }) => id === company.cycleId)).toMatchObject({ people: 3, done: null });
  });

  it("leaves the reader's own sheet out of what it counts", async () => {
    const own = await appraisalIn(company, "approval");
    for (const state of ["self_review", "self_review"] as const) await appraisalIn(company, state);
    const actor = { ...own.employee, isHrAdmin: true };
    const view = await readCycle(actor, company.cycleId, null, company.now);
    const others = await readCycle(admin().actor, company.cycleId, null, company.now);
    expect([view?.people, view?.units[0]?.people]).toEqual([6, 5]);
    expect([others?.people, others?.units[0]?.people]).toEqual([6, 6]);
    const stage = (state: string) => view?.stages.find((one) => one.state === state);
    expect(stage("approval")).toMatchObject({ count: 0, longestDays: 0 });
    expect([view?.ownDone, others?.ownDone]).toEqual([false, null]);
    expect(stage("self_review")).toMatchObject({ count: null, longestDays: null });
  });

  it("proposes a free quarter, seven windows in order and the default rules", async () => {
    const options = await readCycleOptions(admin().actor, company.now);
    if (options === null) throw new Error("no options");
    expect(options.quarters.map(({ year, quarter, taken }) => [year, quarter, taken])).toEqual([
      [2026, 3, false],
      [2026, 4, true],
      [2027, 1, false],
      [2027, 2, false],
    ]);
    expect(options.defaults).toMatchObject({ year: 2027, quarter: 1 });
    expect(options.frameworks.map(({ document }) => document.key)).toContain("six-veins");
    for (const { year, quarter, joinedAfter, windows } of options.quarters.filter(
      ({ taken }) => !taken,
    )) {
      const proposed = { year, quarter, joinedAfter, windows: [...windows] };
      const preview = await previewOpening(
        admin(),
        openingInput({ ...options.defaults, ...proposed }),
      );
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
    const event = await database().recordedEvent.findFirstOrThrow({
      where: { cycleId: company.cycleId, kind: "cycle.closed" },
    });
    expect(event.payload).toEqual({ unfinished: 7 });
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
    const { cycleId } = await openedCycle(company, { year: 2030, quarter: 1 });
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
