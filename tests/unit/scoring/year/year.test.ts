import { describe, expect, test } from "vitest";
import { fraction, yearOf, type YearQuarter, type YearResult } from "@/lib/scoring";
import { absent, classic, closed, exactRule, halfRule, manual } from "./support";

const four = [closed(1, 21.5), closed(2, 23), closed(3, 19), closed(4, 25)];

/** Half-points of the average as a pair, which is easier to read than the object. */
function averageOfYear(year: YearResult) {
  const average = year.total?.average;
  return average === undefined ? null : [average.numerator, average.denominator];
}

describe("classic and 2006 manual, row “year”: the average of the quarters", () => {
  test("four closed quarters", () => {
    const year = yearOf(four, exactRule, classic);
    expect(averageOfYear(year)).toEqual([177, 4]);
    expect(year).toMatchObject({ year: 2026, whole: true, provisional: false, leftOut: [] });
    expect(year.total?.max).toBe(60);
    expect(year.total?.converted).toBe(false);
    expect(year.total?.terms.map(({ quarter, score }) => [quarter, score])).toEqual([
      [1, 43],
      [2, 46],
      [3, 38],
      [4, 50],
    ]);
  });

  test("the order of the quarters does not matter", () => {
    const year = yearOf(four, exactRule, classic);
    expect(yearOf(four.toReversed(), exactRule, classic)).toEqual(year);
    expect(yearOf([...four.slice(2), ...four.slice(0, 2)], exactRule, classic)).toEqual(year);
  });

  test("fewer quarters: the average of those there are, the others named", () => {
    const quarters = [
      closed(1, 21.5),
      absent(2, "exempt", "on_leave"),
      closed(3, 23),
      closed(4, 19),
    ];
    const year = yearOf(quarters, exactRule, classic);
    expect(averageOfYear(year)).toEqual([127, 3]);
    expect(year.whole).toBe(false);
    expect(year.leftOut).toEqual([{ quarter: 2, state: "exempt", reason: "on_leave" }]);
  });

  test("a quarter nobody gave is missing", () => {
    const year = yearOf([closed(3, 20)], exactRule, classic);
    expect(averageOfYear(year)).toEqual([40, 1]);
    expect(year.leftOut).toEqual([
      { quarter: 1, state: "missing", reason: null },
      { quarter: 2, state: "missing", reason: null },
      { quarter: 4, state: "missing", reason: null },
    ]);
    expect(year.provisional).toBe(false);
  });

  test("an open quarter makes the year provisional", () => {
    const year = yearOf([closed(1, 20), absent(2, "open")], exactRule, classic);
    expect(year.provisional).toBe(true);
    expect(year.leftOut[0]).toEqual({ quarter: 2, state: "open", reason: null });
  });

  test("no closed quarter: nothing, never 0", () => {
    const year = yearOf([absent(1, "exempt"), absent(2, "open")], halfRule, classic);
    expect(year.total).toBeNull();
    expect(year.proposal).toBeNull();
    expect(year.trend).toBeNull();
    expect(year.noTrend).toBe("few-quarters");
    expect(year.values).toEqual([]);
    expect(year.whole).toBe(false);
  });

  test("a total of 0 counts", () => {
    expect(averageOfYear(yearOf([closed(1, 0), closed(2, 30)], exactRule, classic))).toEqual([
      30, 1,
    ]);
  });
});

