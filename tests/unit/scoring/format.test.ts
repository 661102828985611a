import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CASE_ADVICE_WORDS,
  caseChecks,
  countCharacters,
  countWords,
  formatDelta,
  formatScore,
  parsePoints,
} from "@/lib/scoring";

describe("formatScore", () => {
  test.each([
    [0, "0"],
    [1, "0.5"],
    [2, "1"],
    [7, "3.5"],
    [10, "5"],
    [59, "29.5"],
    [-3, "−1.5"],
  ])("%d half-points are written %s", (half, written) => {
    expect(formatScore(half)).toBe(written);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is refused", (half) => {
    expect(() => formatScore(half)).toThrow(new RangeError(`not whole half-points: ${half}`));
  });
});

describe("formatDelta", () => {
  test.each([
    [3, "+1.5"],
    [2, "+1"],
    [0, "="],
    [-1, "−0.5"],
    [-4, "−2"],
  ])("%d half-points are written %s", (half, written) => {
    expect(formatDelta(half)).toBe(written);
  });

  test("no difference of whole half-points is refused", () => {
    expect(() => formatDelta(Number.NaN)).toThrow(RangeError);
  });
});

describe("parsePoints", () => {
  test.each([
    ["3.5", 7],
    ["4", 8],
    ["0", 0],
    ["4.0", 8],
    ["3.50", 7],
    [" 2 ", 4],
    ["４．５", 9],
    ["30", 60],
  ])("%j is %d half-points", (written, half) => {
    expect(parsePoints(written)).toBe(half);
  });

  test.each(["", "3.2", "3.", ".5", "-1", "3,5", "three", "1e1", "3.55", "1000", "0x4"])(
    "%j is no score",
    (written) => {
      expect(parsePoints(written)).toBeNull();
    },
  );

  test("reads back whatever formatScore writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1999 }), (half) => {
        expect(parsePoints(formatScore(half))).toBe(half);
      }),
    );
  });
});

describe("counting the characters of a case", () => {
  test.each([
    ["", 0],
    ["   \n\t", 0],
    ["客户第一", 4],
    ["客户 第一\n案例", 6],
    ["全角　空格", 4],
    ["第 3 级。", 4],
    ["𠮷野家", 3],
    ["ok 好", 3],
  ])("%j has %d", (written, count) => {
    expect(countCharacters(written)).toBe(count);
  });

  test("white space never changes the count", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (pieces) => {
        const together = countCharacters(pieces.join(""));
        expect(countCharacters(pieces.join(" \n　"))).toBe(together);
      }),
    );
  });

  test.each([
    ["", 0],
    ["　 \n", 0],
    ["第 3 级。", 4],
    ["𠮷野家", 3],
    ["ok 好", 2],
    ["接到 Shen’s 电话后，当天就 call-back 了", 12],
    ["A customer called on Friday, at 5 p.m.; I answered.", 10],
  ])("%j has %d words", (written, count) => {
    expect(countWords(written)).toBe(count);
  });

  test("200 words are the advice", () => {
    expect(CASE_ADVICE_WORDS).toBe(200);
  });
});

test("the checklist names the usual confusions once each", () => {
  expect(caseChecks).toEqual([
    "one-person-one-event",
    "method-not-hardship",
    "not-a-team-feat",
    "not-a-leaders-plain-duty",
    "not-charity",
    "beneficiary-named",
  ]);
});
