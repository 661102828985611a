import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addFractions,
  compositeOf,
  fraction,
  renderComposite,
  type CompositeRule,
  type PerformanceResult,
  type ValuesSide,
} from "@/lib/scoring";
import { big, equations, manual, redo, schoolbook } from "../year/support";

const half: CompositeRule = { valuesPercent: 50, basis: "total" };
const rated: CompositeRule = { valuesPercent: 50, basis: "rating" };

const values = (
  points: number | null,
  maxPoints = 30,
  rating: number | null = null,
): ValuesSide => ({
  total: points === null ? null : points * 2,
  maxTotal: maxPoints * 2,
  rating,
});
const performance = (points: number, max = 100): PerformanceResult => ({
  points: Math.round(points * 100),
  max: Math.round(max * 100),
});
const hundredths = (rule: CompositeRule, left: ValuesSide, right: PerformanceResult | null) =>
  compositeOf(rule, left, right).hundredths;

describe("classic, row “weight of values”: 50 % of the composite", () => {
  test("21.5 of 30 with 87.5 of 100", () => {
    const composite = compositeOf(half, values(21.5), performance(87.5));
    expect(composite.hundredths).toBe(7958);
    expect(composite.exact).toEqual(fraction(955, 12));
    expect(composite).toMatchObject({ basis: "total", scale: fraction(100), missing: [] });
    expect(composite.parts).toEqual([
      {
        side: "values",
        percent: 50,
        got: fraction(43, 2),
        of: fraction(30),
        adds: fraction(215, 6),
      },
      {
        side: "performance",
        percent: 50,
        got: fraction(175, 2),
        of: fraction(100),
        adds: fraction(175, 4),
      },
    ]);
  });

  test.each<[number, number, number, number, number, number]>([
    [50, 30, 30, 100, 100, 10_000],
    [50, 0, 30, 0, 100, 0],
    [50, 30, 30, 0, 100, 5000],
    [50, 0, 30, 100, 100, 5000],
    [30, 30, 30, 0, 100, 3000],
    [30, 0, 30, 5, 5, 7000],
    [100, 15, 30, 99, 100, 5000],
    [0, 15, 30, 99, 100, 9900],
    [50, 3.5, 7, 3.75, 5, 6250],
    [33, 20, 30, 70, 90, 7411],
  ])("%d%% of %d/%d with %d/%d: %d hundredths", (percent, points, max, result, of, expected) => {
    const rule: CompositeRule = { valuesPercent: percent, basis: "total" };
    expect(hundredths(rule, values(points, max), performance(result, of))).toBe(expected);
  });

  test("the figure is out of 100, whatever the sides are out of", () => {
    expect(compositeOf(half, values(3.5, 7), performance(3.75, 5)).scale).toEqual(fraction(100));
  });

  test("half a hundredth goes up, a hair less does not", () => {
    const rule: CompositeRule = { valuesPercent: 1, basis: "total" };
    // 1 × 1/200 = 0.005; 1 × 1/202 is less
    expect(hundredths(rule, { ...values(0.5, 100) }, performance(0))).toBe(1);
    expect(hundredths(rule, { ...values(0.5, 101) }, performance(0))).toBe(0);
  });
});

