import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolUnits, type Unit } from "@/lib/scoring";
import { anyCompany } from "./support";

const unit = (key: string, parent: string | null, n: number): Unit => ({ key, parent, n });
/** Pools as 'a+b:12', with the people of a company that is too small in brackets. */
function shown(units: readonly Unit[], minGroup = 10): string[] {
  const { pools, tooFew } = poolUnits(units, minGroup);
  const show = ({ members, n }: { members: readonly string[]; n: number }) =>
    `${members.join("+")}:${n}`;
  return [...pools.map(show), ...(tooFew === null ? [] : [`(${show(tooFew)})`])];
}

describe("units below the smallest group are pooled", () => {
  test("large enough: each for itself, the bound included", () => {
    expect(shown([unit("a", "d", 10), unit("b", "d", 11)])).toEqual(["a:10", "b:11"]);
    expect(shown([unit("a", "d", 9), unit("b", "d", 11)])).toEqual(["a+b:20"]);
  });

  test("small siblings together", () => {
    const units = [unit("a", "d", 4), unit("b", "d", 6), unit("c", "d", 12)];
    expect(shown(units)).toEqual(["a+b:10", "c:12"]);
  });

  test("still too few: with the smallest group beside them, of equals the first by key", () => {
    const units = [unit("a", "d", 4), unit("b", "d", 30), unit("c", "d", 12), unit("e", "d", 12)];
    expect(shown(units)).toEqual(["a+c:16", "b:30", "e:12"]);
    expect(shown([unit("z", "d", 1), unit("y", "d", 12), unit("x", "d", 12)])).toEqual([
      "x+z:13",
      "y:12",
    ]);
  });

  test("no group beside them: up one level, with the small ones there", () => {
    const units = [
      unit("a", "d1", 4),
      unit("b", "d2", 6),
      unit("d1", "top", 0),
      unit("d2", "top", 0),
      unit("c", "top", 40),
    ];
    expect(shown(units)).toEqual(["a+b:10", "c:40"]);
  });

  test("up two levels", () => {
    const units = [
      unit("a", "t1", 2),
      unit("t1", "d1", 0),
      unit("d1", "co", 0),
      unit("b", "co", 15),
    ];
    expect(shown(units)).toEqual(["a+b:17"]);
  });

  test("the parent's own people stand beside its units", () => {
    expect(shown([unit("d", null, 3), unit("a", "d", 7), unit("b", "d", 20)])).toEqual([
      "a+d:10",
      "b:20",
    ]);
    expect(shown([unit("d", null, 12), unit("a", "d", 7)])).toEqual(["a+d:19"]);
    expect(shown([unit("d", null, 12), unit("a", "d", 10)])).toEqual(["a:10", "d:12"]);
  });

  test("a parent large enough by itself stands, the bound included, and takes in no more than a unit would", () => {
    const under = (n: number) => [unit("d", null, n), unit("a", "d", 4), unit("b", "d", 10)];
    expect(shown(under(20))).toEqual(["a+b:14", "d:20"]);
    expect(shown(under(10))).toEqual(["a+b:14", "d:10"]);
  });

  test("of equal groups the first by key, whatever joined them before", () => {
    const units = [unit("c", "t", 12), unit("b", "t", 6), unit("a", "u", 12), unit("e", "t", 6)];
    expect(shown([...units, unit("t", "co", 0), unit("u", "co", 0), unit("z", "co", 1)])).toEqual([
      "a+z:13",
      "b+e:12",
      "c:12",
    ]);
    expect(
      shown([
        unit("c", "t", 12),
        unit("b", "t", 6),
        unit("e", "t", 6),
        unit("t", "co", 0),
        unit("z", "co", 1),
      ]),
    ).toEqual(["b+e+z:13", "c:12"]);
  });

  test("units never join across parents while there is a group beside them", () => {
    const units = [
      unit("a1", "a", 3),
      unit("a2", "a", 20),
      unit("b1", "b", 4),
      unit("b2", "b", 30),
      unit("a", null, 0),
      unit("b", null, 0),
    ];
    expect(shown(units)).toEqual(["a1+a2:23", "b1+b2:34"]);
  });

  test("a parent that is no unit of its own holds its units together", () => {
    expect(shown([unit("a", "x", 5), unit("b", "x", 5), unit("c", "y", 50)])).toEqual([
      "a+b:10",
      "c:50",
    ]);
    const both = [unit("a", "x", 5), unit("b", "x", 20), unit("c", "y", 4), unit("d", "y", 12)];
    expect(shown(both)).toEqual(["a+b:25", "c+d:16"]);
  });

  test("a whole company too small has no pool and says so", () => {
    expect(shown([unit("a", "d", 4), unit("b", "e", 5)])).toEqual(["(a+b:9)"]);
    expect(shown([unit("a", "d", 4), unit("b", "e", 6)])).toEqual(["a+b:10"]);
  });

  test("nobody at all", () => {
    expect(shown([])).toEqual([]);
    expect(shown([unit("a", null, 0)])).toEqual([]);
  });

  test("a smallest group of 1 pools nobody", () => {
    expect(shown([unit("a", null, 1), unit("b", "a", 1)], 1)).toEqual(["a:1", "b:1"]);
  });

  test("pools come in key order of their first unit", () => {
    expect(shown([unit("c", null, 20), unit("a", null, 20), unit("b", null, 20)])).toEqual([
      "a:20",
      "b:20",
      "c:20",
    ]);
    expect(shown([unit("a", null, 20), unit("b", "a", 20), unit("c", null, 20)])).toEqual([
      "a:20",
      "b:20",
      "c:20",
    ]);
  });
});

