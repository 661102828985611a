import { describe, expect, it } from "vitest";
import type { Verb } from "@/lib/appraisal/permissions";
import { changeRefusal, movedColumns, windowOfStep, windowRefusal } from "@/lib/appraisal/rules";
import { appraisalStates, stages } from "@/lib/appraisal/stages";
import type { AppraisalState, AppraisalSubject, StageWindow } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { actorOf, subjectIn } from "./support";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const windows = stages.map((stage): StageWindow => ({
  ...{ stage, opensAt: day(10), closesAt: day(20) },
}));
const open = (state: AppraisalState, changed: Partial<AppraisalSubject> = {}) => ({
  ...{ ...subjectIn(state), windows, version: 7, returned: false, ...changed },
});

describe("the window", () => {
  const refusal = (now: Date, returned = false, changed: Partial<AppraisalSubject> = {}) =>
    windowRefusal(open("hr_audit", changed), "hr_audit", now, returned);

  it.each([
    ["the instant before it opens", new Date(day(10).getTime() - 1), "window_not_open"],
    ["the instant it opens", day(10), null],
    ["the instant before it closes", new Date(day(20).getTime() - 1), null],
    ["the instant it closes", day(20), "window_closed"],
  ] as const)("at %s", (_when, now, code) => {
    expect(refusal(now)).toBe(code);
  });

  it("never closes on what was handed back, but opens for it no earlier", () => {
    expect(refusal(day(20), true)).toBeNull();
    expect(refusal(day(9), true)).toBe("window_not_open");
  });

  it("is the one of the stage, and shut where there is none", () => {
    const early = windows.map((window) =>
      window.stage === "hr_audit" ? window : { ...window, opensAt: day(30) },
    );
    expect(refusal(day(15), false, { windows: early })).toBeNull();
    const without = windows.filter(({ stage }) => stage !== "hr_audit");
    expect(refusal(day(15), true, { windows: without })).toBe("window_not_open");
  });

  it("is shut in a closed cycle, for what was handed back too", () => {
    expect(refusal(day(15), true, { cycleState: "closed" })).toBe("cycle_closed");
  });
});

describe("the window of a step", () => {
  it("reaches from the first opening to the last closing of its stages", () => {
    const uneven: StageWindow[] = [
      { stage: "self_review", opensAt: day(1), closesAt: day(40) },
      { stage: "approval", opensAt: day(11), closesAt: day(21) },
      { stage: "second_level", opensAt: day(12), closesAt: day(25) },
      { stage: "hr_audit", opensAt: day(13), closesAt: day(22) },
    ];
    expect(windowOfStep(uneven, "review")).toEqual({ opensAt: day(11), closesAt: day(25) });
    expect(windowOfStep(uneven, "self_review")).toEqual({ opensAt: day(1), closesAt: day(40) });
  });

  it("is unknown where no stage of it has one", () => {
    expect(windowOfStep([], "review")).toEqual({ opensAt: null, closesAt: null });
  });
});

describe("a change is refused", () => {
  const refused = (
    actor: Actor,
    subject: ReturnType<typeof open>,
    verb: Verb,
    { version = 7, now = day(15) } = {},
  ) => changeRefusal({ actor, now }, subject, { version }, verb);
  const self = actorOf("employee");
  const manager = actorOf("manager");
  const stranger = actorOf("stranger");

  it("to nobody whose turn it is, in time and with the version that stands", () => {
    expect(refused(self, open("self_review"), "self.write")).toBeNull();
    expect(refused(manager, open("manager_scoring"), "manager.write")).toBeNull();
  });

  it("to a stranger as if there were none, whatever version they try", () => {
    for (const version of [6, 7, 8])
      expect(refused(stranger, open("manager_scoring"), "manager.write", { version })).toEqual({
        ...{ ok: false, code: "not_found" },
      });
  });

  it("to the line with the version and the state that stand", () => {
    const stale = refused(manager, open("manager_scoring"), "manager.write", { version: 6 });
    expect(stale).toEqual({
      ...{ ok: false, code: "stale", data: { version: 7, state: "manager_scoring" } },
    });
  });

  it("to the line by the version before the state, and without what stands where they can do nothing", () => {
    expect(refused(manager, open("hr_audit"), "manager.write", { version: 6 })).toEqual({
      ...{ ok: false, code: "stale" },
    });
    expect(refused(manager, open("hr_audit"), "manager.write")?.code).toBe("wrong_state");
  });

  it("to the employee in another state alike for every version: counting would tell of HR's steps", () => {
    for (const state of appraisalStates.filter((one) => one !== "self_review"))
      for (const version of [6, 7, 8])
        expect(refused(self, open(state), "self.write", { version })).toEqual({
          ...{ ok: false, code: "wrong_state" },
        });
  });

  it("to the employee whose turn it is with the version alone, never the state", () => {
    for (const [state, verb] of [
      ["self_review", "self.write"],
      ["published", "result.answer"],
    ] as const) {
      const stale = refused(self, open(state), verb, { version: 6 });
      expect(JSON.parse(JSON.stringify(stale))).toEqual({
        ...{ ok: false, code: "stale", data: { version: 7 } },
      });
    }
  });

  it("outside the window of the state, unless it was handed back", () => {
    const late = { now: day(20) };
    const subject = open("manager_scoring");
    expect(refused(manager, subject, "manager.write", late)?.code).toBe("window_closed");
    const returned = { ...subject, returned: true };
    expect(refused(manager, returned, "manager.write", late)).toBeNull();
  });

  it("by the version before the window, and without what stands while it is shut", () => {
    const both = { version: 6, now: day(20) };
    const stale = refused(manager, open("manager_scoring"), "manager.write", both);
    expect(stale).toEqual({ ok: false, code: "stale" });
  });

  it.each([
    ["the employee", self, "manager_scoring", "self.take_back"],
    ["the manager", manager, "second_level", "manager.take_back"],
  ] as const)(
    "to %s who takes a sheet back whatever the version: the work compares it",
    (...row) => {
      const [, actor, state, verb] = row;
      expect(refused(actor, open(state), verb, { version: 6 })).toBeNull();
      expect(refused(actor, open(state), verb)).toBeNull();
    },
  );
});

describe("a move", () => {
  const now = day(15);

  it("forward says where it stands, since when, and that nobody handed it back", () => {
    expect(movedColumns("self_review", { to: "manager_scoring", notes: null }, now)).toEqual({
      ...{ state: "manager_scoring", stateSince: now, returnedFrom: null },
    });
  });

  it.each([
    ["approval", "interview", "finalAt"],
    ["interview", "published", "publishedAt"],
  ] as const)("from %s to %s keeps %s", (from, to, stamp) => {
    expect(movedColumns(from, { to, notes: null }, now)).toEqual({
      ...{ state: to, stateSince: now, returnedFrom: null, [stamp]: now },
    });
  });

  it("back says from where, and keeps no instant", () => {
    expect(movedColumns("hr_audit", { to: "manager_scoring", notes: [] }, now)).toEqual({
      ...{ state: "manager_scoring", stateSince: now, returnedFrom: "hr_audit" },
    });
    expect(movedColumns("published", { to: "interview", notes: [] }, now)).toEqual({
      ...{ state: "interview", stateSince: now, returnedFrom: "published" },
    });
  });
});
