import { expect, test } from "vitest";
import {
  figureOf,
  onFiveRungs,
  rungsFor,
  scoreDifference,
  splitScore,
  sumOfFigures,
  totalMark,
} from "@/lib/scoring";

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

test("a value shows its score, else what is sure so far, else nothing: never two figures", () => {
  const open = { score: null, soFar: 4, judged: false };
  const begun = { ...open, judged: true };
  const done = { score: 7, soFar: 7, judged: true };
  const handedInSilently = { score: 14, soFar: 14, judged: false };
  expect([open, begun, done, handedInSilently].map(figureOf)).toEqual([null, 4, 7, 14]);
  expect(sumOfFigures([open, begun, done])).toBe(11);
  expect(sumOfFigures([{ ...begun, soFar: 0 }])).toBe(0);
  expect(sumOfFigures([open, open])).toBeNull();
  expect(sumOfFigures([])).toBeNull();
});

test("a total is drawn in its own points where they are few, else on the scale of one ladder", () => {
  expect(totalMark(10, 14)).toEqual({ halfPoints: 10, max: 7 });
  expect(totalMark(20, 20)).toEqual({ halfPoints: 20, max: 10 });
  expect(totalMark(20, 30)).toEqual({ halfPoints: 7, max: 5 });
  expect(totalMark(36, 60)).toEqual({ halfPoints: 6, max: 5 });
});
