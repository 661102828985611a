import { describe, expect, it } from "vitest";
import { directionsFrom, talkingPoints, type ScoredValue } from "@/lib/interview/rules";
import { policyPresets } from "@/lib/presets";
import { bandOf, type PolicyDocument } from "@/lib/scoring";

function preset(key: string): PolicyDocument {
  const found = policyPresets.find((policy) => policy.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

describe("directions for improvement", () => {
  const classic = preset("classic");
  const asked = (total: number) => directionsFrom(classic, bandOf(classic, total, 60))?.en ?? null;

  it("are asked for from pass up (classic: pass or better names directions)", () => {
    expect([60, 54, 46, 38].map(asked)).toEqual(["Pass", "Pass", "Pass", "Pass"]);
    expect([37, 0].map(asked)).toEqual([null, null]);
  });

  it("are not asked for where the policy has no such row, nor without a band", () => {
    const manual = preset("manual-2006");
    expect(directionsFrom(manual, bandOf(manual, 60, 60))).toBeNull();
    expect(directionsFrom(classic, null)).toBeNull();
  });
});

describe("what was good and what fell short", () => {
  const value = (key: string, manager: number, maxHalfPoints: number): ScoredValue => ({
    key,
    name: { zh: key, en: key },
    gated: maxHalfPoints === 10,
    maxHalfPoints,
    scores: { self: manager, manager },
    explanations: {
      self: { score: manager, soFar: manager, gated: true, parts: [], cases: [] },
      manager: { score: manager, soFar: manager, gated: true, parts: [], cases: [] },
    },
    justification: "",
    rungs: [],
  });
  const keys = (points: readonly { readonly key: string }[]) => points.map(({ key }) => key);

  it("is told against 3 of 5 where the policy draws no line, for other maxima in proportion", () => {
    const points = talkingPoints([
      value("short", 5, 10),
      value("usual", 6, 10),
      value("good", 7, 10),
      value("four of seven", 8, 14),
      value("five of seven", 10, 14),
    ]);
    expect(keys(points.good)).toEqual(["five of seven", "good"]);
    expect(keys(points.short)).toEqual(["short", "four of seven"]);
  });

  it("is told against the policy's pass line where it draws one", () => {
    const points = talkingPoints([value("a", 7, 10), value("b", 8, 10), value("c", 9, 10)], 8);
    expect(keys(points.good)).toEqual(["c"]);
    expect(keys(points.short)).toEqual(["a"]);
  });
});