describe("a framework that changed within the year", () => {
  test("earlier quarters count by their share of the latest maximum, exactly", () => {
    const year = yearOf([closed(1, 28.5, 45), closed(2, 23), closed(3, 19)], exactRule, classic);
    // 28.5 × 30 ÷ 45 = 19; (19 + 23 + 19) ÷ 3 = 61 ÷ 3 points = 122 ÷ 3 half-points
    expect(averageOfYear(year)).toEqual([122, 3]);
    expect(year.total?.converted).toBe(true);
    expect(year.total?.max).toBe(60);
    expect(year.total?.terms[0]).toEqual({
      quarter: 1,
      score: 57,
      max: 90,
      counts: fraction(38),
    });
  });

  test("the latest quarter sets the maximum, whatever the order given", () => {
    const year = yearOf([closed(4, 31, 45), closed(1, 20)], exactRule, classic);
    expect(year.total?.max).toBe(90);
    expect(year.total?.terms[0]?.counts).toEqual(fraction(60));
  });

  test("thirds stay thirds", () => {
    const year = yearOf([closed(1, 5, 7), closed(2, 20)], exactRule, classic);
    expect(year.total?.terms[0]?.counts).toEqual(fraction(300, 7));
    expect(averageOfYear(year)).toEqual([290, 7]);
  });
});

describe("averages per value", () => {
  const withValues = (quarter: number, values: Record<string, number | null>): YearQuarter => ({
    year: 2026,
    quarter,
    state: "closed",
    total: 40,
    maxTotal: 60,
    values: Object.entries(values).map(([key, score]) => ({ key, score, max: 10 })),
  });

  test("only of quarters in which the value has a score", () => {
    const year = yearOf(
      [
        withValues(1, { teamwork: 7, integrity: 10 }),
        withValues(2, { teamwork: 8, integrity: null, passion: null }),
        closed(3, 20),
      ],
      exactRule,
      classic,
    );
    expect(year.values.map(({ key, average, terms }) => [key, average, terms.length])).toEqual([
      ["teamwork", fraction(15, 2), 2],
      ["integrity", fraction(10), 1],
    ]);
    expect(year.values[0]?.terms.map(({ quarter }) => quarter)).toEqual([1, 2]);
  });

  test("a value whose maximum changed is converted like the total", () => {
    const old = withValues(1, { "customer-first": 7 });
    const now: YearQuarter = {
      year: 2026,
      quarter: 2,
      state: "closed",
      total: 12,
      maxTotal: 14,
      values: [{ key: "customer-first", score: 12, max: 14 }],
    };
    const [value] = yearOf([old, now], exactRule, classic).values;
    expect(value).toMatchObject({ key: "customer-first", max: 14, converted: true });
    expect(value?.average).toEqual(fraction(109, 10));
  });
});

describe("the proposed annual score and its band", () => {
  test("exact: the average itself", () => {
    expect(yearOf(four, exactRule, classic).proposal?.score).toEqual(fraction(177, 4));
  });

  test.each([
    [[21, 21.5], 43, "halves up: 42.5 half-points"],
    [[21, 21, 21.5], 42, "a third is less than half"],
    [[21, 21.5, 21.5], 43, "two thirds are more"],
    [[30, 30, 30, 30], 60, "the maximum stays the maximum"],
    [[0, 0], 0, "0 stays 0"],
    [[0, 0.5], 1, "a quarter point goes up"],
  ])("half-point: %j → %d half-points, %s", (points, expected) => {
    const quarters = points.map((each, index) => closed(index + 1, each));
    expect(yearOf(quarters, halfRule, classic).proposal?.score).toEqual(fraction(expected));
  });

  test.each([
    [[27, 27], "excellent"],
    [[26.5, 27], "good"],
    [[23, 23], "good"],
    [[22.5, 23], "pass"],
    [[19], "pass"],
    [[18.5, 19, 19, 19], "fail"],
    [[0], "fail"],
  ])("classic, exact: %j → %s", (points, band) => {
    const quarters = points.map((each, index) => closed(index + 1, each));
    expect(yearOf(quarters, exactRule, classic).proposal?.band.key).toBe(band);
  });

  test("the band is that of the proposal people see", () => {
    const quarters = [closed(1, 26.5), closed(2, 27)];
    expect(yearOf(quarters, halfRule, classic).proposal?.band.key).toBe("excellent");
    expect(yearOf(quarters, exactRule, classic).proposal?.band.key).toBe("good");
  });

  test.each([
    [[10.5], "must-improve"],
    [[10, 10.5], "unacceptable"],
    [[24], "consistently-exceeds"],
    [[23.5, 24], "exceeds"],
  ])("2006 manual, lower bounds inclusive: %j → %s", (points, band) => {
    const quarters = points.map((each, index) => closed(index + 1, each));
    expect(yearOf(quarters, exactRule, manual).proposal?.band.key).toBe(band);
  });

  test("bounds scale with the maximum, without rounding", () => {
    // 27 of 30 is nine tenths: 6.3 of 7
    expect(yearOf([closed(1, 6.5, 7)], exactRule, classic).proposal?.band.key).toBe("excellent");
    const below = [closed(1, 6, 7), closed(2, 6.5, 7)];
    expect(yearOf(below, exactRule, classic).proposal?.band.key).toBe("good");
    expect(yearOf(below, exactRule, classic).proposal?.bandsMaxTotal).toBe(60);
  });

  test("the lowest band says so", () => {
    expect(yearOf([closed(1, 5)], exactRule, classic).proposal?.band.lowest).toBe(true);
    expect(yearOf([closed(1, 25)], exactRule, classic).proposal?.band.lowest).toBe(false);
  });
});

