import { describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import { progressOf, stageCounts, withOwn } from "@/lib/progress/rules";

describe("progress", () => {
  it("puts every state into exactly one of the five parts", () => {
    const counts = { self_review: 1, manager_scoring: 2, second_level: 4, hr_audit: 8 };
    const more = { ...counts, approval: 16, interview: 32, published: 64, acknowledged: 128 };
    expect(progressOf({ ...more, objected: 256 })).toEqual([1, 2, 28, 352, 128]);
  });

  it("hides what is few, with as much else as would give it away", () => {
    const counted = (counts: Readonly<Record<string, number>>) =>
      stageCounts(
        appraisalStates.map((state) => ({ state, count: counts[state] ?? 0, returned: 0 })),
      );
    const shown = ({ stages }: ReturnType<typeof counted>) =>
      stages.filter(({ count }) => count !== 0).map(({ state, count }) => [state, count]);
    const plain = counted({ self_review: 12, second_level: 7, acknowledged: 20 });
    expect(plain).toMatchObject({ done: 20, returned: 0 });
    expect(shown(plain)).toEqual([
      ["self_review", 12],
      ["second_level", 7],
      ["acknowledged", 20],
    ]);
    // The step of the reviews has a sum of its own, and so have those who are done.
    const few = counted({ self_review: 12, second_level: 7, approval: 2, acknowledged: 20 });
    expect(shown(few)).toEqual([
      ["self_review", 12],
      ["second_level", null],
      ["approval", null],
      ["acknowledged", 20],
    ]);
    const late = counted({ self_review: 3, acknowledged: 60 });
    expect(late.done).toBeNull();
    expect(shown(late)).toEqual([
      ["self_review", null],
      ["acknowledged", null],
    ]);
  });
});

describe("who is done", () => {
  it("counts the reader's own sheet, and hides the others where they are few", () => {
    expect(withOwn(12, true)).toBe(13);
    expect(withOwn(12, false)).toBe(12);
    expect(withOwn(12, null)).toBe(12);
    expect(withOwn(null, true)).toBeNull();
  });
});