describe("faults of the program", () => {
  const circle = "unit b is above itself";
  test.each<[string, Unit[], string]>([
    ["a unit twice", [unit("a", null, 1), unit("a", null, 2)], "a unit is given twice"],
    ["its own parent", [unit("b", "b", 1)], circle],
    ["a circle", [unit("c", "d", 1), unit("d", "b", 1), unit("b", "c", 1)], circle],
    ["a circle above", [unit("a", "c", 1), unit("c", "b", 1), unit("b", "c", 1)], circle],
    ["less than nobody", [unit("a", null, -1)], "-1 people in unit a"],
    ["half a person", [unit("a", null, 1.5)], "1.5 people in unit a"],
    ["no number", [unit("a", null, Number.NaN)], "NaN people in unit a"],
  ])("%s", (_, units, fault) => {
    expect(() => poolUnits(units, 10)).toThrow(new RangeError(fault));
  });
});

describe("properties", () => {
  test("pooling loses nobody and counts nobody twice", () => {
    fc.assert(
      fc.property(anyCompany, fc.integer({ min: 1, max: 30 }), (units, minGroup) => {
        const { pools, tooFew } = poolUnits(units, minGroup);
        const all = [...pools, ...(tooFew === null ? [] : [tooFew])];
        const members = all.flatMap((pool) => pool.members);
        const peopled = units.filter(({ n }) => n > 0).map(({ key }) => key);
        expect(members.toSorted()).toEqual(peopled.toSorted());
        for (const pool of all) {
          const n = units
            .filter(({ key }) => pool.members.includes(key))
            .reduce((sum, each) => sum + each.n, 0);
          expect(pool.n).toBe(n);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("every pool is large enough, and there is one unless the company is too small", () => {
    fc.assert(
      fc.property(anyCompany, fc.integer({ min: 1, max: 30 }), (units, minGroup) => {
        const { pools, tooFew } = poolUnits(units, minGroup);
        const people = units.reduce((sum, { n }) => sum + n, 0);
        expect(pools.every(({ n }) => n >= minGroup)).toBe(true);
        expect(tooFew?.n ?? null).toBe(people > 0 && people < minGroup ? people : null);
        expect(pools.length > 0).toBe(people >= minGroup);
      }),
      { numRuns: 300 },
    );
  });

  test("a unit that is large enough shares a pool only with small ones", () => {
    fc.assert(
      fc.property(anyCompany, fc.integer({ min: 1, max: 30 }), (units, minGroup) => {
        const large = new Set(units.filter(({ n }) => n >= minGroup).map(({ key }) => key));
        for (const { members } of poolUnits(units, minGroup).pools)
          expect(members.filter((key) => large.has(key)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("the order of input does not matter", () => {
    fc.assert(
      fc.property(
        anyCompany.chain((units) =>
          fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
        ),
        ([units, shuffled]) => {
          expect(poolUnits(shuffled, 10)).toEqual(poolUnits(units, 10));
        },
      ),
    );
  });
});

test("a company of 100,000 in 10,000 units, 5,000 deep, takes no time to speak of", () => {
  const units = Array.from({ length: 10_000 }, (_, index) =>
    unit(`u${index}`, index === 0 ? null : `u${index < 5000 ? index - 1 : index - 5000}`, 10),
  );
  const started = performance.now();
  const { pools } = poolUnits(units, 15);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(pools.reduce((sum, { n }) => sum + n, 0)).toBe(100_000);
});
