import { describe, expect, test } from "vitest";
import { fraction, yearOf, type YearQuarter } from "@/lib/scoring";
import { absent, classic, closed, exactRule } from "./support";

const trendOf = (...quarters: YearQuarter[]) => yearOf(quarters, exactRule, classic).trend;
const four = (...points: number[]) => trendOf(...points.map((each, i) => closed(i + 1, each)));

describe("the trend (2006 manual: “the trend of improvement”; the measure is ours)", () => {
  test("four quarters: weights −3, −1, 1, 3 over 10", () => {
    const trend = four(21.5, 23, 19, 25);
    expect(trend?.weights).toEqual([
      { quarter: 1, weight: -3 },
      { quarter: 2, weight: -1 },
      { quarter: 3, weight: 1 },
      { quarter: 4, weight: 3 },
    ]);
    expect(trend?.divisor).toBe(10);
    // (−129 − 46 + 38 + 150) ÷ 10 half-points
    expect(trend?.slope).toEqual(fraction(13, 10));
    expect(trend?.threshold).toEqual(fraction(1));
    expect(trend?.direction).toBe("improving");
  });

  test("three quarters in a row: the last less the first, over 2", () => {
    const trend = trendOf(closed(2, 20), closed(3, 29), closed(4, 21));
    expect(trend?.weights.map(({ weight }) => weight)).toEqual([-1, 0, 1]);
    expect(trend?.divisor).toBe(2);
    expect(trend?.slope).toEqual(fraction(1));
  });

  test("a gap keeps its place: the quarters' own numbers count", () => {
    const trend = trendOf(closed(1, 20), closed(2, 20), closed(4, 20));
    expect(trend?.weights).toEqual([
      { quarter: 1, weight: -4 },
      { quarter: 2, weight: -1 },
      { quarter: 4, weight: 5 },
    ]);
    expect(trend?.divisor).toBe(14);
    const line = trendOf(closed(1, 20), closed(3, 22), closed(4, 23));
    expect(line?.slope).toEqual(fraction(2));
  });

  test.each([
    [[20, 20.5, 21, 21.5], "improving", "half a point a quarter, the bound itself"],
    [[20, 20, 20.5, 21.5], "improving", "5 ÷ 10 of a point, the bound itself"],
    [[20, 20, 20, 21.5], "steady", "4.5 ÷ 10"],
    [[20, 20, 20, 20], "steady", "nothing moves"],
    [[21.5, 20, 20, 20], "steady", "−4.5 ÷ 10"],
    [[21.5, 20.5, 20, 20], "falling", "−5 ÷ 10, the bound itself"],
    [[25, 20, 20, 25], "steady", "down and up again"],
    [[0, 30, 0, 30], "improving", "up on the whole"],
    [[30, 0, 30, 0], "falling", "down on the whole"],
  ])("%j: %s, %s", (points, direction) => {
    expect(four(...points)?.direction).toBe(direction);
  });

  test("the bound scales with the maximum", () => {
    // a seventh of a point on 7 is more than 7 ÷ 60
    const small = [closed(1, 3, 7), closed(2, 3, 7), closed(3, 3.5, 7)];
    expect(trendOf(...small)?.direction).toBe("improving");
    expect(trendOf(...small)?.threshold).toEqual(fraction(7, 30));
    const large = [closed(1, 30, 45), closed(2, 30, 45), closed(3, 31, 45)];
    expect(trendOf(...large)?.direction).toBe("steady");
  });

  test("converted quarters compare by their share", () => {
    const trend = trendOf(closed(1, 30, 45), closed(2, 20), closed(3, 20));
    expect(trend?.slope).toEqual(fraction(0));
    expect(trend?.direction).toBe("steady");
  });

  test("two quarters are no trend, and the result says why", () => {
    const year = yearOf([closed(1, 10), closed(2, 30)], exactRule, classic);
    expect(year.trend).toBeNull();
    expect(year.noTrend).toBe("few-quarters");
  });

  test("absent quarters do not make three", () => {
    expect(trendOf(closed(1, 10), closed(2, 30), absent(3, "exempt"))).toBeNull();
  });

  test("a policy that does not ask gets none", () => {
    const quarters = [closed(1, 10), closed(2, 20), closed(3, 30)];
    const year = yearOf(quarters, { ...exactRule, trend: false }, classic);
    expect(year.trend).toBeNull();
    expect(year.noTrend).toBe("not-asked");
    expect(yearOf(quarters, exactRule, classic).noTrend).toBeNull();
    const none = yearOf([absent(1, "open")], { ...exactRule, trend: false }, classic);
    expect(none.noTrend).toBe("not-asked");
  });
});