describe("2006 manual: the band's rating against the performance rating", () => {
  test("3.75 and 4.25 on a scale of 5", () => {
    const composite = compositeOf(rated, values(19, 30, 3.75), performance(4.25, 5));
    expect(composite.hundredths).toBe(400);
    expect(composite.scale).toEqual(fraction(5));
    expect(composite.parts.map(({ got, of, adds }) => ({ got, of, adds }))).toEqual([
      { got: fraction(15, 4), of: null, adds: fraction(15, 8) },
      { got: fraction(17, 4), of: null, adds: fraction(17, 8) },
    ]);
  });

  test("every rating of the manual is read to the hundredth", () => {
    const all = manual.bands.map(({ rating }) =>
      hundredths(
        { ...rated, valuesPercent: 100 },
        values(20, 30, rating ?? null),
        performance(0, 5),
      ),
    );
    expect(all).toEqual([450, 400, 375, 350, 325, 300, 250]);
  });

  test("decimals that floats spoil are read right", () => {
    const only = { ...rated, valuesPercent: 100 };
    for (let cents = 0; cents <= 500; cents++)
      expect(hundredths(only, values(20, 30, cents / 100), performance(0, 5))).toBe(cents);
  });

  test("an odd hundredth halved goes up", () => {
    expect(hundredths(rated, values(20, 30, 3.75), performance(4, 5))).toBe(388);
  });

  test("a values rating equal to the most is on the scale, above it is not", () => {
    expect(hundredths(rated, values(20, 30, 4.5), performance(4, 4.5))).toBe(425);
    expect(compositeOf(rated, values(20, 30, 4.51), performance(4, 4.5))).toEqual({
      basis: "rating",
      parts: [],
      exact: null,
      hundredths: null,
      scale: null,
      missing: ["scales-differ"],
    });
  });

  test.each([4.555, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    "a rating of %d is a fault",
    (bad) => {
      const fault = new RangeError(`a rating of ${bad}`);
      expect(() => compositeOf(rated, values(20, 30, bad), performance(4, 5))).toThrow(fault);
    },
  );
});

describe("what is missing is named and never a 0", () => {
  test.each<[CompositeRule, ValuesSide, PerformanceResult | null, string[]]>([
    [half, values(null), performance(80), ["values-open"]],
    [half, values(20), null, ["performance-missing"]],
    [half, values(null), null, ["values-open", "performance-missing"]],
    [rated, values(20), performance(4, 5), ["rating-missing"]],
    [rated, values(20), null, ["rating-missing", "performance-missing"]],
    [rated, values(null), performance(4, 5), ["values-open"]],
    [rated, values(null, 30, 3), performance(4, 5), ["values-open"]],
    [rated, values(null, 30, 3), performance(1, 2), ["values-open", "scales-differ"]],
    [rated, values(20, 30, 3), null, ["performance-missing"]],
    [{ ...half, valuesPercent: 100 }, values(20), null, ["performance-missing"]],
    [{ ...half, valuesPercent: 0 }, values(null), performance(80), ["values-open"]],
  ])("%j %j %j: %j", (rule, left, right, missing) => {
    const composite = compositeOf(rule, left, right);
    expect(composite).toMatchObject({ exact: null, hundredths: null, parts: [], scale: null });
    expect(composite.missing).toEqual(missing);
  });

  test("the total basis does not ask for a rating, nor whether scales agree", () => {
    expect(hundredths(half, values(30, 30, null), performance(1, 1))).toBe(10_000);
    expect(hundredths(half, values(30, 30, 99), performance(1, 1))).toBe(10_000);
  });
});

describe("faults of the program", () => {
  test.each<[ValuesSide, PerformanceResult | null, string]>([
    [values(30.5), null, "values total 61 of 60"],
    [values(-0.5), null, "values total -1 of 60"],
    [values(20.25), null, "values total 40.5 of 60"],
    [values(Number.NaN), null, "values total NaN of 60"],
    [values(0, 0), null, "values total 0 of 0"],
    [values(null, 0), null, "values total null of 0"],
    [values(null, 10.25), null, "values total null of 20.5"],
    [values(20), { points: 101, max: 100 }, "performance 101 of 100"],
    [values(20), { points: -1, max: 100 }, "performance -1 of 100"],
    [values(20), { points: 1.5, max: 100 }, "performance 1.5 of 100"],
    [values(20), { points: 0, max: 0 }, "a performance maximum of 0"],
    [values(20), { points: 0, max: 100_001 }, "a performance maximum of 100001"],
    [values(20), { points: Number.NaN, max: 100 }, "performance NaN of 100"],
    [values(20), { points: 1, max: 10.5 }, "a performance maximum of 10.5"],
  ])("%j %j", (left, right, fault) => {
    expect(() => compositeOf(half, left, right)).toThrow(new RangeError(fault));
  });

  test("the bounds themselves are none", () => {
    expect(hundredths(half, values(0.5, 0.5), { points: 1, max: 1 })).toBe(10_000);
    expect(hundredths(half, values(30), { points: 100_000, max: 100_000 })).toBe(10_000);
  });
});

describe("in words", () => {
  test("both languages, both uses", () => {
    const composite = compositeOf(half, values(21.5), performance(87.5));
    expect(renderComposite(composite, "zh")).toEqual([
      "综合考评：50 × 21.5 ÷ 30（价值观） + 50 × 87.5 ÷ 100（业绩） = 79.58（四舍五入到百分位），满分 100。",
    ]);
    expect(renderComposite(composite, "en", "promotion")).toEqual([
      "Promotion composite: 50 × 21.5 ÷ 30 (values) + 50 × 87.5 ÷ 100 (results) = 79.58 (rounded half up to hundredths), out of 100.",
    ]);
    const ratings = compositeOf(rated, values(19, 30, 3.75), performance(4.25, 5));
    expect(renderComposite(ratings, "zh", "promotion")).toEqual([
      "晋升综合分：50% × 3.75（价值观） + 50% × 4.25（业绩） = 4，满分 5。",
    ]);
    expect(renderComposite(ratings, "en")).toEqual([
      "Composite: 50% × 3.75 (values) + 50% × 4.25 (results) = 4, out of 5.",
    ]);
  });

  test("none, and why", () => {
    expect(renderComposite(compositeOf(half, values(null), null), "zh")).toEqual([
      "无法计算综合考评。",
      "价值观未评完。",
      "没有业绩结果。",
    ]);
    expect(renderComposite(compositeOf(half, values(null), null), "en", "promotion")).toEqual([
      "There is no promotion composite.",
      "The values are not fully scored yet.",
      "There is no performance result.",
    ]);
    const unrated = compositeOf(rated, values(20), performance(4, 5));
    expect(renderComposite(unrated, "zh", "promotion")).toEqual([
      "无法计算晋升综合分。",
      "这一等第没有写明对应的评级分。",
    ]);
    expect(renderComposite(unrated, "en")[1]).toBe("The policy gives this band no rating.");
    const apart = compositeOf(rated, values(20, 30, 4), performance(1, 2));
    expect(renderComposite(apart, "zh")[1]).toMatch(/不在同一刻度上。$/);
    expect(renderComposite(apart, "en")).toEqual([
      "There is no composite.",
      "The values rating lies above the most a performance rating can be: the two are not on one scale.",
    ]);
  });
});

const anySides = fc
  .record({
    percent: fc.integer({ min: 0, max: 100 }),
    maxTotal: fc.integer({ min: 1, max: 800 }),
    max: fc.integer({ min: 1, max: 100_000 }),
    left: fc.double({ min: 0, max: 1, noNaN: true }),
    right: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ percent, maxTotal, max, left, right }) => ({
    rule: { valuesPercent: percent, basis: "total" } as const,
    side: { total: Math.floor(left * maxTotal), maxTotal, rating: null },
    result: { points: Math.floor(right * max), max },
  }));

