import { describe, expect, it } from "vitest";
import { directionsFrom, talkingPoints, type ScoredValue } from "@/lib/interview/rules/talk";
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
    gated: true,
    maxHalfPoints,
    scores: { self: manager, manager },
    waysUp: [],
    explanations: {
      self: { score: manager, soFar: manager, gated: true, parts: [], cases: [] },
      manager: { score: manager, soFar: manager, gated: true, parts: [], cases: [] },
    },
    justification: "",
    grounds: [],
    rungs: [],
  });
  const keys = (points: readonly { readonly key: string }[]) => points.map(({ key }) => key);

  it("is said against 3 of 5 where the policy draws no line, for other ladders in proportion", () => {
    const values = [
      value("short", 5, 10),
      value("usual", 6, 10),
      value("good", 7, 10),
      value("two of four", 4, 8),
    ];
    const points = talkingPoints(values, preset("classic"));
    expect(keys(points.good)).toEqual(["good"]);
    expect(keys(points.short)).toEqual(["two of four", "short"]);
  });

  it("is said against the policy's pass line where it draws one", () => {
    const policy = { ...preset("51cto"), passLine: 8 };
    const values = [value("a", 7, 10), value("b", 8, 10), value("c", 9, 10)];
    const points = talkingPoints(values, policy);
    expect(keys(points.good)).toEqual(["c"]);
    expect(keys(points.short)).toEqual(["a"]);
  });

  it("begins with the best of what is usual, never with a shortfall", () => {
    const usual = talkingPoints([value("a", 6, 10), value("b", 4, 10)], preset("classic"));
    expect([keys(usual.good), keys(usual.short)]).toEqual([["a"], ["b"]]);
    const none = talkingPoints([value("b", 4, 10)], preset("classic"));
    expect([keys(none.good), keys(none.short)]).toEqual([[], ["b"]]);
  });

  describe("of a value that is no ladder", () => {
    const rules = (grant: "presumed" | "evidenced", met: number, of: number): ScoredValue => ({
      ...value("rules", met * 2, of * 2),
      gated: false,
      rungs: Array.from({ length: of }, (_, index) => ({
        point: index + 1,
        statement: { zh: "规则", en: "rule" },
        meaning: { zh: "规则", en: "rule" },
        supports: [],
        breaks: [],
        grant,
        reach: index < met ? ("passed" as const) : ("gate" as const),
        verdicts: {
          self: "met" as const,
          manager: index < met ? ("met" as const) : ("unmet" as const),
        },
        cases: [],
        former: [],
      })),
    });
    const said = (rule: ScoredValue) => {
      const { good, short } = talkingPoints([rule], preset("checklist"));
      return [good.length, short.length];
    };

    it("every broken rule falls short: 5 of 7 is “To improve”, 6 of 7 still lacks one", () => {
      expect(said(rules("presumed", 5, 7))).toEqual([0, 1]);
      expect(said(rules("presumed", 6, 7))).toEqual([0, 1]);
      expect(said(rules("presumed", 7, 7))).toEqual([1, 0]);
    });

    it("on evidence it goes by the policy's own bands", () => {
      expect(said(rules("evidenced", 7, 7))).toEqual([1, 0]);
      expect(said(rules("evidenced", 1, 7))).toEqual([0, 1]);
    });
  });
});
