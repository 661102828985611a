import type { PolicyDocument, YearRule } from "../documents/policy";
import { fraction, nearestWhole, type Fraction } from "../ratio";
import { bandOf } from "../sheet/bands";
import { averageOf } from "./average";
import { trendOfYear } from "./trend";
import type { ClosedQuarter, LeftOut, YearAverage, YearQuarter, YearResult } from "./types";

const QUARTERS = [1, 2, 3, 4] as const;

/**
 * The band of a figure that may lie between half-points, by the same inclusive lower bounds as a quarter's total
 * (cross-multiplied). `score` and `max` are in half-points. Throws RangeError for a score outside 0 to `max`.
 */
export function bandOfFraction(policy: PolicyDocument, score: Fraction, max: number) {
  return bandOf(policy, score.numerator, max * score.denominator);
}

function inOrder(quarters: readonly YearQuarter[]) {
  const year = quarters[0]?.year ?? Number.NaN;
  if (!Number.isInteger(year)) throw new RangeError("a year needs a quarter");
  const seen = new Map(quarters.map((entry) => [entry.quarter, entry]));
  if (seen.size !== quarters.length) throw new RangeError("a quarter is given twice");
  if (quarters.some((entry) => entry.year !== year)) throw new RangeError("quarters of two years");
  if (quarters.some(({ quarter }) => QUARTERS.every((known) => known !== quarter)))
    throw new RangeError("quarters run from 1 to 4");
  const all = QUARTERS.map(
    (quarter): YearQuarter => seen.get(quarter) ?? { year, quarter, state: "missing" },
  );
  return { year, all };
}

function leftOutOf(entry: YearQuarter): LeftOut[] {
  if (entry.state === "closed") return [];
  return [{ quarter: entry.quarter, state: entry.state, reason: entry.reason ?? null }];
}

/** Averages per value key, in the order in which the keys appear; a value without any score is left out. */
function valuesOf(closed: readonly ClosedQuarter[]): YearResult["values"] {
  const all = closed.flatMap(({ quarter, values = [] }) =>
    values.map((value) => ({ quarter, ...value })),
  );
  const keys = new Set(all.map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const scores = all.flatMap(({ quarter, key: own, score, max }) =>
      own === key && score !== null ? [{ quarter, score, max }] : [],
    );
    const average = averageOf(scores);
    return average === null ? [] : [{ key, ...average }];
  });
}

function proposalOf(rule: YearRule, policy: PolicyDocument, { average, max }: YearAverage) {
  const score = rule.proposal === "exact" ? average : fraction(nearestWhole(average));
  const band = bandOfFraction(policy, score, max);
  return { score, band, bandsMaxTotal: policy.bandsMaxTotal };
}

/**
 * The year of one person (domain row "year"; classic: average of quarters; 2006 manual: average of the four quarters
 * and the trend of improvement). Takes the quarters of one year in any order; a quarter that is not given is
 * `missing`. Fewer than four: the average of those there are, and `leftOut` names the others. All scores are
 * half-points; the proposal is the average itself or its nearest half-point, halves up; its band is that of the
 * proposal, since that is the figure people see (ours).
 *
 * `policy` is that of the year's latest cycle (ours). Throws RangeError for no quarter at all, a quarter outside 1–4,
 * two years, a quarter given twice, and a score outside 0 to its maximum.
 */
export function yearOf(
  quarters: readonly YearQuarter[],
  rule: YearRule,
  policy: PolicyDocument,
): YearResult {
  const { year, all } = inOrder(quarters);
  const closed = all.flatMap((entry) => (entry.state === "closed" ? [entry] : []));
  const total = averageOf(
    closed.map(({ quarter, total: score, maxTotal: max }) => ({ quarter, score, max })),
  );
  const trend = total === null || !rule.trend ? null : trendOfYear(total);
  const noTrend = rule.trend ? "few-quarters" : "not-asked";
  return {
    year,
    rule,
    ...(total === null
      ? { total, proposal: null }
      : { total, proposal: proposalOf(rule, policy, total) }),
    values: valuesOf(closed),
    leftOut: all.flatMap(leftOutOf),
    whole: closed.length === QUARTERS.length,
    provisional: all.some(({ state }) => state === "open"),
    trend,
    noTrend: trend === null ? noTrend : null,
  };
}
