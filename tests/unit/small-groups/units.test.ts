import { describe, expect, it } from "vitest";
import { hideRows, sightOf } from "@/lib/small-groups/rules";

const range = (length: number) => Array.from({ length }, (_, index) => index);

describe("rows of units and the parts their people are in", () => {
  const drawn = (...args: Parameters<typeof hideRows>) =>
    hideRows(...args)
      .rows.map((hidden) => (hidden ? "x" : "·"))
      .join("");

  it.each<[string, number[][], string]>([
    [
      "nothing small",
      [
        [5, 9],
        [7, 6],
      ],
      "··",
    ],
    [
      "one small cell takes the smallest row along that covers it",
      [
        [2, 9],
        [7, 6],
        [50, 60],
      ],
      "xx·",
    ],
    [
      "what is left of a part is no small group either",
      [
        [4, 0],
        [0, 8],
        [50, 60],
      ],
      "xxx",
    ],
    [
      "rows that are together enough stay alone",
      [
        [3, 9],
        [2, 7],
        [50, 60],
      ],
      "xx·",
    ],
    [
      "zeros stay",
      [
        [0, 9],
        [7, 0],
      ],
      "··",
    ],
    [
      "empty rows are no cover",
      [
        [2, 9],
        [0, 0],
        [7, 6],
      ],
      "x·x",
    ],
  ])("%s", (_, rows, shown) => {
    expect(drawn(rows)).toBe(shown);
  });

  it("asks only of sums that are known, and keeps hidden what was", () => {
    const rows = [
      [2, 9],
      [0, 8],
      [0, 60],
    ];
    expect(drawn(rows)).toBe("xxx");
    expect(drawn(rows, [[0, 1]])).toBe("x··");
    expect(drawn(rows, [[0, 1]], [false, true, false])).toBe("xx·");
  });

  const cut = 1;
  it("shows of a unit the parts, who is past the cut, the number of people, or nothing", () => {
    const rows = [
      [4, 0],
      [9, 2],
      [3, 7],
      [50, 60],
    ];
    const shown = (...args: Parameters<typeof sightOf>) =>
      sightOf(...args).map(({ people, halves, parts }) => {
        if (parts) return "parts";
        if (halves) return "halves";
        return people ? "people" : "·";
      });
    expect(shown(rows, { cut })).toEqual(["·", "people", "·", "parts"]);
    const whole = { people: true, halves: true, parts: false };
    expect(shown(rows, { cut }, whole)).toEqual(["·", "people", "·", "halves"]);
    const people = { ...whole, halves: false };
    expect(shown(rows, { cut }, people)).toEqual(["·", "people", "·", "people"]);
    const nothing = { people: false, halves: false, parts: false };
    expect(shown(rows, { cut }, nothing)).toEqual(["·", "·", "·", "·"]);
    const three = [
      [4, 5, 6],
      [3, 9, 0],
      [50, 60, 70],
    ];
    expect(shown(three, { cut: 2 })).toEqual(["halves", "halves", "parts"]);
    expect(shown(three, { cut: 1 })).toEqual(["people", "people", "parts"]);
  });

  it("shows no half where it and a known sum would give away a few others", () => {
    const rows = [
      [8, 2, 6],
      [9, 0, 7],
    ];
    // Known: how many are in the first part. With those past the cut of each, the two in the middle would follow.
    const halves = sightOf(rows, { cut: 2, together: [[0], [1, 2]] }).map((sight) => sight.halves);
    expect(halves).toEqual([false, true]);
  });

  it("shows the halves beside a unit that hides them, where nobody knows how many they are in all", () => {
    const rows = [
      [9, 3],
      [20, 0],
      [30, 0],
    ];
    const halves = (together: number[][]) =>
      sightOf(rows, { cut, together }).map((sight) => sight.halves);
    expect(halves([[0, 1]])).toEqual([false, true, true]);
    expect(halves([[0], [1]])).toEqual([false, false, false]);
  });

  it("looks at each of 300 units a few times", () => {
    let reads = 0;
    const counted = (row: number[]) =>
      new Proxy(row, {
        get(target, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
          const value: unknown = Reflect.get(target, key);
          return value;
        },
      });
    const rows = range(300).map((unit) =>
      counted(range(5).map((part) => 1 + ((unit * 7 + part) % 4))),
    );
    expect(sightOf(rows, { cut: 3 }).some(({ people }) => people)).toBe(true);
    expect(reads).toBeLessThan(300 * 5 * 10);
  });
});
