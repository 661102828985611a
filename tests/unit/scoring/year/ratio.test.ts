import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addFractions,
  commonDivisor,
  compareFractions,
  formatFraction,
  formatHundredths,
  fraction,
  hundredthsOf,
  isWholeHundredths,
  nearestWhole,
  renderFraction,
  scaleFraction,
  ZERO,
  type Fraction,
} from "@/lib/scoring";
import { big, schoolbook, type Big } from "./support";

const asBig = ({ numerator, denominator }: Fraction): Big => [
  BigInt(numerator),
  BigInt(denominator),
];
const anyFraction = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe("exact fractions", () => {
  test("are in lowest terms", () => {
    expect(fraction(254, 12)).toEqual({ numerator: 127, denominator: 6 });
    expect(fraction(-4, 8)).toEqual({ numerator: -1, denominator: 2 });
    expect(fraction(0, 7)).toEqual(ZERO);
    expect(fraction(5)).toEqual({ numerator: 5, denominator: 1 });
  });

  test.each([
    [1, 0],
    [1, -2],
    [0.5, 1],
    [1, 1.5],
    [Number.NaN, 1],
    [1, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
    [2 ** 53, 1],
    [1, 2 ** 53],
  ])("%d / %d is a fault of the program", (numerator, denominator) => {
    const fault = new RangeError(`no exact fraction: ${numerator} / ${denominator}`);
    expect(() => fraction(numerator, denominator)).toThrow(fault);
  });

  test("the largest whole number is still one", () => {
    expect(fraction(Number.MAX_SAFE_INTEGER, 1).numerator).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => scaleFraction(fraction(Number.MAX_SAFE_INTEGER), 2)).toThrow(RangeError);
    expect(() => addFractions([fraction(Number.MAX_SAFE_INTEGER), fraction(1)])).toThrow(
      RangeError,
    );
  });

  test("the common divisor", () => {
    expect(commonDivisor(12, 18)).toBe(6);
    expect(commonDivisor(0, 5)).toBe(5);
    expect(commonDivisor(5, 0)).toBe(5);
    expect(commonDivisor(7, 9)).toBe(1);
  });

  test("an empty sum is 0", () => {
    expect(addFractions([])).toEqual(ZERO);
  });

  test("adding keeps denominators as small as they can be", () => {
    const many = Array.from({ length: 2000 }, () => fraction(1, 799));
    expect(addFractions(many)).toEqual(fraction(2000, 799));
  });

  test("adding, scaling and comparing agree with another arithmetic", () => {
    fc.assert(
      fc.property(
        anyFraction,
        anyFraction,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (a, b, times, by) => {
          expect(big.same(asBig(addFractions([a, b])), big.plus(asBig(a), asBig(b)))).toBe(true);
          const scaled = big.times(asBig(a), [BigInt(times), BigInt(by)]);
          expect(big.same(asBig(scaleFraction(a, times, by)), scaled)).toBe(true);
          const expected = big.less(asBig(a), asBig(b)) ? -1 : big.same(asBig(a), asBig(b)) ? 0 : 1;
          expect(Math.sign(compareFractions(a, b))).toBe(expected);
        },
      ),
    );
  });

  test("comparing sees one part in a million", () => {
    expect(compareFractions(fraction(333_333, 1_000_000), fraction(1, 3))).toBeLessThan(0);
    expect(compareFractions(fraction(333_334, 1_000_000), fraction(1, 3))).toBeGreaterThan(0);
    expect(compareFractions(fraction(2, 6), fraction(1, 3))).toBe(0);
  });
});

describe("the one place that rounds: halves up", () => {
  test.each([
    [0, 1, 0],
    [1, 2, 1],
    [49, 100, 0],
    [51, 100, 1],
    [3, 2, 2],
    [5, 2, 3],
    [7, 3, 2],
    [8, 3, 3],
    [42, 1, 42],
    [-1, 2, -1],
    [-49, 100, 0],
    [-3, 2, -2],
    [-7, 3, -2],
  ])("%d / %d → %d", (numerator, denominator, expected) => {
    expect(nearestWhole(fraction(numerator, denominator))).toBe(expected);
  });

  test("never −0, which would print as itself", () => {
    expect(Object.is(nearestWhole(fraction(-1, 3)), 0)).toBe(true);
    expect(Object.is(nearestWhole(ZERO), 0)).toBe(true);
  });

  test.each([
    [127, 6, "21.17"],
    [43, 2, "21.5"],
    [1, 200, "0.01"],
    [1, 201, "0"],
    [999, 1000, "1"],
    [-1, 8, "\u22120.13"],
    [10_000, 1, "10000"],
    [2105, 100, "21.05"],
  ])("%d / %d prints as %s", (numerator, denominator, expected) => {
    expect(formatFraction(fraction(numerator, denominator))).toBe(expected);
  });

  test("agrees with long division", () => {
    fc.assert(
      fc.property(anyFraction, (figure) => {
        expect(formatFraction(figure)).toBe(schoolbook(asBig(figure)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("figures in words", () => {
  test("says the rounding only where decimals were lost", () => {
    expect(renderFraction(fraction(127, 6), "zh")).toBe("21.17（四舍五入到百分位）");
    expect(renderFraction(fraction(127, 6), "en")).toBe("21.17 (rounded half up to hundredths)");
    expect(renderFraction(fraction(43, 2), "zh")).toBe("21.5");
    expect(renderFraction(fraction(2125, 100), "en")).toBe("21.25");
  });

  test.each([
    [1, 100, true],
    [1, 4, true],
    [1, 200, false],
    [1, 3, false],
    [7, 1, true],
  ])("%d / %d in two decimals: %s", (numerator, denominator, expected) => {
    expect(isWholeHundredths(fraction(numerator, denominator))).toBe(expected);
    const figure = fraction(numerator, denominator);
    const full = compareFractions(fraction(hundredthsOf(figure), 100), figure) === 0;
    expect(full).toBe(expected);
  });

  test.each([
    [0, "0"],
    [5, "0.05"],
    [50, "0.5"],
    [100, "1"],
    [105, "1.05"],
    [110, "1.1"],
    [-5, "\u22120.05"],
    [-2100, "\u221221"],
  ])("%d hundredths → %s", (hundredths, expected) => {
    expect(formatHundredths(hundredths)).toBe(expected);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is no hundredths", (bad) => {
    expect(() => formatHundredths(bad)).toThrow(new RangeError(`not hundredths: ${bad}`));
  });
});
