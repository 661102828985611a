import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distribute, shareOfBand, type DistributionGroup } from "@/lib/scoring";
import { policy } from "../support";
import { anyCompany, group, sharesOf, twoSevenOne } from "./support";

const blocking = { ...twoSevenOne, enforce: "block" } as const;

describe("domain §5: 20/70/10 shown per division as guidance, enforceable by setting", () => {
  test("seats beside the people who stand there", () => {
    const { pools, tooFew } = distribute(
      [group("sales", null, 23, { top: 6, middle: 16, bottom: 0 })],
      twoSevenOne,
    );
    expect(tooFew).toBeNull();
    expect(pools).toHaveLength(1);
    expect(pools[0]).toMatchObject({
      members: ["sales"],
      n: 23,
      pooled: false,
      open: 1,
      verdict: "warn",
    });
    expect(
      pools[0]?.shares.map(({ key, seats, count, difference, fit }) => [
        key,
        seats,
        count,
        difference,
        fit,
      ]),
    ).toEqual([
      ["top", 5, 6, 1, "over"],
      ["middle", 16, 16, 0, "fits"],
      ["bottom", 2, 0, -2, "under"],
    ]);
  });

  test.each([
    [{ top: 2, middle: 7, bottom: 1 }, "fits", 0],
    [{ top: 3, middle: 6, bottom: 1 }, "block", 0],
    [{ top: 2, middle: 8, bottom: 0 }, "block", 0],
    [{ top: 1, middle: 7, bottom: 2 }, "block", 0],
    [{ top: 2, middle: 6, bottom: 1 }, "fits", 1],
    [{}, "fits", 10],
  ])("ten people as %j: %s, %d open", (counts, verdict, open) => {
    const [pool] = distribute([group("a", null, 10, counts)], blocking).pools;
    expect(pool?.verdict).toBe(verdict);
    expect(pool?.open).toBe(open);
  });

  test("warn where the policy warns", () => {
    const [pool] = distribute([group("a", null, 10, { top: 3 })], twoSevenOne).pools;
    expect(pool?.verdict).toBe("warn");
  });

  test("a pool adds up the counts of its units", () => {
    const { pools } = distribute(
      [
        group("a", "d", 4, { top: 1, middle: 3 }),
        group("b", "d", 6, { top: 1, middle: 3, bottom: 1 }),
      ],
      twoSevenOne,
    );
    expect(pools).toHaveLength(1);
    expect(pools[0]).toMatchObject({ members: ["a", "b"], n: 10, pooled: true, open: 1 });
    expect(pools[0]?.shares.map(({ count }) => count)).toEqual([2, 6, 1]);
  });

  test("a company too small has no guidance", () => {
    const told = distribute([group("a", null, 9, { top: 9 })], twoSevenOne);
    expect(told).toEqual({ rule: twoSevenOne, pools: [], tooFew: { members: ["a"], n: 9 } });
  });

  test("everybody in a share is no fault, one more is", () => {
    expect(() => distribute([group("a", null, 9, { top: 9 })], twoSevenOne)).not.toThrow();
    expect(() => distribute([group("a", null, 9, { top: 9, bottom: 1 })], twoSevenOne)).toThrow(
      new RangeError("unit a counts more people than it has"),
    );
  });

  test.each<[Record<string, number>, string]>([
    [{ best: 1 }, "unit a counts an unknown share best"],
    [{ top: -1 }, "-1 people in top"],
    [{ top: 0.5 }, "0.5 people in top"],
    [{ top: Number.NaN }, "NaN people in top"],
  ])("counts of %j are a fault of the program: %s", (counts, fault) => {
    expect(() => distribute([group("a", null, 20, counts)], twoSevenOne)).toThrow(
      new RangeError(fault),
    );
  });
});

/** Fills counts so that some people stay open. */
function filled(groups: readonly DistributionGroup[]): DistributionGroup[] {
  return groups.map(({ key, parent, n }) => {
    const top = Math.floor(n / 3);
    return group(key, parent, n, { top, middle: Math.floor(n / 2) });
  });
}

describe("properties", () => {
  test("people, seats and counts add up over the whole company", () => {
    fc.assert(
      fc.property(anyCompany, fc.integer({ min: 1, max: 30 }), (company, minGroup) => {
        const groups = filled(company);
        const { pools, tooFew } = distribute(groups, { ...twoSevenOne, minGroup });
        const people = groups.reduce((sum, { n }) => sum + n, 0);
        expect(pools.reduce((sum, { n }) => sum + n, tooFew?.n ?? 0)).toBe(people);
        for (const pool of pools) {
          expect(pool.shares.reduce((sum, { seats }) => sum + seats, 0)).toBe(pool.n);
          const placed = pool.shares.reduce((sum, { count }) => sum + count, 0);
          expect(placed + pool.open).toBe(pool.n);
          const apart = pool.shares.reduce((sum, { difference }) => sum + difference, 0);
          expect(apart).toBe(-pool.open);
          const over = pool.shares.some(({ count, seats }) => count > seats);
          expect(pool.verdict).toBe(over ? "warn" : "fits");
        }
      }),
      { numRuns: 200 },
    );
  });

  test("the order of input does not matter", () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const groups = filled(company);
        expect(distribute(groups.toReversed(), twoSevenOne)).toEqual(
          distribute(groups, twoSevenOne),
        );
      }),
    );
  });
});

describe("bands and shares by place", () => {
  const all = (key: string, ...percents: number[]) => {
    const document = policy(key);
    const shares = percents.length === 0 ? twoSevenOne.shares : sharesOf(...percents);
    return document.bands.map((band) => shareOfBand(document, { shares }, band.key));
  };

  test("classic under 20/70/10", () => {
    expect(all("classic")).toEqual(["top", "middle", "middle", "bottom"]);
  });

  test("2006 manual under 20/70/10", () => {
    expect(all("manual-2006")).toEqual([
      "top",
      "middle",
      "middle",
      "middle",
      "middle",
      "middle",
      "bottom",
    ]);
  });

  test("two shares: only the lowest band is the second", () => {
    expect(all("classic", 90, 10)).toEqual(["s0", "s0", "s0", "s1"]);
  });

  test("as many shares as bands: one each; more shares: the last band is the last share", () => {
    expect(all("classic", 25, 25, 25, 25)).toEqual(["s0", "s1", "s2", "s3"]);
    expect(all("classic", 20, 20, 20, 20, 20)).toEqual(["s0", "s1", "s2", "s4"]);
  });

  test("a single band is the first share, a single share everything", () => {
    const [best] = policy("classic").bands;
    if (best === undefined) throw new Error("no band");
    expect(shareOfBand({ bands: [best] }, twoSevenOne, "excellent")).toBe("top");
    expect(all("classic", 100)).toEqual(["s0", "s0", "s0", "s0"]);
  });

  test("an unknown band and an empty distribution are faults", () => {
    const classic = policy("classic");
    expect(() => shareOfBand(classic, twoSevenOne, "best")).toThrow(new RangeError("no band best"));
    expect(() => shareOfBand(classic, { shares: [] }, "good")).toThrow(
      new RangeError("a distribution has shares"),
    );
  });
});
