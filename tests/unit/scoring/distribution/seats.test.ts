import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seatsOf } from "@/lib/scoring";
import { anyPercents, sharesOf, twoSevenOne } from "./support";

const seats = (n: number, ...percents: number[]) =>
  seatsOf(n, sharesOf(...percents)).map((share) => share.seats);

describe("271: seats by the largest remainder", () => {
  test.each([
    [0, [0, 0, 0]],
    [1, [0, 1, 0]],
    [2, [0, 2, 0]],
    [3, [1, 2, 0]],
    [4, [1, 3, 0]],
    [5, [1, 4, 0]],
    [6, [1, 4, 1]],
    [7, [1, 5, 1]],
    [8, [1, 6, 1]],
    [9, [2, 6, 1]],
    [10, [2, 7, 1]],
    [11, [2, 8, 1]],
    [15, [3, 11, 1]],
    [23, [5, 16, 2]],
    [25, [5, 18, 2]],
    [100, [20, 70, 10]],
    [101, [20, 71, 10]],
    [100_000, [20_000, 70_000, 10_000]],
  ])("%d people: %j", (n, expected) => {
    expect(seatsOf(n, twoSevenOne.shares).map((share) => share.seats)).toEqual(expected);
  });

  test("tells its arithmetic", () => {
    expect(seatsOf(23, twoSevenOne.shares)).toEqual([
      { key: "top", percent: 20, whole: 4, rest: 60, extra: true, seats: 5 },
      { key: "middle", percent: 70, whole: 16, rest: 10, extra: false, seats: 16 },
      { key: "bottom", percent: 10, whole: 2, rest: 30, extra: false, seats: 2 },
    ]);
  });

  test("of equal remainders the larger share comes first", () => {
    // 5 people: 3.5 and 0.5 are left with the same half
    expect(seatsOf(5, twoSevenOne.shares)[1]).toMatchObject({ rest: 50, extra: true });
    expect(seats(5, 10, 70, 20)).toEqual([0, 4, 1]);
    expect(seats(5, 10, 20, 70)).toEqual([0, 1, 4]);
    expect(seats(5, 70, 20, 10)).toEqual([4, 1, 0]);
  });

  test("of equal shares the one listed earlier", () => {
    expect(seats(1, 50, 50)).toEqual([1, 0]);
    expect(seats(3, 25, 25, 25, 25)).toEqual([1, 1, 1, 0]);
    expect(seats(2, 25, 25, 25, 25)).toEqual([1, 1, 0, 0]);
  });

  test("a share of 0 gets no seat, one of 100 all", () => {
    expect(seats(7, 0, 100)).toEqual([0, 7]);
    expect(seats(7, 100, 0)).toEqual([7, 0]);
  });

  test.each([-1, 1.5, Number.NaN, 10_000_001])("%d is no count of people", (n) => {
    expect(() => seats(n, 50, 50)).toThrow(new RangeError(`${n} people`));
  });

  test("ten million is", () => {
    expect(seats(10_000_000, 33, 67)).toEqual([3_300_000, 6_700_000]);
  });

  const [whole, hundred] = ["a share is a whole percent", "the shares make 100 percent"];
  test.each([
    [[50, 49], hundred],
    [[50, 51], hundred],
    [[], hundred],
    [[-10, 110], whole],
    [[33.5, 66.5], whole],
  ])("shares of %j are a fault: %s", (percents, fault) => {
    expect(() => seats(10, ...percents)).toThrow(new RangeError(fault));
  });
});

/** Hare's method put otherwise: hand out seats one at a time to whoever is furthest below the exact share. */
function oracle(n: number, percents: readonly number[]): number[] {
  const given = percents.map((percent) => Number((BigInt(n) * BigInt(percent)) / 100n));
  const short = (index: number) => n * (percents[index] ?? 0) - 100 * (given[index] ?? 0);
  while (given.reduce((sum, each) => sum + each, 0) < n) {
    let best = 0;
    for (let index = 1; index < percents.length; index++) {
      const more = short(index) > short(best);
      const larger = short(index) === short(best) && (percents[index] ?? 0) > (percents[best] ?? 0);
      if (more || larger) best = index;
    }
    given[best] = (given[best] ?? 0) + 1;
  }
  return given;
}

describe("properties", () => {
  test("seats add up to n, each within one of the exact share; the oracle agrees", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), anyPercents, (n, percents) => {
        const shown = seatsOf(n, sharesOf(...percents));
        expect(shown.reduce((sum, share) => sum + share.seats, 0)).toBe(n);
        for (const share of shown) {
          expect(Math.abs(share.seats * 100 - n * share.percent)).toBeLessThan(100);
          expect(share.whole * 100 + share.rest).toBe(n * share.percent);
          expect(share.seats).toBe(share.whole + (share.extra ? 1 : 0));
        }
        expect(shown.map((share) => share.seats)).toEqual(oracle(n, percents));
      }),
      { numRuns: 500 },
    );
  });

  test("a larger share never has fewer seats", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), anyPercents, (n, percents) => {
        const shown = seatsOf(n, sharesOf(...percents));
        for (const a of shown)
          for (const b of shown) if (a.percent > b.percent) expect(a.seats >= b.seats).toBe(true);
      }),
    );
  });
});
