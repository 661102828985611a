import { describe, expect, it } from "vitest";
import { stages } from "@/lib/appraisal/stages";
import type { StageWindow } from "@/lib/appraisal/types";
import { windowsAgain } from "@/lib/reopening/rules";

const zone = "Asia/Shanghai";
// A Monday, 14:00 in Shanghai.
const now = new Date("2026-11-30T06:00:00Z");
const past = {
  opensAt: new Date("2026-10-01T01:00:00Z"),
  closesAt: new Date("2026-10-09T10:00:00Z"),
};
const windows = stages.map((stage): StageWindow => ({ stage, ...past }));
const closes = (given: readonly StageWindow[], to: Parameters<typeof windowsAgain>[1]) =>
  windowsAgain(given, to, now, zone).map(
    ({ stage, closesAt }) => `${stage} ${closesAt.toISOString().slice(0, 16)}`,
  );

describe("the windows of a sheet that goes its way again", () => {
  it("last their usual days one after the other, never to a week-end, from where it is given back to", () => {
    expect(closes(windows, "manager_scoring")).toEqual([
      "manager_scoring 2026-12-07T10:00",
      "second_level 2026-12-10T10:00",
      "hr_audit 2026-12-14T10:00",
      "approval 2026-12-16T10:00",
      "interview 2026-12-21T10:00",
      "result 2026-12-28T10:00",
    ]);
    expect(closes(windows, "self_review")[0]).toBe("self_review 2026-12-07T10:00");
  });

  it("last as long as they did where that is later, and count on from the usual day", () => {
    const late = new Date("2027-02-01T10:00:00Z");
    const longer = windows.map((one) =>
      one.stage === "second_level" ? { ...one, closesAt: late } : one,
    );
    expect(closes(longer, "second_level").slice(0, 2)).toEqual([
      "second_level 2027-02-01T10:00",
      "hr_audit 2026-12-07T10:00",
    ]);
  });

  it("are open at once: those that were to open later, too", () => {
    const future = { opensAt: new Date("2027-01-01T01:00:00Z"), closesAt: now };
    const given = windows.map((one) => (one.stage === "approval" ? { ...one, ...future } : one));
    const opened = windowsAgain(given, "hr_audit", now, zone).map(({ opensAt }) => opensAt);
    expect(opened).toEqual([past.opensAt, now, past.opensAt, past.opensAt]);
  });

  it("are not made where the cycle has none, whose days count all the same", () => {
    const without = windows.filter(({ stage }) => stage !== "second_level");
    expect(closes(without, "second_level")[0]).toBe("hr_audit 2026-12-07T10:00");
  });
});
