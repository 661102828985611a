import type { HalfPoints } from "../documents/framework";
import { formatScore } from "../format";
import { fraction, renderFraction, type FigureLocale, type Fraction } from "../ratio";
import type { YearAverage, YearResult, YearTerm, YearTrend } from "./types";

const MINUS = "\u2212";

/** Half-points as the points a person reads. */
export function pointsOf({ numerator, denominator }: Fraction): Fraction {
  return fraction(numerator, denominator * 2);
}

/** A term as written in a sum: '21.5', or '28.5 × 30 ÷ 45' where it was converted. */
export function renderTerm({ score, max: own }: YearTerm, max: number): string {
  const text = formatScore(score);
  return own === max ? text : `${text} × ${formatScore(max)} ÷ ${formatScore(own)}`;
}

/** '(21.5 + 23 + 19) ÷ 3', without brackets around a single term. */
export function renderSum({ terms, max }: YearAverage): string {
  const sum = terms.map((term) => renderTerm(term, max)).join(" + ");
  return terms.length === 1 ? `${sum} ÷ 1` : `(${sum}) ÷ ${terms.length}`;
}

/** '(−3 × 21.5 − 23 + 19 + 3 × 25) ÷ 10': the slope of the trend, to be redone by hand. */
export function renderSlope({ weights, divisor }: YearTrend, { terms, max }: YearAverage): string {
  const parts = weights.flatMap(({ quarter, weight }) => {
    const term = terms.find((candidate) => candidate.quarter === quarter);
    if (term === undefined || weight === 0) return [];
    const size = Math.abs(weight);
    const text = renderTerm(term, max);
    return [{ sign: weight < 0 ? MINUS : "+", text: size === 1 ? text : `${size} × ${text}` }];
  });
  const sum = parts
    .map(({ sign, text }, index) => {
      if (index > 0) return ` ${sign} ${text}`;
      return sign === MINUS ? `${MINUS}${text}` : text;
    })
    .join("");
  return `(${sum}) ÷ ${divisor}`;
}

/** The lower bound of a band in points of a total of `max`: '19', or '19 × 45 ÷ 30 = 28.5' where bands are scaled. */
export function renderBound(
  { band, bandsMaxTotal }: NonNullable<YearResult["proposal"]>,
  max: HalfPoints,
  locale: FigureLocale,
): string {
  const from = formatScore(band.from);
  if (max === bandsMaxTotal || band.from === 0) return from;
  const bound = renderFraction(fraction(band.from * max, bandsMaxTotal * 2), locale);
  return `${from} × ${formatScore(max)} ÷ ${formatScore(bandsMaxTotal)} = ${bound}`;
}
