import { describe, expect, it } from "vitest";
import { departmentCounts } from "@/lib/hr-audit/rules";

const unit = (
  id: string,
  [untouched, self, manager, checks, done]: [number, number, number, number, number],
) => ({
  ...{ id, name: id, nameEn: null, people: untouched + self + manager + checks + done },
  ...{ untouched, self, manager, checks, done },
});

const shown = (...rows: Parameters<typeof unit>[]) =>
  departmentCounts(rows.map((row) => unit(...row))).map(({ people, counts }) => [
    people,
    Object.values(counts).join(" ").trim(),
  ]);

describe("HR's progress by department", () => {
  it("shows how many are how far", () => {
    expect(shown(["a", [5, 6, 0, 7, 0]], ["b", [0, 0, 0, 0, 9]])).toEqual([
      [18, "5 6 0 7 0"],
      [9, "0 0 0 0 9"],
    ]);
  });

  it("hides a unit of four with the next smallest", () => {
    expect(shown(["a", [4, 0, 0, 0, 0]], ["b", [8, 0, 0, 0, 0]], ["c", [20, 0, 0, 0, 0]])).toEqual([
      [null, ""],
      [null, ""],
      [20, "20 0 0 0 0"],
    ]);
  });

  it("lets nothing follow from how many are in their self-review", () => {
    // Three are past it, all in one unit: with 40 in their self-review known, a unit without any is no cover.
    expect(shown(["a", [5, 6, 3, 0, 0]], ["b", [9, 0, 0, 0, 0]], ["c", [20, 0, 0, 0, 0]])).toEqual([
      [14, ""],
      [9, ""],
      [20, ""],
    ]);
    expect(shown(["a", [5, 6, 3, 0, 0]], ["b", [9, 0, 0, 7, 0]], ["c", [20, 0, 0, 0, 0]])).toEqual([
      [14, ""],
      [16, ""],
      [20, "20 0 0 0 0"],
    ]);
  });
});
