import { describe, expect, it } from "vitest";
import { formatCursor, parseCursor } from "@/lib/db/cursor";
import { daysBefore } from "@/lib/hr-audit/rules";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { flagOf } from "@/lib/second-level/rules";
import { reviewFilterSchema } from "@/lib/second-level/schema";
import { queueHref } from "@/components/hr-audit/href";

const id = "3f2b8c1e-9d4a-4b6f-8a10-5c7e2d9f0b31";

describe("a place in a list", () => {
  it("reads back what it wrote, to the millisecond", () => {
    const cursor = { at: new Date("2026-11-21T02:03:04.567Z"), id, position: 5 };
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
  });

  it.each([undefined, "", "1", `x_${id}_1`, `1_${id}`, `1_${id}_1; DROP`, `1_${id.slice(1)}_1`])(
    "is the beginning for %s",
    (text) => {
      expect(parseCursor(text)).toBeNull();
    },
  );

  it("counts days back over a change of the clocks", () => {
    const now = new Date("2026-10-26T00:00:00Z");
    expect(daysBefore(now, 7).toISOString()).toBe("2026-10-19T00:00:00.000Z");
  });
});

describe("the address of a list", () => {
  it("is read leniently: whatever is not ours is not said", () => {
    const odd = { kind: "best", department: "x", after: ["a"], stuck: 3, units: "-1" };
    expect(auditFilterSchema.parse(odd)).toEqual({
      cycle: undefined,
      kind: "all",
      department: undefined,
      after: undefined,
      stuck: undefined,
      units: 0,
    });
    expect(reviewFilterSchema.parse({ after: "1 OR 1=1" })).toEqual({ after: undefined });
  });

  it("names ids only", () => {
    expect(queueHref({ kind: "all" })).toBe("/hr-audit#queue");
    expect(queueHref({ cycle: id, kind: "five", department: id })).toBe(
      `/hr-audit?cycle=${id}&kind=five&department=${id}#queue`,
    );
  });
});

describe("what a score will meet after the second level", () => {
  it.each([
    [null, false, null],
    ["low", false, "verify"],
    ["high", false, "verify"],
    ["sanction", false, "verify"],
    ["doubt", false, null],
    ["five", true, "five"],
    ["five", false, "five"],
    // Approval alone, without HR's look.
    [null, true, "five"],
  ] as const)("stored as %s, approval %s: %s", (reason, approval, flag) => {
    expect(flagOf({ reason, approval })).toBe(flag);
  });
});
