import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { murmur32 } from "@/lib/scoring/audit/murmur";
import { byManager, byRank } from "@/lib/scoring/audit/order";
import { drawSample, sampleRank, sampleSize } from "@/lib/scoring/audit/sample";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("murmur32", () => {
  // The published vectors of MurmurHash3_x86_32: our hash is the one every other language has.
  it.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["\0\0\0\0", 0, 0x2362f9de],
    ["aaaa", 0x9747b28c, 0x5a97808a],
    ["aaa", 0x9747b28c, 0x283e0130],
    ["aa", 0x9747b28c, 0x5d211726],
    ["a", 0x9747b28c, 0x7fa09ea6],
    ["abcd", 0x9747b28c, 0xf0478627],
    ["abc", 0x9747b28c, 0xc84a62dd],
    ["ab", 0x9747b28c, 0x74875592],
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["ππππππππ", 0x9747b28c, 0xd58063c1],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
  ])("of %j with seed %i", (text, seed, hash) => {
    expect(murmur32(bytes(text), seed)).toBe(hash);
  });
});

describe("sampleRank", () => {
  // Worked out by an implementation in another language.
  it.each([
    ["", "", 152_058_703_422_743],
    ["2026Q3", "E001", 4_997_571_313_585_135],
    ["2026Q3", "E002", 474_783_471_632_824],
    ["seed", "客户第一", 1_501_203_482_208_834],
    ["种子", "E001/customer-first", 694_993_403_128_931],
  ])("never changes: %j %j", (seed, item, rank) => {
    expect(sampleRank(seed, item)).toBe(rank);
  });

  it("is a whole number below 2⁵³, the same each time", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, item) => {
        const rank = sampleRank(seed, item);
        expect(Number.isSafeInteger(rank) && rank >= 0).toBe(true);
        expect(sampleRank(seed, item)).toBe(rank);
      }),
    );
  });

  it("keeps seed and item apart", () => {
    expect(sampleRank("a", "bc")).not.toBe(sampleRank("ab", "c"));
    expect(sampleRank("1", "2:x")).not.toBe(sampleRank("12:x", ""));
  });

  it("spreads evenly: 20 equal parts of 20,000 items stay near 1,000 each", () => {
    for (const seed of ["2026Q1", "2026Q2", "x"]) {
      const parts = Array.from({ length: 20 }, () => 0);
      for (let i = 0; i < 20_000; i++) {
        const part = Math.floor(
          sampleRank(seed, `E${String(i).padStart(6, "0")}`) / (2 ** 53 / 20),
        );
        parts[part] = (parts[part] ?? 0) + 1;
      }
      const chi = parts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
      // 19 degrees of freedom: 43.8 is the 0.1 % bound; the seeds are fixed, so this cannot flake.
      expect(chi).toBeLessThan(43.8);
    }
  });
});

describe("sampleSize", () => {
  it.each([
    [0, 10, 0],
    [0, 100, 0],
    [1, 1, 1],
    [9, 10, 1],
    [10, 10, 1],
    [11, 10, 2],
    [5, 0, 0],
    [7, 100, 7],
    [3, 33, 1],
    [100, 29, 29],
    [200, 7, 14],
    [90_000_000_000_000, 100, 90_000_000_000_000],
  ])("%i items at %i %% give %i", (n, percent, size) => {
    expect(sampleSize(n, percent)).toBe(size);
  });

  it("is the smallest whole number that reaches the rate", () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.integer({ min: 0, max: 100 }), (n, percent) => {
        const size = sampleSize(n, percent);
        expect(size * 100).toBeGreaterThanOrEqual(n * percent);
        expect((size - 1) * 100).toBeLessThan(Math.max(n * percent, 1));
      }),
    );
  });

  it.each([
    [-1, 10],
    [1.5, 10],
    [Number.NaN, 10],
    [1, -1],
    [1, 101],
    [1, 0.5],
  ])("refuses %d items at %d %%", (n, percent) => {
    expect(() => sampleSize(n, percent)).toThrow(RangeError);
    expect(() => sampleSize(n, percent)).toThrow(/^(-1|1.5|NaN|101|0.5) is not a (whole|number)/);
  });
});

const itemsOf = fc.uniqueArray(
  fc.record({
    item: fc.string({ maxLength: 4 }),
    manager: fc.option(fc.constantFrom("M1", "M2", "M3"), { nil: null }),
  }),
  { selector: ({ item }) => item, maxLength: 60 },
);
const ruleOf = fc.record({ percent: fc.integer({ min: 0, max: 100 }), seed: fc.string() });

