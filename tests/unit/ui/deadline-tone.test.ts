import { describe, expect, it } from "vitest";
import { deadlineState } from "@/components/ui/feedback/deadline-tone";

const zone = "Asia/Shanghai";
const due = new Date("2026-11-24T10:00:00Z");
const at = (now: string) => deadlineState(due, new Date(now), zone);

describe("deadlineState", () => {
  it.each([
    ["2026-11-20T02:00:00Z", { kind: "left", days: 4, tone: "calm" }],
    ["2026-11-21T02:00:00Z", { kind: "left", days: 3, tone: "soon" }],
    ["2026-11-22T02:00:00Z", { kind: "left", days: 2, tone: "soon" }],
    ["2026-11-23T02:00:00Z", { kind: "tomorrow", tone: "near" }],
    ["2026-11-24T02:00:00Z", { kind: "today", tone: "near" }],
    ["2026-11-24T10:00:00Z", { kind: "over", tone: "over" }],
    ["2026-11-26T02:00:00Z", { kind: "late", days: 2, tone: "over" }],
  ])("at %s", (now, state) => {
    expect(at(now)).toEqual(state);
  });

  it("counts days by the calendar of the zone, not of the machine", () => {
    // 00:30 on the 24th in Shanghai is still the 23rd in UTC.
    expect(at("2026-11-23T16:30:00Z").kind).toBe("today");
  });
});
