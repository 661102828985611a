import { describe, expect, it } from "vitest";
import type { Verb } from "@/lib/appraisal/permissions";
import {
  barOf,
  changeRefusal,
  closing,
  lockOf,
  lockOfListed,
  reopenRefusal,
  takeBackRefusal,
  usualDays,
  windowsOf,
  workday,
} from "@/lib/appraisal/rules";
import { stages } from "@/lib/appraisal/stages";
import type { AppraisalState, AppraisalSubject, StageWindow } from "@/lib/appraisal/types";
import { actorOf, subjectIn } from "./support";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const given = { opensAt: day(10), closesAt: day(20) };
const windows = stages.map((stage): StageWindow => ({ stage, ...given }));
const open = (state: AppraisalState, changed: Partial<AppraisalSubject> = {}) => ({
  ...{ ...subjectIn(state), windows, version: 7, returned: false, ...changed },
});
const ended = { endedAt: day(12) };
const paused = { pausedAt: day(13) };
const closed = { cycleState: "closed" } as const;

describe("what bars a sheet whatever its stage", () => {
  it.each([
    ["nothing", {}, null],
    ["a pause", paused, "cycle_paused"],
    ["its end, before a pause", { ...ended, ...paused }, "sheet_ended"],
    ["the cycle's end, before all else", { ...closed, ...ended, ...paused }, "cycle_closed"],
  ] as const)("%s", (_what, changed, code) => {
    expect(barOf(open("self_review", changed))).toBe(code);
  });
});

describe("a lock", () => {
  const lock = (changed: Partial<AppraisalSubject>, now = day(15), returned = false) =>
    lockOf(open("hr_audit", changed), "hr_audit", now, returned);

  it("is not there in time, and on what was handed back after it", () => {
    expect(lock({})).toBeNull();
    expect(lock({}, day(25), true)).toBeNull();
  });

  it("says when: of the window of the stage, of the pause, of the end", () => {
    const others = windows.map((window) =>
      window.stage === "hr_audit" ? window : { ...window, opensAt: day(1), closesAt: day(2) },
    );
    expect(lock({ windows: others }, day(5))).toEqual({ code: "window_not_open", at: day(10) });
    expect(lock({ windows: others }, day(20))).toEqual({ code: "window_closed", at: day(20) });
    expect(lock(paused)).toEqual({ code: "cycle_paused", at: day(13) });
    expect(lock(ended)).toEqual({ code: "sheet_ended", at: day(12) });
  });

  it("has no instant in a closed cycle, nor where there is no window", () => {
    expect(lock(closed)).toEqual({ code: "cycle_closed", at: null });
    expect(lock({ windows: [] })).toEqual({ code: "window_not_open", at: null });
  });

  it("is the same for a row of a list", () => {
    const row = { ...given, pausedAt: null, returned: false };
    const listed = (changed: { pausedAt?: Date }, now = day(15)) =>
      lockOfListed({ ...row, ...changed }, "hr_audit", now);
    expect(listed({})).toBeNull();
    expect(listed({}, day(20))).toEqual({ code: "window_closed", at: day(20) });
    expect(lockOfListed({ ...row, returned: true }, "hr_audit", day(20))).toBeNull();
    expect(listed(paused)).toEqual({ code: "cycle_paused", at: day(13) });
    const none = { code: "window_not_open", at: null };
    expect(lockOfListed({ ...row, opensAt: null }, "hr_audit", day(15))).toEqual(none);
    expect(lockOfListed({ ...row, closesAt: null }, "hr_audit", day(15))).toEqual(none);
  });
});

describe("the windows that hold", () => {
  const own = (closesAt: Date): StageWindow[] => [
    { stage: "hr_audit", opensAt: day(12), closesAt },
  ];
  const held = (closesAt: Date) => windowsOf(windows, own(closesAt));

  it("are the cycle's where the sheet has none of its own", () => {
    expect(windowsOf(windows, [])).toEqual(windows);
    expect(held(day(30)).filter(({ stage }) => stage !== "hr_audit")).toEqual(
      windows.filter(({ stage }) => stage !== "hr_audit"),
    );
  });

  it("open with the sheet's own and close with the later one", () => {
    const ofAudit = (closesAt: Date) =>
      held(closesAt).find(({ stage }) => stage === "hr_audit")?.closesAt;
    expect(held(day(30))).toContainEqual({
      ...{ stage: "hr_audit", opensAt: day(12), closesAt: day(30) },
    });
    expect(ofAudit(day(15))).toEqual(day(20));
  });
});

describe("a deadline that follows from a rule", () => {
  it.each([
    ["2026-01-02", "2026-01-02"],
    ["2026-01-03", "2026-01-05"],
    ["2026-01-04", "2026-01-05"],
    ["2026-01-05", "2026-01-05"],
  ])("%s falls on %s", (from, to) => {
    expect(workday(from)).toBe(to);
  });

  it("falls at the end of a working day, after as many days as the stage usually has", () => {
    expect(closing).toBe("18:00");
    expect(stages.map((stage) => usualDays[stage])).toEqual([7, 7, 3, 4, 2, 5, 7]);
  });
});

describe("taking back", () => {
  const asked = (verb: Verb, subject: ReturnType<typeof open>, actor: string) =>
    takeBackRefusal({ actor: actorOf(actor) }, subject, {}, verb);
  const manager = open("second_level");

  it("is a matter of who and of what bars the sheet, not of the version", () => {
    expect(asked("manager.take_back", manager, "manager")).toBeNull();
    expect(asked("manager.take_back", manager, "stranger")?.code).toBe("not_found");
    expect(asked("manager.take_back", open("approval"), "manager")?.code).toBe("wrong_state");
    const still = open("second_level", paused);
    expect(asked("manager.take_back", still, "manager")?.code).toBe("cycle_paused");
  });

  it.each([
    ["self.take_back", "employee", "manager_scoring", "self_review"],
    ["manager.take_back", "manager", "second_level", "manager_scoring"],
  ] as const)("%s by the %s keeps the window where it was handed in", (verb, actor, state, at) => {
    const only = (stage: string) => windows.filter((window) => window.stage === stage);
    const refusal = (stage: string) =>
      changeRefusal(
        { actor: actorOf(actor), now: day(15) },
        open(state, { windows: only(stage) }),
        { version: 7 },
        verb,
      );
    expect(refusal(at)).toBeNull();
    expect(refusal(state)?.code).toBe("window_not_open");
  });
});

describe("reopening", () => {
  const admin = actorOf("admin", { isHrAdmin: true, hrOf: ["support"] });
  const asked = (changed: Partial<AppraisalSubject>, version = 7, actor = admin) =>
    reopenRefusal({ actor, now: day(40) }, open("published", changed), { version }, "hr.reopen");

  it("asks for no window, and for all else a change is asked for", () => {
    expect(asked({})).toBeNull();
    expect(asked({}, 6)?.code).toBe("stale");
    expect(asked({}, 7, actorOf("stranger"))?.code).toBe("not_found");
    expect(asked(paused)?.code).toBe("cycle_paused");
  });
});