describe("the order of a draw", () => {
  it("is by manager, as texts compare, those without one last", () => {
    const managers = [null, "张", "b", "B", "10", "9"];
    const sorted = ["10", "9", "B", "b", "张", null];
    expect([...managers].sort(byManager)).toEqual(sorted);
    expect([...managers].reverse().sort(byManager)).toEqual(sorted);
    const items = managers.map((manager, index) => ({ item: String(index), manager }));
    const drawn = drawSample(items, { percent: 1, seed: "" });
    expect(drawn.map(({ manager }) => manager)).toEqual(sorted);
  });

  it("is by rank, and by the text of the item where ranks are equal", () => {
    const ranked = [
      { item: "b", rank: 2 },
      { item: "B", rank: 2 },
      { item: "c", rank: 1 },
    ];
    const sorted = ["c", "B", "b"];
    expect([...ranked].sort(byRank).map(({ item }) => item)).toEqual(sorted);
    expect(
      [...ranked]
        .reverse()
        .sort(byRank)
        .map(({ item }) => item),
    ).toEqual(sorted);
  });
});

describe("drawSample", () => {
  const team = (manager: string | null, size: number) =>
    Array.from({ length: size }, (_, i) => ({ item: `${manager ?? "-"}/${i}`, manager }));

  it("draws one of five at 20 % and, rounded up, two of six", () => {
    const drawn = drawSample([...team("M1", 5), ...team("M2", 6)], { percent: 20, seed: "Q3" });
    expect(drawn.filter(({ manager }) => manager === "M1")).toHaveLength(1);
    expect(drawn.filter(({ manager }) => manager === "M2")).toHaveLength(2);
  });

  it("draws at least one of every manager's, however few", () => {
    const drawn = drawSample([...team("M1", 1), ...team(null, 1)], { percent: 1, seed: "Q3" });
    expect(drawn.map(({ manager }) => manager)).toEqual(["M1", null]);
  });

  it("counts an item once that comes twice", () => {
    const twice = [...team("M1", 10), ...team("M1", 10)];
    expect(drawSample(twice, { percent: 10, seed: "Q3" })).toHaveLength(1);
    const [first, second] = [team("M1", 1), team("M1", 1)];
    expect(drawSample([...first, ...second], { percent: 100, seed: "Q3" })[0]).toBe(first[0]);
  });

  it("gives every manager's items the exact rate and nobody else's", () => {
    fc.assert(
      fc.property(itemsOf, ruleOf, (items, rule) => {
        const drawn = drawSample(items, rule);
        for (const manager of ["M1", "M2", "M3", null]) {
          const own = (list: typeof items) => list.filter((entry) => entry.manager === manager);
          expect(own(drawn)).toHaveLength(sampleSize(own(items).length, rule.percent));
        }
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((entry) => items.includes(entry))).toBe(true);
      }),
    );
  });

  it("does not depend on the order of the items", () => {
    fc.assert(
      fc.property(itemsOf, ruleOf, fc.array(fc.nat(), { maxLength: 60 }), (items, rule, keys) => {
        const order = items.map((entry, i) => ({ entry, key: keys[i] ?? i }));
        const shuffled = order.sort((a, b) => b.key - a.key).map(({ entry }) => entry);
        expect(drawSample(shuffled, rule)).toEqual(drawSample(items, rule));
      }),
    );
  });

  it("draws no item before one of a smaller rank of the same manager", () => {
    fc.assert(
      fc.property(itemsOf, ruleOf, (items, rule) => {
        const drawn = new Set(drawSample(items, rule));
        for (const inside of drawn)
          for (const outside of items)
            if (!drawn.has(outside) && outside.manager === inside.manager)
              expect(sampleRank(rule.seed, inside.item)).toBeLessThanOrEqual(
                sampleRank(rule.seed, outside.item),
              );
      }),
    );
  });

  it("keeps everybody drawn at a lower rate when the rate rises", () => {
    fc.assert(
      fc.property(itemsOf, ruleOf, (items, { seed, percent }) => {
        const more = new Set(drawSample(items, { seed, percent: (100 - (100 - percent) / 2) | 0 }));
        expect(drawSample(items, { seed, percent }).every((entry) => more.has(entry))).toBe(true);
      }),
    );
  });

  it("draws others with another seed", () => {
    const items = team("M1", 1000);
    const draw = (seed: string) => drawSample(items, { percent: 10, seed }).map(({ item }) => item);
    expect(draw("2026Q1")).not.toEqual(draw("2026Q2"));
    expect(draw("2026Q1")).toEqual(draw("2026Q1"));
  });
});
