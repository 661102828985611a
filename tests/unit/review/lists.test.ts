import { describe, expect, it } from "vitest";
import { formatCursor, parseCursor } from "@/lib/db/cursor";
import { daysBefore } from "@/lib/hr-audit/rules";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import {
  defaultFrameworkKey,
  defaultPolicyKey,
  frameworkPresets,
  policyPresets,
} from "@/lib/presets";
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
    const odd = { kind: "best", department: "x", after: ["a"], stuck: 3, units: "1" };
    expect(auditFilterSchema.parse(odd)).toEqual({
      cycle: undefined,
      kind: "all",
      department: undefined,
      after: undefined,
      stuck: undefined,
      units: undefined,
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
  const framework = frameworkPresets.find(({ key }) => key === defaultFrameworkKey);
  const policy = policyPresets.find(({ key }) => key === defaultPolicyKey);
  const [value] = framework?.values ?? [];

  it.each([
    [null, null],
    [0, "verify"],
    [2, "verify"],
    [3, null],
    [7, null],
    [8, "verify"],
    [9, "verify"],
    [10, "five"],
  ])("%s half-points: %s", (score, flag) => {
    if (value === undefined || policy === undefined) throw new Error("missing preset");
    expect(flagOf({ policy }, value, score)).toBe(flag);
  });
});
