import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Memo } from "@/lib/scoring/ladder/memo";

const told = (signals: readonly number[]) => signals.join(" ");
const anySignal = fc.integer({ min: 0, max: 15 });

function counted(depth: number) {
  let works = 0;
  const memo = new Memo(depth, (signals) => {
    works += 1;
    return told(signals);
  });
  return { memo, works: () => works };
}

describe("what is remembered", () => {
  test("is what was worked out, for any depth and any place in the array", () => {
    const anyLists = fc
      .integer({ min: 0, max: 20 })
      .chain((depth) =>
        fc.tuple(
          fc.constant(depth),
          fc.array(fc.array(anySignal, { minLength: depth, maxLength: depth }), { maxLength: 30 }),
        ),
      );
    fc.assert(
      fc.property(anyLists, ([depth, lists]) => {
        const { memo } = counted(depth);
        const all = Uint8Array.from(lists.flat());
        for (let turn = 0; turn < 2; turn += 1)
          lists.forEach((list, index) => expect(memo.get(all, index * depth)).toBe(told(list)));
      }),
    );
  });

  test.each([1, 5, 7])("%i rungs are worked out once", (depth) => {
    const { memo, works } = counted(depth);
    const signals = new Uint8Array(depth).fill(15);
    expect(memo.get(signals, 0)).toBe(told(Array.from(signals)));
    expect(memo.get(signals, 0)).toBe(told(Array.from(signals)));
    expect(works()).toBe(1);
  });

  test("what stands behind the last rung is not part of the question", () => {
    const { memo, works } = counted(2);
    expect(memo.get(Uint8Array.from([1, 2, 3]), 0)).toBe("1 2");
    expect(memo.get(Uint8Array.from([1, 2, 9]), 0)).toBe("1 2");
    expect(works()).toBe(1);
  });

  test("ways that fall on the same place are kept apart, each worked out once", () => {
    const { memo, works } = counted(7);
    // A walk that no hash follows: 3000 of 8192 places, so that many are asked for twice.
    const asked = Array.from({ length: 3000 }, (_, index) => (index * index * 7919) % 268_435_456);
    const wrong = [...asked, ...asked].filter((number) => {
      const signals = Uint8Array.from([24, 20, 16, 12, 8, 4, 0], (shift) => (number >> shift) & 15);
      return memo.get(signals, 0) !== told(Array.from(signals));
    });
    expect(wrong).toEqual([]);
    expect(works()).toBe(new Set(asked).size);
  });

  test("more than seven rungs are worked out every time", () => {
    const { memo, works } = counted(8);
    memo.get(new Uint8Array(8), 0);
    memo.get(new Uint8Array(8), 0);
    expect(works()).toBe(2);
  });

  test("is forgotten beyond 4096 ways, and learnt again rightly", () => {
    const { memo, works } = counted(4);
    const wrong: string[] = [];
    const ask = (number: number) => {
      const signals = Uint8Array.from([12, 8, 4, 0], (shift) => (number >> shift) & 15);
      const answer = memo.get(signals, 0);
      if (answer !== told(Array.from(signals))) wrong.push(answer);
    };
    for (let number = 0; number < 4096; number += 1) ask(number);
    for (let number = 0; number < 4096; number += 1) ask(number);
    expect(works()).toBe(4096);
    for (const number of [5000, 5001, 5000, 5001]) ask(number);
    expect(works()).toBe(4096 + 2);
    ask(1);
    expect(works()).toBe(4096 + 3);
    for (let number = 0; number < 65_536; number += 1) ask(number);
    expect(wrong).toEqual([]);
  });

  test("does not mix up neighbours: only the lower four bits are read", () => {
    const { memo } = counted(2);
    expect(memo.get(Uint8Array.from([1, 16]), 0)).toBe("1 0");
    expect(memo.get(Uint8Array.from([0, 16]), 0)).toBe("0 0");
    expect(memo.get(Uint8Array.from([255, 17]), 0)).toBe("15 1");
  });
});
