import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderYear, yearOf, type YearQuarter, type YearRule } from "@/lib/scoring";
import {
  absent,
  big,
  classic,
  equations,
  exactRule,
  manual,
  redo,
  schoolbook,
  type Big,
} from "./support";

/**
 * A second reading of the year: fractions of BigInt that are never reduced, the textbook definition of the slope with
 * its means, a search for the nearest half, and bands by walking the list from the lowest.
 */
type Plain = { readonly quarter: number; readonly score: number; readonly max: number };

const mean = (all: readonly Big[]): Big =>
  big.by(
    all.reduce((sum, each) => big.plus(sum, each), big.of(0)),
    big.of(all.length),
  );

function oracleScores(closed: readonly Plain[]): Big[] {
  const max = closed.at(-1)?.max ?? 1;
  return closed.map((each) => big.times(big.of(each.score), [BigInt(max), BigInt(each.max)]));
}

function oracleDirection(closed: readonly Plain[]): string | null {
  if (closed.length < 3) return null;
  const ys = oracleScores(closed);
  const xs = closed.map(({ quarter }) => big.of(quarter));
  const [x, y] = [mean(xs), mean(ys)];
  const spread = (a: readonly Big[], b: readonly Big[]) =>
    a.reduce((sum, each, i) => {
      const other = b[i] ?? big.of(0);
      return big.plus(sum, big.times(big.minus(each, x), big.minus(other, b === xs ? x : y)));
    }, big.of(0));
  const slope = big.by(spread(xs, ys), spread(xs, xs));
  const bound: Big = [BigInt(closed.at(-1)?.max ?? 0), 60n];
  if (!big.less(slope, bound)) return "improving";
  return big.less(big.minus(big.of(0), bound), slope) ? "steady" : "falling";
}

function nearestHalf(average: Big): Big {
  const distance = (candidate: Big): Big => {
    const apart = big.minus(candidate, average);
    return big.less(apart, big.of(0)) ? big.minus(big.of(0), apart) : apart;
  };
  let best = big.of(0);
  for (let half = 1; half <= 801; half++)
    if (!big.less(distance(best), distance(big.of(half)))) best = big.of(half);
  return best;
}

function oracleBand(policy: typeof classic, score: Big, max: number): string {
  let key = "";
  for (const band of policy.bands.toReversed()) {
    const bound: Big = [BigInt(band.from * max), BigInt(policy.bandsMaxTotal)];
    if (!big.less(score, bound)) key = band.key;
  }
  return key;
}

const maxima = [14, 30, 42, 60, 90, 799, 800];
const anyQuarter = fc.record({
  state: fc.constantFrom("closed" as const, "closed" as const, "exempt" as const, "open" as const),
  max: fc.constantFrom(60, 60, 60, ...maxima),
  part: fc.integer({ min: 0, max: 1000 }),
});
const anyYear = fc.array(anyQuarter, { minLength: 1, maxLength: 4 });

function build(
  drawn: readonly { state: "closed" | "exempt" | "open"; max: number; part: number }[],
) {
  const quarters = drawn.map(({ state, max, part }, index): YearQuarter => {
    if (state !== "closed") return absent(index + 1, state);
    const total = Math.floor((max * part) / 1000);
    return { year: 2026, quarter: index + 1, state, total, maxTotal: max };
  });
  const closed = quarters.flatMap((each): Plain[] =>
    each.state === "closed"
      ? [{ quarter: each.quarter, score: each.total, max: each.maxTotal }]
      : [],
  );
  return { quarters, closed };
}

const anyRule = fc.constantFrom<YearRule["proposal"]>("exact", "half-point");

describe("the year against its oracle", () => {
  test("average, proposal, band and trend", () => {
    fc.assert(
      fc.property(anyYear, anyRule, fc.boolean(), (drawn, proposal, second) => {
        const { quarters, closed } = build(drawn);
        const policy = second ? manual : classic;
        const year = yearOf(quarters, { ...exactRule, proposal }, policy);
        if (closed.length === 0) {
          expect(year.total).toBeNull();
          return;
        }
        const average = mean(oracleScores(closed));
        const shown = year.total?.average;
        expect(
          big.same([BigInt(shown?.numerator ?? -1), BigInt(shown?.denominator ?? 1)], average),
        ).toBe(true);
        const wanted = proposal === "exact" ? average : nearestHalf(average);
        const score = year.proposal?.score;
        expect(
          big.same([BigInt(score?.numerator ?? -1), BigInt(score?.denominator ?? 1)], wanted),
        ).toBe(true);
        const max = closed.at(-1)?.max ?? 0;
        expect(year.proposal?.band.key).toBe(oracleBand(policy, wanted, max));
        expect(year.trend?.direction ?? null).toBe(oracleDirection(closed));
      }),
      { numRuns: 400 },
    );
  });
});

describe("properties", () => {
  test("every quarter is counted or named, exactly once", () => {
    fc.assert(
      fc.property(anyYear, (drawn) => {
        const year = yearOf(build(drawn).quarters, exactRule, classic);
        const counted = (year.total?.terms ?? []).map(({ quarter }) => quarter);
        const named = year.leftOut.map(({ quarter }) => quarter);
        expect([...counted, ...named].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
      }),
    );
  });

  test("the order of input does not matter", () => {
    fc.assert(
      fc.property(
        anyYear.chain((drawn) => {
          const { quarters } = build(drawn);
          return fc.tuple(
            fc.constant(quarters),
            fc.shuffledSubarray(quarters, { minLength: quarters.length }),
          );
        }),
        ([quarters, shuffled]) => {
          expect(yearOf(shuffled, exactRule, classic)).toEqual(
            yearOf(quarters, exactRule, classic),
          );
        },
      ),
    );
  });

  test("one quarter better never makes the year worse", () => {
    fc.assert(
      fc.property(anyYear, fc.nat(3), anyRule, (drawn, which, proposal) => {
        const { quarters } = build(drawn);
        const rule = { ...exactRule, proposal };
        const better = quarters.map((each, index) =>
          index === which && each.state === "closed" && each.total < each.maxTotal
            ? { ...each, total: each.total + 1 }
            : each,
        );
        const before = yearOf(quarters, rule, classic).proposal?.score ?? null;
        const after = yearOf(better, rule, classic).proposal?.score ?? null;
        if (before === null || after === null) return;
        expect(after.numerator * before.denominator).toBeGreaterThanOrEqual(
          before.numerator * after.denominator,
        );
      }),
    );
  });

  test("every sum that is printed comes out when redone by hand", () => {
    fc.assert(
      fc.property(anyYear, fc.constantFrom("zh" as const, "en" as const), (drawn, locale) => {
        const { quarters, closed } = build(drawn);
        const lines = renderYear(yearOf(quarters, exactRule, classic), locale);
        const sums = lines.flatMap(equations);
        expect(sums.length).toBeGreaterThanOrEqual(Math.sign(closed.length));
        for (const { left, right } of sums) expect(schoolbook(redo(left))).toBe(right);
      }),
      { numRuns: 300 },
    );
  });
});

test("the reader's arithmetic is one", () => {
  expect(schoolbook(redo("(21.5 + 23 + 19) ÷ 3"))).toBe("21.17");
  expect(schoolbook(redo("(\u22123 × 20 \u2212 21 + 22 + 3 × 23) ÷ 10"))).toBe("1");
  expect(equations("平均分：(1 + 2) ÷ 2 = 1.5，满分 3。")).toEqual([
    { left: "(1 + 2) ÷ 2", right: "1.5" },
  ]);
});
