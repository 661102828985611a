import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideSmall, hideSmallIn, shownOf, SMALLEST_GROUP, type Cell } from "@/lib/scoring";

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

/** Which unknowns the equations settle: by elimination, over numbers small enough to be exact. */
function settled(equations: readonly (readonly number[])[], unknowns: number): boolean[] {
  const rows = equations.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < unknowns; column += 1) {
    const pivot = rows.findIndex(
      (row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9,
    );
    if (pivot === -1) continue;
    const [chosen = []] = rows.splice(pivot, 1);
    const scaled = chosen.map((entry) => entry / (chosen[column] ?? 1));
    rows.forEach((row, index) => {
      const factor = row[column] ?? 0;
      rows[index] = row.map((entry, at) => entry - factor * (scaled[at] ?? 0));
    });
    rows.splice(rank, 0, scaled);
    rank += 1;
  }
  return range(unknowns).map((column) =>
    rows.some((row) => row.every((entry, at) => (at === column) === Math.abs(entry) > 1e-9)),
  );
}

describe("a table of units and the steps their people stand in", () => {
  it.each([
    [
      "nothing small",
      [
        [5, 9],
        [7, 6],
      ],
      ["··", "··"],
    ],
    [
      "a small cell takes three along",
      [
        [2, 9],
        [7, 6],
        [50, 60],
      ],
      ["xx", "xx", "··"],
    ],
    [
      "a unit of four is hidden whole, covered by the next",
      [
        [4, 0],
        [9, 8],
        [50, 60],
      ],
      ["xx", "xx", "··"],
    ],
    [
      "zeros stay",
      [
        [0, 9],
        [7, 0],
      ],
      ["··", "··"],
    ],
  ])("%s", (_, table, shown) => {
    const drawn = hideSmallIn(table).map((row) => row.map((it) => (it ? "x" : "·")).join(""));
    expect(drawn).toEqual(shown);
  });

  it("never shows a small cell or a small unit, and no hidden cell follows from what is shown and all the sums", () => {
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 5 }))
      .chain(([rows, columns]) => {
        const count = fc.oneof(fc.constant(0), fc.nat(6), fc.nat(40));
        const row = fc.array(count, { minLength: columns, maxLength: columns });
        return fc.array(row, { minLength: rows, maxLength: rows });
      });
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = hideSmallIn(table);
        const unknowns = table.flatMap((cells, row) =>
          cells.flatMap((_, column) => (hidden[row]?.[column] === true ? [{ row, column }] : [])),
        );
        table.forEach((cells, row) => {
          const people = cells.reduce((sum, count) => sum + count, 0);
          cells.forEach((count, column) => {
            if (hidden[row]?.[column] === true) return;
            expect(count === 0 || count >= SMALLEST_GROUP).toBe(true);
            expect(people === 0 || people >= SMALLEST_GROUP).toBe(true);
          });
        });
        const equations = [
          ...table.map((_, line) => unknowns.map(({ row }) => Number(row === line))),
          ...range(table[0]?.length ?? 0).map((line) =>
            unknowns.map(({ column }) => Number(column === line)),
          ),
        ];
        expect(settled(equations, unknowns.length)).not.toContain(true);
      }),
      { numRuns: 500 },
    );
  });

  it("a count and those left over are shown together or not at all", () => {
    expect([0, 4, 5, 58, 59, 63].map((done) => shownOf(done, 63))).toEqual([
      0,
      null,
      5,
      58,
      null,
      63,
    ]);
  });
});
