import { describe, expect, test } from "vitest";
import { compositeOf, settleYear, yearOf } from "@/lib/scoring";
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

const manual = policy("manual-2006");

describe("domain §4, column manual-2006", () => {
  test("manual-2006 · step: 0.5", () => {
    expect(manual.stepHalfPoints).toBe(1);
    expect(scoreOfPartly(manual)).toBe("2.5");
  });

  test("manual-2006 · written justification by the manager: ≤ 0.5 or ≥ 3", () => {
    expect(justified(manual)).toEqual(["0", "0.5", "3", "3.5", "4", "4.5", "5"]);
  });

  test("manual-2006 · deduction: the facts must be explained to the employee in person: recorded in the interview", () => {
    expect(manual.requireDeductionInInterview).toBe(true);
  });

  test("manual-2006 · in doubt: refer to one over one plus HR", () => {
    expect(referred(manual)).toEqual(["integrity"]);
  });

  test("manual-2006 · bands on the six-value total (max 30): ≥24, 20–24, 18–20, 15–18, 12–15, 10.5–12, <10.5; lower bounds inclusive", () => {
    expect(bandRanges(manual)).toEqual([
      "consistently-exceeds 24–30",
      "exceeds 20–23.5",
      "partly-exceeds 18–19.5",
      "meets 15–17.5",
      "needs-to-improve 12–14.5",
      "must-improve 10.5–11.5",
      "unacceptable 0–10",
    ]);
  });

  test("manual-2006 · ratings: 4.5 / 4 / 3.75 / 3.5 / 3.25 / 3 / 2.5", () => {
    expect(manual.bands.map(({ rating }) => rating)).toEqual([4.5, 4, 3.75, 3.5, 3.25, 3, 2.5]);
  });

  test("manual-2006 · 10.5 and the decimals are reconstructed: digits lost in the source", () => {
    const lost = (manual.assumed ?? []).filter(({ path }) => path.startsWith("/bands/"));
    expect(lost.every(({ note }) => note.zh.includes("还原"))).toBe(true);
    expect(lost.map(({ path }) => path).sort()).toEqual([
      "/bands/0/rating",
      "/bands/2/rating",
      "/bands/3/rating",
      "/bands/4/rating",
      "/bands/5/from",
      "/bands/6/rating",
    ]);
  });

  test("manual-2006 · consequence of the lowest band: written warning, improve by a date", () => {
    expect(brought(manual, 20)).toEqual(["written-warning by band", "improve-by-date by band"]);
    expect(brought(manual, 36)).toEqual([]);
    const dated = manual.consequences.filter((consequence) => consequence.dated);
    expect(dated.map(({ code }) => code)).toEqual(["improve-by-date"]);
  });

  test("manual-2006 · consequence of a single value: any value = 0: written warning, improve by a date", () => {
    expect(broughtByValue(manual, 0)).toEqual([
      "written-warning by integrity",
      "improve-by-date by integrity",
    ]);
    expect(broughtByValue(manual, 1)).toEqual([]);
  });

  test("manual-2006 · pass or better: –", () => {
    expect(manual.directionsFromBand).toBeUndefined();
  });

  test("manual-2006 · weight of values: 50 % in promotion", () => {
    expect([manual.promotion?.valuesPercent, manual.composite]).toEqual([50, undefined]);
    const rule = manual.promotion;
    if (!rule) throw new Error("no promotion");
    const values = { total: 48, maxTotal: 60, rating: 4.5 };
    expect(compositeOf(rule, values, { points: 350, max: 500 }).hundredths).toBe(400);
  });

  test("manual-2006 · HR audit: ≤ 1 and ≥ 4: every one verified and confirmed", () => {
    expect(routed(manual, "verify")).toEqual(["0", "0.5", "1", "4", "4.5", "5"]);
  });

  test("manual-2006 · HR audit: 2 – 3.5: sampled by manager; 1.5 follows the sampled rule", () => {
    expect(routed(manual, "sample")).toEqual(["1.5", "2", "2.5", "3", "3.5"]);
    expect(manual.audit.sample).toEqual({ percent: 20 });
    expect(manual.assumed?.map(({ path }) => path)).toContain("/audit/sample/percent");
  });

  test("manual-2006 · HR audit: 5: HR learns the view of who benefited and the division head approves", () => {
    expect(routed(manual, "beneficiaryView")).toEqual(["5"]);
    expect(routed(manual, "approve")).toEqual(["5"]);
  });

  test("manual-2006 · returned cases: 不支持 does not support the score, 不匹配 fits another rung or value, 不充分 too thin", () => {
    expect(manual.returnReasons).toEqual(["unsupported", "mismatched", "insufficient"]);
  });

  test("manual-2006 · managers: a manager who does not follow the rules, or cannot tell people apart, is marked in their own appraisal", () => {
    expect(manual.markManagers).toBe(true);
  });

  test("manual-2006 · year: average of the four quarters and the trend of improvement, settled by one over one plus HR", () => {
    const rule = manual.year;
    if (!rule) throw new Error("no year");
    const year = yearOf(quarters(30, 34, 38, 42), rule, manual);
    expect(year.total?.average).toEqual({ numerator: 36, denominator: 1 });
    expect(year.trend?.direction).toBe("improving");
    expect(rule.settledBySecondLevelAndHr).toBe(true);
    expect(settleYear(year, manual, 38, "")).toMatchObject({ ok: false });
    expect(settleYear(year, manual, 38, "四季稳步提高")).toMatchObject({ ok: true });
  });
});
