import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hideSmall,
  shownOf,
  SMALLEST_GROUP,
  sumOfShown,
  type Cell,
} from "@/lib/small-groups/rules";

const cell = (people: number, rest = people): Cell => ({ count: people, people, rest });
const cells = (...people: number[]) => people.map((count) => cell(count));
const range = (length: number) => Array.from({ length }, (_, index) => index);

describe("small groups", () => {
  it.each([
    ["nothing small", [5, 12, 0], [false, false, false]],
    ["one small takes the smallest other along", [3, 40, 9], [true, false, true]],
    ["its complement is small", [96, 4], [true, true]],
    [
      "several small ones that are together too few take another along",
      [1, 1, 30],
      [true, true, true],
    ],
    ["several small ones that are together enough stay alone", [4, 4, 30], [true, true, false]],
    ["zeros stay", [0, 2, 0], [false, true, false]],
  ])("%s", (_, people, hidden) => {
    expect(hideSmall(cells(...people), [range(people.length)])).toEqual(hidden);
  });

  it("counts those the reader sees anyway as no cover", () => {
    // Seven in the cell, of whom the reader knows five by name: the other two must not be told apart.
    expect(hideSmall([cell(7, 2), cell(90, 60)], [[0, 1]])).toEqual([true, true]);
    expect(hideSmall([cell(7, 0), cell(90, 60)], [[0, 1]])).toEqual([false, false]);
  });

  it("never shows a small cell, and never one hidden cell that the others give away", () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.record({
          columns: fc.constant(columns),
          people: fc.array(fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400)), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
        }),
      );
    fc.assert(
      fc.property(table, ({ columns, people }) => {
        const every = range(people.length);
        const groups = [
          ...range(people.length / columns).map((row) =>
            range(columns).map((c) => row * columns + c),
          ),
          ...range(columns).map((column) => every.filter((index) => index % columns === column)),
          every,
        ];
        const hidden = hideSmall(cells(...people), groups);
        people.forEach((count, index) => {
          if (hidden[index] !== true) expect(count === 0 || count >= SMALLEST_GROUP).toBe(true);
          else expect(count).toBeGreaterThan(0);
        });
        for (const group of groups) {
          const closed = group.filter((index) => hidden[index]);
          const open = group.filter((index) => hidden[index] !== true && (people[index] ?? 0) > 0);
          const together = closed.reduce((sum, index) => sum + (people[index] ?? 0), 0);
          if (closed.length > 0 && open.length > 0) {
            expect(closed.length).toBeGreaterThan(1);
            expect(together).toBeGreaterThanOrEqual(SMALLEST_GROUP);
          }
        }
      }),
    );
  });
});

describe("a count and those left over", () => {
  it("are shown together or not at all", () => {
    expect([0, 4, 5, 58, 59, 63].map((done) => shownOf(done, 63))).toEqual([
      0,
      null,
      5,
      58,
      null,
      63,
    ]);
  });

  it("have no sum where one is hidden", () => {
    expect(sumOfShown([5, 0, 7])).toBe(12);
    expect(sumOfShown([5, null, 7])).toBeNull();
  });
});
