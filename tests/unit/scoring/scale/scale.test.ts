import { expect, test } from "vitest";
import { onFiveRungs, rungsFor, scoreDifference, splitScore, sumSoFar } from "@/lib/scoring";

test("a difference is the manager's less the self-review's, unknown while one is open", () => {
  expect(scoreDifference(6, 9)).toBe(3);
  expect(scoreDifference(9, 6)).toBe(-3);
  expect(scoreDifference(4, 4)).toBe(0);
  expect(scoreDifference(0, 0)).toBe(0);
  expect(scoreDifference(null, 4)).toBeNull();
  expect(scoreDifference(4, null)).toBeNull();
});

test("a total on five rungs, to the nearest half, halves up", () => {
  expect([0, 1, 2, 3, 30, 43, 60].map((total) => onFiveRungs(total, 60))).toEqual([
    0, 0, 0, 1, 5, 7, 10,
  ]);
});

test.each([
  [0, 0, false, 0],
  [1, 0, true, 1],
  [7, 3, true, 4],
  [10, 5, false, 5],
])("%d half-points: %d whole, half %s, %d rungs", (score, whole, half, rungs) => {
  expect(splitScore(score)).toEqual({ whole, half });
  expect(rungsFor(score)).toBe(rungs);
});

test("what values have earned so far", () => {
  expect(sumSoFar([])).toBe(0);
  expect(sumSoFar([{ soFar: 7 }, { soFar: 10 }])).toBe(17);
});
