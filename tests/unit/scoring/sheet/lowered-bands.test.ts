import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bandOf,
  explainSheet,
  renderBand,
  renderConsequence,
  scoreSheet,
  type PolicyDocument,
} from "@/lib/scoring";
import { anyFramework, anyPolicy, anySheet } from "../proof/any";
import { factsAsked, framework, notationFor, scoresOnly, sheetOf } from "../support";

const six = framework("six-veins");
const classic = scoresOnly;
const floored = (floors: Readonly<Record<string, number>>): PolicyDocument => ({
  ...classic,
  bands: classic.bands.map((band) =>
    floors[band.key] === undefined ? band : { ...band, eachAtLeast: floors[band.key] },
  ),
});

function told(rules: PolicyDocument, notation: string, exceptions: Record<string, string>) {
  const result = scoreSheet(six, rules, sheetOf(six, notation, exceptions));
  const names = { framework: six, policy: rules };
  const explained = explainSheet(rules, result);
  return {
    band: result.band?.key,
    why: (["zh", "en"] as const).map((locale) => renderBand(explained, names, locale)),
    consequences: explained.consequences.map((one) => renderConsequence(one, names, "zh")),
  };
}

describe("a band set by a single value", () => {
  test("stands against any total, with the rule that set it", () => {
    expect(told(factsAsked, notationFor(10), { integrity: notationFor(1) })).toEqual({
      band: "fail",
      why: [
        "总分 25.5，达到“良好”的下限 23，未到“优秀”的下限 27；但诚信得 0.5，低于 1，按单项规则等第为“不合格”。",
        "The total 25.5 reaches 23, where “Good” begins, but not 27, where “Excellent” begins; but Integrity scores 0.5, below 1, so by the rule on single values the band is “Fail”.",
      ],
      consequences: ["诚信得 0.5，低于 1。", "诚信得 0.5，低于 1。"],
    });
  });

  test("never lifts: a total that earns a worse one keeps it", () => {
    const rules = {
      ...classic,
      singleValueRules: [{ equals: 0, consequences: [], setsBand: "pass" }],
    };
    expect(told(rules, notationFor(2), { integrity: notationFor(0) }).band).toBe("fail");
    expect(told(rules, notationFor(10), { integrity: notationFor(0) }).why[0]).toBe(
      "总分 25，达到“良好”的下限 23，未到“优秀”的下限 27；但诚信得 0，规则针对恰好 0 分，按单项规则等第为“合格”。",
    );
  });

  test("the worst that any value brings counts, and only its values are named", () => {
    const rules = {
      ...classic,
      singleValueRules: [
        { below: 6, consequences: [], setsBand: "pass" },
        { below: 2, consequences: [], setsBand: "fail" },
      ],
    };
    const { band, why } = told(rules, notationFor(10), {
      integrity: notationFor(1),
      passion: notationFor(4),
    });
    expect(band).toBe("fail");
    expect(why[0]).toContain("但诚信得 0.5，低于 1，按单项规则");
    expect(why[0]).not.toContain("激情");
  });
});

describe("a band that asks for a least score of every value", () => {
  const rules = floored({ excellent: 8, pass: 2 });

  test.each([
    [10, 10, "excellent"],
    [10, 8, "excellent"],
    [10, 7, "good"],
    [10, 1, "fail"],
    [8, 2, "pass"],
  ])("five values of %d and one of %d half-points: %s", (most, one, band) => {
    expect(told(rules, notationFor(most), { integrity: notationFor(one) }).band).toBe(band);
  });

  test("falls to the next worse band and says what was missed", () => {
    expect(told(rules, notationFor(10), { integrity: notationFor(7) }).why).toEqual([
      "总分 28.5，达到“优秀”的下限 27；但诚信得 3.5，低于 4，按单项规则等第为“良好”。",
      "The total 28.5 reaches 27, where “Excellent” begins; but Integrity scores 3.5, below 4, so by the rule on single values the band is “Good”.",
    ]);
  });

  test("holds for the better bands as well: a floor below cannot be jumped over", () => {
    const only = floored({ pass: 2 });
    expect(told(only, notationFor(10), { integrity: notationFor(1) }).band).toBe("fail");
  });

  test("the lowest band's consequences rest on the value that led there", () => {
    const bare = { ...floored({ pass: 2 }), singleValueRules: [] };
    const { consequences } = told(bare, notationFor(10), { integrity: notationFor(1) });
    expect(consequences).toEqual(["诚信得 0.5，低于 1。", "诚信得 0.5，低于 1。"]);
  });
});

test("whatever is judged: the band is the total's or a worse one, and then says by which values", () => {
  fc.assert(
    fc.property(anyFramework, anyPolicy, anySheet, (made, rules, values) => {
      const { band, total, maxTotal } = scoreSheet(made, rules, values);
      if (band === null || total === null) return;
      const place = (key: string) => rules.bands.findIndex((one) => one.key === key);
      const earned = bandOf(rules, total, maxTotal);
      const { lowered } = band;
      expect(lowered?.from ?? band.key).toBe(earned.key);
      expect(band.lowest).toBe(place(band.key) === rules.bands.length - 1);
      if (lowered === undefined) return;
      expect(place(band.key)).toBeGreaterThan(place(earned.key));
      expect(lowered.by.length).toBeGreaterThan(0);
      expect(lowered.by.every((limit) => limit.band === band.key)).toBe(true);
    }),
  );
});
