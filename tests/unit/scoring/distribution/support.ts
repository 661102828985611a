import fc from "fast-check";
import type { DistributionGroup, DistributionRule } from "@/lib/scoring";

const text = (zh: string, en: string) => ({ zh, en });

/** 271: 20 / 70 / 10. */
export const twoSevenOne: DistributionRule = {
  shares: [
    { key: "top", name: text("优", "Top"), percent: 20 },
    { key: "middle", name: text("中", "Middle"), percent: 70 },
    { key: "bottom", name: text("差", "Bottom"), percent: 10 },
  ],
  minGroup: 10,
  enforce: "warn",
};

export function sharesOf(...percents: number[]): DistributionRule["shares"] {
  return percents.map((percent, index) => {
    const key = `s${index}`;
    return { key, name: text(key, key), percent };
  });
}

export function group(
  key: string,
  parent: string | null,
  n: number,
  counts: Readonly<Record<string, number>> = {},
): DistributionGroup {
  return { key, parent, n, counts };
}

/** Percents of two to eight shares that make 100, zeros included. */
export const anyPercents = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 7 })
  .map((cuts) => {
    const sorted = [0, ...cuts.toSorted((a, b) => a - b), 100];
    return sorted.slice(1).map((cut, index) => cut - (sorted[index] ?? 0));
  });

/** A company of up to 40 units; a parent is an earlier unit, a unit without people of its own, or nobody. */
export const anyCompany = fc
  .array(
    fc.record({
      n: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })),
      above: fc.integer({ min: -3, max: 39 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ n, above }, index) => {
      const parent = above < -1 ? null : above < 0 ? "nowhere" : `u${above % (index + 1)}`;
      return group(`u${index}`, parent === `u${index}` ? null : parent, n);
    }),
  );