describe("properties", () => {
  test("the figure agrees with another arithmetic, lies in 0…100, and re-adds from its parts", () => {
    fc.assert(
      fc.property(anySides, ({ rule, side, result }) => {
        const composite = compositeOf(rule, side, result);
        const wanted = big.plus(
          big.by(big.of(rule.valuesPercent * side.total), big.of(side.maxTotal)),
          big.by(big.of((100 - rule.valuesPercent) * result.points), big.of(result.max)),
        );
        expect(String((composite.hundredths ?? -1) / 100)).toBe(schoolbook(wanted));
        expect(composite.hundredths).toBeGreaterThanOrEqual(0);
        expect(composite.hundredths).toBeLessThanOrEqual(10_000);
        expect(addFractions(composite.parts.map(({ adds }) => adds))).toEqual(composite.exact);
      }),
      { numRuns: 300 },
    );
  });

  test("the printed sum comes out when redone by hand", () => {
    fc.assert(
      fc.property(anySides, ({ rule, side, result }) => {
        const composite = compositeOf(rule, side, result);
        const [line = ""] = renderComposite(composite, "zh");
        const bare = line.replaceAll("（价值观）", "").replaceAll("（业绩）", "");
        const [sum] = equations(bare);
        expect(schoolbook(redo(sum?.left ?? ""))).toBe(sum?.right);
      }),
    );
  });

  test("one more half-point or hundredth never lowers the figure", () => {
    fc.assert(
      fc.property(anySides, ({ rule, side, result }) => {
        const now = hundredths(rule, side, result) ?? 0;
        if (side.total < side.maxTotal)
          expect(
            hundredths(rule, { ...side, total: side.total + 1 }, result),
          ).toBeGreaterThanOrEqual(now);
        if (result.points < result.max)
          expect(
            hundredths(rule, side, { ...result, points: result.points + 1 }),
          ).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
