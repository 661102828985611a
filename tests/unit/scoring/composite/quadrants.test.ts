import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fraction, quadrantOf, renderQuadrant, type QuadrantRule } from "@/lib/scoring";

const rule: QuadrantRule = { valuesFrom: 70, performanceFrom: 80 };
const values = (points: number | null, maxPoints = 30) => ({
  total: points === null ? null : points * 2,
  maxTotal: maxPoints * 2,
});
const performance = (points: number, max = 100) => ({ points: points * 100, max: max * 100 });

describe("domain §5: the four quadrants", () => {
  test.each([
    [21, 80, "star"],
    [20.5, 80, "wild-dog"],
    [21, 79.99, "rabbit"],
    [20.5, 79.99, "neither"],
    [30, 100, "star"],
    [0, 0, "neither"],
    [30, 0, "rabbit"],
    [0, 100, "wild-dog"],
  ])("values %d of 30, results %d of 100: %s", (points, result, expected) => {
    const got = quadrantOf(rule, values(points), {
      points: Math.round(result * 100),
      max: 10_000,
    });
    expect(got.quadrant).toBe(expected);
  });

  test("the bound is inclusive and exact: 70 % of 7 is 4.9", () => {
    expect(quadrantOf(rule, values(5, 7), performance(80)).quadrant).toBe("star");
    expect(quadrantOf(rule, values(4.5, 7), performance(80)).quadrant).toBe("wild-dog");
  });

  test("a bound of 0 makes everybody strong, of 100 only the best", () => {
    const all: QuadrantRule = { valuesFrom: 0, performanceFrom: 0 };
    expect(quadrantOf(all, values(0), performance(0)).quadrant).toBe("star");
    const best: QuadrantRule = { valuesFrom: 100, performanceFrom: 100 };
    expect(quadrantOf(best, values(30), performance(100)).quadrant).toBe("star");
    expect(quadrantOf(best, values(29.5), performance(100)).quadrant).toBe("wild-dog");
  });

  test("both sides are shown with their thresholds", () => {
    expect(quadrantOf(rule, values(21.5), performance(75))).toEqual({
      quadrant: "rabbit",
      values: { got: fraction(43, 2), of: fraction(30), fromPercent: 70, strong: true },
      performance: { got: fraction(75), of: fraction(100), fromPercent: 80, strong: false },
      missing: [],
    });
  });

  test("a side that is missing makes no quadrant", () => {
    const open = quadrantOf(rule, values(null), performance(90));
    expect(open).toMatchObject({ quadrant: null, values: null, missing: ["values-open"] });
    expect(open.performance?.strong).toBe(true);
    const none = quadrantOf(rule, values(25), null);
    expect(none).toMatchObject({
      quadrant: null,
      performance: null,
      missing: ["performance-missing"],
    });
    expect(quadrantOf(rule, values(null), null).missing).toEqual([
      "values-open",
      "performance-missing",
    ]);
  });

  test("figures outside their maximum are a fault of the program", () => {
    expect(() => quadrantOf(rule, values(31), null)).toThrow(RangeError);
    expect(() => quadrantOf(rule, values(20), { points: 2, max: 1 })).toThrow(RangeError);
  });

  test("agrees with decimals written out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (total, result, valuesFrom, performanceFrom) => {
          const strongValues = BigInt(total) * 10n >= BigInt(valuesFrom) * 6n;
          const strongResults = result >= performanceFrom;
          const wanted = strongValues
            ? strongResults
              ? "star"
              : "rabbit"
            : strongResults
              ? "wild-dog"
              : "neither";
          const got = quadrantOf(
            { valuesFrom, performanceFrom },
            { total, maxTotal: 60 },
            { points: result, max: 100 },
          );
          expect(got.quadrant).toBe(wanted);
        },
      ),
    );
  });
});

describe("in words", () => {
  test.each([
    [25, 90, "属于“明星”：价值观和业绩都强。", "Star: strong in values and in results."],
    [25, 60, "属于“小白兔”：价值观强，业绩弱。", "Rabbit: strong in values, weak in results."],
    [10, 90, "属于“野狗”：业绩强，价值观弱。", "Wild dog: strong in results, weak in values."],
    [10, 60, "价值观和业绩都不强。", "Strong in neither values nor results."],
  ])("values %d, results %d", (points, result, zh, en) => {
    const got = quadrantOf(rule, values(points), performance(result));
    expect(renderQuadrant(got, "zh").at(-1)).toBe(zh);
    expect(renderQuadrant(got, "en").at(-1)).toBe(en);
  });

  test("the thresholds", () => {
    const got = quadrantOf(rule, values(21.5), performance(75));
    expect(renderQuadrant(got, "zh").slice(0, 2)).toEqual([
      "价值观 21.5 ÷ 30，达到满分的 70%。",
      "业绩 75 ÷ 100，不到满分的 80%。",
    ]);
    expect(renderQuadrant(got, "en").slice(0, 2)).toEqual([
      "Values 21.5 ÷ 30: at least 70% of the maximum.",
      "Results 75 ÷ 100: less than 80% of the maximum.",
    ]);
  });

  test("none, and why", () => {
    expect(renderQuadrant(quadrantOf(rule, values(null), performance(90)), "zh")).toEqual([
      "业绩 90 ÷ 100，达到满分的 80%。",
      "无法归入象限。",
      "价值观未评完。",
    ]);
    expect(renderQuadrant(quadrantOf(rule, values(null), null), "en")).toEqual([
      "There is no quadrant.",
      "The values are not fully scored yet.",
      "There is no performance result.",
    ]);
  });
});
