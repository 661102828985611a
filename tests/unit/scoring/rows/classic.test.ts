import { describe, expect, test } from "vitest";
import { compositeOf, quadrantOf, sampleSize, seatsOf, yearOf } from "@/lib/scoring";
import { policy } from "../support";
import {
  bandRanges,
  brought,
  broughtByValue,
  justified,
  quarters,
  referred,
  routed,
  scoreOfPartly,
} from "./support";

const classic = policy("classic");
const audit = "HR audit (a row of the manual, on by default)";

describe("domain §4, column classic", () => {
  test("classic · step: 0.5", () => {
    expect(classic.stepHalfPoints).toBe(1);
    expect(scoreOfPartly(classic)).toBe("2.5");
  });

  test("classic · written justification by the manager: exactly 0, exactly 0.5, or ≥ 4", () => {
    expect(justified(classic)).toEqual(["0", "0.5", "4", "4.5", "5"]);
  });

  test("classic · deduction: –", () => {
    expect(classic.requireDeductionInInterview).toBe(false);
  });

  test("classic · in doubt: –", () => {
    expect(classic.referWhenInDoubt).toBeUndefined();
    expect(referred(classic)).toEqual([]);
  });

  test("classic · bands on the six-value total (max 30): 优秀 27–30, 良好 23–26, 合格 19–22, 不合格 0–18; half totals fall to the band whose lower bound they reach", () => {
    expect(classic.bands.map(({ name }) => name.zh)).toEqual(["优秀", "良好", "合格", "不合格"]);
    expect(bandRanges(classic)).toEqual([
      "excellent 27–30",
      "good 23–26.5",
      "pass 19–22.5",
      "fail 0–18.5",
    ]);
  });

  test("classic · consequence of the lowest band: no performance rating, whole bonus withheld", () => {
    expect(brought(classic, 36)).toEqual([
      "no-performance-rating by band",
      "bonus-withheld by band",
    ]);
    expect(brought(classic, 48)).toEqual([]);
    expect(classic.consequences.some(({ dated }) => dated)).toBe(false);
  });

  test("classic · consequence of a single value: any value < 1: no performance rating, whole bonus withheld", () => {
    const both = ["no-performance-rating by integrity", "bonus-withheld by integrity"];
    expect(broughtByValue(classic, 0)).toEqual(both);
    expect(broughtByValue(classic, 1)).toEqual(both);
    expect(broughtByValue(classic, 2)).toEqual([]);
  });

  test("classic · pass or better: no effect on the composite, but directions for improvement are named", () => {
    expect(classic.directionsFromBand).toBe("pass");
    expect(brought(classic, 40)).toEqual([]);
  });

  test("classic · weight of values: 50 % of the composite", () => {
    expect([classic.composite?.valuesPercent, classic.promotion]).toEqual([50, undefined]);
    const rule = classic.composite;
    if (!rule) throw new Error("no composite");
    const values = { total: 48, maxTotal: 60, rating: null };
    expect(compositeOf(rule, values, { points: 9000, max: 10000 }).hundredths).toBe(8500);
  });

  test(`classic · ${audit}: ≤ 1 and ≥ 4 verified, 1.5 – 3.5 sampled, 5 with the customer's view and approved`, () => {
    expect(routed(classic, "verify")).toEqual(["0", "0.5", "1", "4", "4.5", "5"]);
    expect(routed(classic, "sample")).toEqual(["1.5", "2", "2.5", "3", "3.5"]);
    expect(routed(classic, "beneficiaryView")).toEqual(["5"]);
    expect(routed(classic, "approve")).toEqual(["5"]);
    expect(sampleSize(11, classic.audit.sample?.percent ?? 0)).toBe(3);
  });

  test("classic · returned cases: with the manual's reasons, since HR audits", () => {
    expect(classic.returnReasons).toEqual(["unsupported", "mismatched", "insufficient"]);
  });

  test("classic · managers: –", () => {
    expect(classic.markManagers).toBeUndefined();
  });

  test("classic · year: average of quarters", () => {
    const rule = classic.year;
    if (!rule) throw new Error("no year");
    const year = yearOf(quarters(40, 41, 43), rule, classic);
    expect(year.total?.average).toEqual({ numerator: 124, denominator: 3 });
    expect(year.trend).toBeNull();
    expect(rule.settledBySecondLevelAndHr).toBe(false);
  });
});

describe("domain §5 under classic", () => {
  test("the four quadrants: rabbit and wild dog", () => {
    const rule = classic.quadrants;
    if (!rule) throw new Error("no quadrants");
    const at = (total: number, points: number) =>
      quadrantOf(rule, { total, maxTotal: 60 }, { points, max: 10000 }).quadrant;
    expect([at(50, 9000), at(50, 3000), at(20, 9000), at(20, 3000)]).toEqual([
      "star",
      "rabbit",
      "wild-dog",
      "neither",
    ]);
  });

  test("20/70/10 as guidance: it warns and does not block", () => {
    const rule = classic.distribution;
    expect(rule?.enforce).toBe("warn");
    expect(seatsOf(100, rule?.shares ?? []).map(({ seats }) => seats)).toEqual([20, 70, 10]);
  });
});