describe("faults of the program", () => {
  const twice = "a quarter is given twice";
  const four = "quarters run from 1 to 4";
  test.each<[string, YearQuarter[], string]>([
    ["no quarter", [], "a year needs a quarter"],
    ["quarter 0", [closed(0, 20)], four],
    ["quarter 5", [closed(5, 20)], four],
    ["quarter 5 beside quarter 1", [closed(1, 20), closed(5, 20)], four],
    ["half a quarter", [closed(1.5, 20)], four],
    ["a quarter twice", [closed(1, 20), closed(1, 21)], twice],
    ["a quarter twice, once absent", [closed(1, 20), absent(1, "open")], twice],
    ["two years", [closed(1, 20), { ...closed(2, 20), year: 2025 }], "quarters of two years"],
    ["a year of NaN", [{ ...closed(1, 20), year: Number.NaN }], "a year needs a quarter"],
    ["more than the maximum", [closed(1, 30.5)], "score 61 of 60"],
    ["less than 0", [closed(1, -0.5)], "score -1 of 60"],
    ["not by halves", [closed(1, 20.25)], "score 40.5 of 60"],
    ["NaN", [closed(1, Number.NaN)], "score NaN of 60"],
    ["a maximum of 0", [closed(1, 0, 0)], "a maximum of 0"],
    ["a maximum beyond any framework", [closed(1, 0, 400.5)], "a maximum of 801"],
    ["a maximum that is no half", [closed(1, 1, 29.75)], "a maximum of 59.5"],
  ])("%s", (_, quarters, fault) => {
    expect(() => yearOf(quarters, exactRule, classic)).toThrow(new RangeError(fault));
  });

  test("the largest framework there can be is none", () => {
    expect(averageOfYear(yearOf([closed(1, 400, 400)], exactRule, classic))).toEqual([800, 1]);
    const quarters = [
      closed(1, 399, 399.5),
      closed(2, 398, 398.5),
      closed(3, 1, 397),
      closed(4, 400, 400),
    ];
    expect(() => yearOf(quarters, exactRule, classic)).not.toThrow();
  });

  test("the smallest maximum is half a point", () => {
    expect(averageOfYear(yearOf([closed(1, 0.5, 0.5)], exactRule, classic))).toEqual([1, 1]);
  });

  test("a bad score of a value", () => {
    const quarter: YearQuarter = {
      year: 2026,
      quarter: 1,
      state: "closed",
      total: 10,
      maxTotal: 60,
      values: [{ key: "teamwork", score: 11, max: 10 }],
    };
    expect(() => yearOf([quarter], exactRule, classic)).toThrow(new RangeError("score 11 of 10"));
  });
});
