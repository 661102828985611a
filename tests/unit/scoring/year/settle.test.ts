import { describe, expect, test } from "vitest";
import { fraction, renderSettlement, settleYear, yearOf, type SettledScore } from "@/lib/scoring";
import { absent, classic, closed, exactRule, halfRule } from "./support";

const three = [closed(1, 21.5), closed(2, 23), closed(3, 19)];
const exact = yearOf(three, exactRule, classic);
const half = yearOf(three, halfRule, classic);
const none = yearOf([absent(1, "exempt")], halfRule, classic);

function settled(year: typeof exact, score: SettledScore, reason?: string) {
  const outcome = settleYear(year, classic, score, reason);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome;
}

describe("settling the annual score (2006 manual: settled by one over one plus HR)", () => {
  test("as proposed, no reason is asked for, also between half-points", () => {
    expect(settled(exact, "as-proposed")).toEqual({
      ok: true,
      score: fraction(127, 3),
      max: 60,
      proposed: fraction(127, 3),
      difference: fraction(0),
      reason: null,
      band: { ...classic.bands[2], lowest: false },
    });
    expect(settled(half, "as-proposed").score).toEqual(fraction(42));
  });

  test("the proposal as a figure is no difference", () => {
    expect(settled(half, 42).difference).toEqual(fraction(0));
  });

  test("another score with its reason", () => {
    const outcome = settled(exact, 46, "  第四季度补上了  ");
    expect(outcome.score).toEqual(fraction(46));
    expect(outcome.difference).toEqual(fraction(11, 3));
    expect(outcome.reason).toBe("第四季度补上了");
    expect(outcome.band.key).toBe("good");
  });

  test("a lower score: the difference is below 0", () => {
    expect(settled(half, 41, "words").difference).toEqual(fraction(-1));
  });

  test("a reason may be given although none is asked for", () => {
    expect(settled(half, 42, "see the minutes").reason).toBe("see the minutes");
  });

  test.each([
    [0, "fail"],
    [37, "fail"],
    [38, "pass"],
    [60, "excellent"],
  ])("bounds are in reach and the band is that of the settled score: %d → %s", (score, band) => {
    expect(settled(half, score, "words").band.key).toBe(band);
  });

  test.each<[SettledScore, string, string]>([
    [43, "", "reason-required"],
    [43, " \n\t ", "reason-required"],
    [41, "", "reason-required"],
    [61, "words", "out-of-range"],
    [60.5, "words", "out-of-range"],
    [-1, "words", "out-of-range"],
    [-0.5, "words", "out-of-range"],
    [Number.POSITIVE_INFINITY, "words", "out-of-range"],
    [Number.NEGATIVE_INFINITY, "words", "out-of-range"],
    [42.5, "words", "not-by-halves"],
    [Number.NaN, "words", "not-by-halves"],
    [61, "", "out-of-range"],
    [42.5, "", "not-by-halves"],
  ])("%s with reason %j: %s", (score, reason, refusal) => {
    expect(settleYear(half, classic, score, reason)).toEqual({ ok: false, refusal });
  });

  test("without an average even its nearest half needs a reason", () => {
    expect(settleYear(exact, classic, 42)).toEqual({ ok: false, refusal: "reason-required" });
  });

  test("a year without a closed quarter has nothing to settle", () => {
    const refusal = { ok: false, refusal: "nothing-to-settle" };
    expect(settleYear(none, classic, "as-proposed")).toEqual(refusal);
    expect(settleYear(none, classic, 40, "words")).toEqual(refusal);
  });
});

describe("a settlement in words", () => {
  test("as proposed", () => {
    expect(renderSettlement(settled(half, 42), "zh")).toEqual(["年度分按建议定为 21。"]);
    expect(renderSettlement(settled(half, "as-proposed"), "en")).toEqual([
      "The annual score is settled at 21, as proposed.",
    ]);
  });

  test("otherwise, with the reason", () => {
    const outcome = settled(exact, 45, "the fourth quarter was on leave");
    expect(renderSettlement(outcome, "zh")).toEqual([
      "年度分定为 22.5，建议分是 21.17（四舍五入到百分位）。",
      "理由：the fourth quarter was on leave",
    ]);
    expect(renderSettlement(outcome, "en")).toEqual([
      "The annual score is settled at 22.5; 21.17 (rounded half up to hundredths) was proposed.",
      "Reason: the fourth quarter was on leave",
    ]);
  });
});
