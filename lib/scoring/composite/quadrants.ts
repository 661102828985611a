import type { QuadrantRule } from "../documents/policy";
import { fraction, type Fraction } from "../ratio";
import { checkSides, type CompositeGap, type ValuesSide } from "./composite";
import type { PerformanceResult } from "./performance";

/** 明星: both strong; 小白兔: strong values, weak results; 野狗: strong results, weak values; neither is strong. */
export type Quadrant = "star" | "rabbit" | "wild-dog" | "neither";

/** One side beside its threshold: `got` of `of` in points, strong from `fromPercent` of it, the bound included. */
export type QuadrantSide = {
  readonly got: Fraction;
  readonly of: Fraction;
  readonly fromPercent: number;
  readonly strong: boolean;
};

export type QuadrantResult = {
  readonly quadrant: Quadrant | null;
  /** Null where the side is open or missing, which `missing` names. */
  readonly values: QuadrantSide | null;
  readonly performance: QuadrantSide | null;
  readonly missing: readonly Extract<CompositeGap, "values-open" | "performance-missing">[];
};

function sideOf(points: number, max: number, parts: number, fromPercent: number): QuadrantSide {
  return {
    got: fraction(points, parts),
    of: fraction(max, parts),
    fromPercent,
    strong: points * 100 >= fromPercent * max,
  };
}

const names = {
  true: { true: "star", false: "rabbit" },
  false: { true: "wild-dog", false: "neither" },
} as const;

/**
 * Which of the four quadrants a person stands in (domain §5: "the four quadrants"; the thresholds are the policy's, in
 * percent of each side's maximum, inclusive, compared in whole numbers). Null while a side is open or missing. Throws
 * RangeError for figures outside their maximum.
 */
export function quadrantOf(
  rule: QuadrantRule,
  values: Omit<ValuesSide, "rating">,
  performance: PerformanceResult | null,
): QuadrantResult {
  checkSides(values, performance);
  const { total, maxTotal } = values;
  const left = total === null ? null : sideOf(total, maxTotal, 2, rule.valuesFrom);
  const right =
    performance === null
      ? null
      : sideOf(performance.points, performance.max, 100, rule.performanceFrom);
  const missing = [
    ...(left === null ? (["values-open"] as const) : []),
    ...(right === null ? (["performance-missing"] as const) : []),
  ];
  const quadrant =
    left === null || right === null ? null : names[`${left.strong}`][`${right.strong}`];
  return { quadrant, values: left, performance: right, missing };
}
