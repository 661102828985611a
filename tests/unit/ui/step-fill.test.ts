import { describe, expect, it } from "vitest";
import { barPath, stepBars, stepFills } from "@/components/ui/marks/step-fill";

describe("stepFills", () => {
  it("fills whole points and halves the bar of a half point", () => {
    expect(stepFills(7, 5)).toEqual(["full", "full", "full", "half", "empty"]);
  });

  it("shows 0 and no score alike, the number beside it tells them apart", () => {
    expect(stepFills(0, 5)).toEqual(stepFills(null, 5));
  });

  it("fills all of a perfect score and never more", () => {
    expect(stepFills(10, 5)).toEqual(Array.from({ length: 5 }, () => "full"));
    expect(stepFills(14, 7)).toHaveLength(7);
  });
});

describe("stepBars", () => {
  const geometry = { bar: 4, gap: 3, low: 7, high: 19 };

  it("rises from low to high on whole pixels, every foot on the ground", () => {
    const bars = stepBars(stepFills(9, 7), geometry);
    expect(bars.map(({ height }) => height)).toEqual([7, 9, 11, 13, 15, 17, 19]);
    for (const { y, height, filled } of bars) {
      expect(y + height).toBe(19);
      expect(Number.isInteger(filled)).toBe(true);
    }
  });

  it("fills half of the bar of a half point", () => {
    expect(stepBars(["half"], geometry)).toEqual([
      { x: 0, y: 0, width: 4, height: 19, filled: 10 },
    ]);
  });
});

describe("barPath", () => {
  const bar = { x: 7, y: 9, width: 4, height: 10, filled: 5 };

  it("stands on the foot of the bar, a radius inside its edges", () => {
    expect(barPath(bar, bar.height, 1)).toBe("M8 10h2v8h-2z");
    expect(barPath(bar, bar.filled, 1)).toBe("M8 15h2v3h-2z");
  });

  it("draws nothing for no height", () => {
    expect(barPath(bar, 0, 1)).toBe("");
  });
});
