import { describe, expect, it } from "vitest";
import { stages } from "@/lib/appraisal/stages";
import {
  extensionFault,
  isShortPause,
  movedWith,
  onWeekend,
  overdueOf,
  proposedJoinedAfter,
  proposedWindows,
  scheduleFrom,
  toWindows,
  windowFaults,
} from "@/lib/cycle/rules/windows";
import { addDays } from "@/lib/i18n/zone";

const zone = "Asia/Shanghai";
const now = new Date("2026-11-21T02:00:00Z");
const at = (text: string) => new Date(text);

describe("a pause", () => {
  it("of less than a day moves nothing by itself", () => {
    expect(isShortPause(at("2026-11-20T02:00:01Z"), now)).toBe(true);
    expect(isShortPause(at("2026-11-20T02:00:00Z"), now)).toBe(false);
  });

  it("may move a date to a weekend of the company's calendar", () => {
    expect(onWeekend(at("2026-11-20T15:59:00Z"), zone)).toBe(false);
    expect(onWeekend(at("2026-11-20T16:00:00Z"), zone)).toBe(true);
    expect(onWeekend(at("2026-11-22T16:00:00Z"), zone)).toBe(false);
  });
});

describe("proposed windows", () => {
  it("never fall on a weekend, run in order, close at 18:00 and hold against the rules", () => {
    for (let day = 0; day < 120; day += 1) {
      const start = new Date(now.getTime() + day * 86_400_000);
      const drafts = proposedWindows({ year: 2026, quarter: 4 }, start, zone);
      expect(drafts.map(({ stage }) => stage)).toEqual(stages);
      for (const { closesAt } of drafts) {
        expect(closesAt.slice(11)).toBe("18:00");
        expect([0, 6]).not.toContain(new Date(`${closesAt.slice(0, 10)}T00:00:00Z`).getUTCDay());
      }
      expect(windowFaults(toWindows(drafts, zone), start)).toEqual({});
    }
  });

  it("begin today late in the quarter, and in its last month when it lies ahead", () => {
    const [running] = proposedWindows({ year: 2026, quarter: 4 }, at("2026-12-20T02:00:00Z"), zone);
    expect(running?.opensAt).toBe("2026-12-20T09:00");
    const [ahead] = proposedWindows({ year: 2027, quarter: 1 }, now, zone);
    expect(ahead?.opensAt).toBe("2027-03-01T09:00");
    expect(proposedJoinedAfter({ year: 2026, quarter: 4 })).toBe("2026-11-30");
  });
});

describe("a schedule from one day", () => {
  it("is seven windows in order, whatever the day and the pace", () => {
    for (let day = 0; day < 14; day += 1) {
      const first = addDays("2026-11-21", day);
      for (const pace of ["together", "in_turn"] as const) {
        const drafts = scheduleFrom(first, pace);
        expect(drafts.map(({ stage }) => stage)).toEqual(stages);
        expect(drafts[0]?.opensAt).toBe(`${first}T09:00`);
        expect(windowFaults(toWindows(drafts, zone), now)).toEqual({});
      }
    }
  });

  it("opens each stage after the one before has closed, or all with the first", () => {
    const opens = (pace: "together" | "in_turn") =>
      scheduleFrom("2026-12-01", pace).map(({ opensAt }) => opensAt.slice(5, 10));
    expect(opens("together")).toEqual(Array(7).fill("12-01"));
    expect(opens("in_turn").slice(0, 3)).toEqual(["12-01", "12-09", "12-17"]);
  });

  it("says which two stages are out of order", () => {
    const drafts = scheduleFrom("2026-12-01", "in_turn").map((window) =>
      window.stage === "second_level" ? { ...window, opensAt: "2026-12-02T09:00" } : window,
    );
    expect(windowFaults(toWindows(drafts, zone), now)).toEqual({
      "windows.2.opensAt": {
        code: "before_previous_stage",
        data: { stage: "second_level", previous: "manager_scoring" },
      },
    });
  });
});

const windows = stages.map((stage, index) => ({
  stage,
  opensAt: at("2026-11-20T01:00:00Z"),
  closesAt: at(`${addDays("2026-11-25", index * 3)}T10:00:00Z`),
}));

describe("extending a window", () => {
  const fault = (stage: (typeof stages)[number], to: string, when = now) =>
    extensionFault(windows, stage, at(to), when)?.code ?? null;

  it("goes later, as far as the next stage, and never into the past", () => {
    expect(fault("self_review", "2026-11-26T10:00:00Z")).toBeNull();
    expect(fault("self_review", "2026-11-28T10:00:00Z")).toBeNull();
    expect(fault("self_review", "2026-11-28T10:00:01Z")).toBe("after_next_stage");
    expect(fault("self_review", "2026-11-25T10:00:00Z")).toBe("not_later");
    expect(fault("self_review", "2026-11-26T10:00:00Z", at("2026-11-27T00:00:00Z"))).toBe(
      "deadline_past",
    );
    expect(fault("result", "2027-06-01T10:00:00Z")).toBeNull();
    expect(extensionFault([], "result", now, now)?.code).toBe("invalid_input");
  });

  it("goes past the next stage when those after it move, too", () => {
    const to = at("2026-12-20T10:00:00Z");
    expect(extensionFault(windows, "self_review", to, now, true)).toBeNull();
    expect(extensionFault(windows, "self_review", now, now, true)?.code).toBe("not_later");
  });

  it("moves them by days of the company's clock, across summer time, and none before it", () => {
    const own = windows.find(({ stage }) => stage === "interview");
    const result = windows.find(({ stage }) => stage === "result");
    if (own === undefined || result === undefined) throw new Error("no window");
    const later = (days: number) => new Date(own.closesAt.getTime() + days * 86_400_000);
    expect(movedWith(windows, "interview", later(3), zone)).toEqual([
      {
        stage: "result",
        from: result.closesAt,
        to: new Date(result.closesAt.getTime() + 3 * 86_400_000),
      },
    ]);
    expect(movedWith(windows, "result", later(3), zone)).toEqual([]);
    // Clocks in Berlin go forward on 28 March 2027 at 02:00.
    const spring = [
      { stage: "interview" as const, opensAt: now, closesAt: at("2027-03-26T17:00:00Z") },
      { stage: "result" as const, opensAt: now, closesAt: at("2027-03-27T17:00:00Z") },
    ];
    const [moved] = movedWith(spring, "interview", at("2027-03-27T17:00:00Z"), "Europe/Berlin");
    expect(moved?.to.toISOString()).toBe("2027-03-28T16:00:00.000Z");
  });
});

describe("what is overdue", () => {
  const cycle = { windows, closedAt: null, paused: null };
  const stage = { state: "self_review" as const, count: 5, returned: 2, longestDays: 9 };

  it("counts as overdue who waits at a closed window, but not who mends a return", () => {
    expect(overdueOf(stage, cycle, at("2026-11-25T09:59:59Z"))).toBe(0);
    expect(overdueOf(stage, cycle, at("2026-11-25T10:00:00Z"))).toBe(3);
    const done = { ...stage, state: "acknowledged" as const };
    expect(overdueOf(done, cycle, at("2027-11-25T10:00:00Z"))).toBe(0);
  });

  it("counts nobody while nobody may write", () => {
    const late = at("2027-11-25T10:00:00Z");
    expect(overdueOf(stage, { ...cycle, closedAt: late }, late)).toBe(0);
    expect(overdueOf(stage, { ...cycle, paused: { since: late, reason: "停电" } }, late)).toBe(0);
  });
});
