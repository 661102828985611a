import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatHundredths,
  parsePerformance,
  PERFORMANCE_LIMIT,
  type PerformanceFault,
} from "@/lib/scoring";

describe("a performance result as people and spreadsheets write it", () => {
  test.each([
    ["87.5", 8750],
    ["３.75", 375],
    ["３．７５", 375],
    [" 90 ", 9000],
    ["90.00", 9000],
    ["90.000000", 9000],
    ["0", 0],
    ["0.0", 0],
    ["-0", 0],
    ["-0.00", 0],
    ["0.01", 1],
    ["0.1", 10],
    ["007.25", 725],
    ["100", 10_000],
    ["99.99", 9999],
    ["\u300087.5\u3000", 8750],
  ])("%j is %d hundredths", (text, points) => {
    expect(parsePerformance(text, 10_000)).toEqual({
      ok: true,
      performance: { points, max: 10_000 },
    });
  });

  test.each<[string, PerformanceFault]>([
    ["", "empty"],
    ["  \t", "empty"],
    ["\u3000", "empty"],
    ["A", "not-a-number"],
    ["优", "not-a-number"],
    ["87.5%", "not-a-number"],
    ["87,5", "not-a-number"],
    ["1,000", "not-a-number"],
    ["1e2", "not-a-number"],
    ["0x10", "not-a-number"],
    ["NaN", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["=A1", "not-a-number"],
    ["=1+1", "not-a-number"],
    ["1.", "not-a-number"],
    [".5", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["8 7", "not-a-number"],
    ["+5", "not-a-number"],
    ["--5", "not-a-number"],
    ["#N/A", "not-a-number"],
    ["1".repeat(41), "not-a-number"],
    [`1.${"0".repeat(41)}`, "not-a-number"],
    ["-1", "negative"],
    ["-0.01", "negative"],
    ["-0.001", "negative"],
    ["−3", "negative"],
    ["－3", "negative"],
    ["-1000000", "negative"],
    ["87.555", "too-precise"],
    ["0.001", "too-precise"],
    ["100.001", "too-precise"],
    ["100.01", "out-of-range"],
    ["101", "out-of-range"],
    ["1".repeat(40), "out-of-range"],
  ])("%j: %s", (text, fault) => {
    expect(parsePerformance(text, 10_000)).toEqual({ ok: false, fault });
  });

  test("40 decimals of nothing are read", () => {
    expect(parsePerformance(`5.${"0".repeat(40)}`, 500)).toEqual({
      ok: true,
      performance: { points: 500, max: 500 },
    });
  });

  test.each([0, -1, 0.5, Number.NaN, PERFORMANCE_LIMIT + 1])(
    "a maximum of %d is a fault",
    (max) => {
      const fault = new RangeError(`a performance maximum of ${max}`);
      expect(() => parsePerformance("1", max)).toThrow(fault);
    },
  );

  test("the smallest and the largest maximum", () => {
    expect(parsePerformance("0.01", 1)).toEqual({ ok: true, performance: { points: 1, max: 1 } });
    expect(parsePerformance("1000", PERFORMANCE_LIMIT).ok).toBe(true);
    expect(parsePerformance("1000.01", PERFORMANCE_LIMIT).ok).toBe(false);
  });

  test("what is printed is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: PERFORMANCE_LIMIT }), (points) => {
        expect(parsePerformance(formatHundredths(points), PERFORMANCE_LIMIT)).toEqual({
          ok: true,
          performance: { points, max: PERFORMANCE_LIMIT },
        });
      }),
    );
  });

  test("never throws on any text", () => {
    fc.assert(
      // Every UTF-16 unit, lone surrogates too.
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(typeof parsePerformance(text, 10_000).ok).toBe("boolean");
      }),
    );
  });
});
