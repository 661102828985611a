import type { HalfPoints } from "../figures";
import { formatScore } from "../format";
import { fraction, renderFraction, type FigureLocale, type Fraction } from "../ratio";
import type { YearAverage, YearProposal, YearTerm, YearTrend } from "./types";

const MINUS = "\u2212";

/** Half-points as the points a person reads. */
export function pointsOf({ numerator, denominator }: Fraction): Fraction {
  return fraction(numerator, denominator * 2);
}

/** A term as written in a sum: '21.5', or '28.5 × 30 ÷ 45' where it was converted. */
function renderTerm({ score, max: own }: YearTerm, max: number): string {
  const text = formatScore(score);
  return own === max ? text : `${text} × ${formatScore(max)} ÷ ${formatScore(own)}`;
}

/** '(21.5 + 23 + 19) ÷ 3', without brackets around a single term. */
export function renderSum({ terms, max }: YearAverage): string {
  const sum = terms.map((term) => renderTerm(term, max)).join(" + ");
  return terms.length === 1 ? `${sum} ÷ 1` : `(${sum}) ÷ ${terms.length}`;
}

/** '− 3 × 21.5' or '+ 19'; nothing for a term that does not move the line. */
function renderWeighed(weight: number, term: string): string[] {
  const size = Math.abs(weight);
  const text = size === 1 ? term : `${size} × ${term}`;
  if (weight > 0) return [`+ ${text}`];
  return weight < 0 ? [`${MINUS} ${text}`] : [];
}

/** '(−3 × 21.5 − 23 + 19 + 3 × 25) ÷ 10': the slope of the trend, to be redone by hand. */
export function renderSlope({ weights, divisor }: YearTrend, { terms, max }: YearAverage): string {
  const parts = weights.flatMap(({ quarter, weight }) =>
    terms
      .filter((term) => term.quarter === quarter)
      .flatMap((term) => renderWeighed(weight, renderTerm(term, max))),
  );
  // The first quarter pulls the line down, so the sum begins with a minus, which stands close to its figure.
  const sum = parts.join(" ").replace(" ", "");
  return `(${sum}) ÷ ${divisor}`;
}

/** The lower bound of a band in points of a total of `max`: '19', or '19 × 45 ÷ 30 = 28.5' where bands are scaled. */
export function renderBound(
  { band, bandsMaxTotal }: YearProposal,
  max: HalfPoints,
  locale: FigureLocale,
): string {
  const from = formatScore(band.from);
  if (max === bandsMaxTotal || band.from === 0) return from;
  const bound = renderFraction(fraction(band.from * max, bandsMaxTotal * 2), locale);
  return `${from} × ${formatScore(max)} ÷ ${formatScore(bandsMaxTotal)} = ${bound}`;
}
