import { formatScore } from "../format";
import { formatFraction, renderFraction, type FigureLocale } from "../ratio";
import type { Settlement } from "./settle";
import { pointsOf, renderBound, renderSlope, renderSum } from "./terms";
import type { CountedYear, LeftOut, YearAverage, YearResult } from "./types";
import { yearVoices } from "./voices";

function renderTotal(year: number, total: YearAverage, locale: FigureLocale): string[] {
  const voice = yearVoices[locale];
  const max = formatScore(total.max);
  const average = renderFraction(pointsOf(total.average), locale);
  const converted = total.terms
    .filter((term) => term.max !== total.max)
    .map((term) => voice.converted(term.quarter, formatScore(term.max), max));
  return [voice.total(year, renderSum(total), average, max), ...converted];
}

function renderTrend({ total, trend, noTrend }: CountedYear, locale: FigureLocale): string[] {
  const voice = yearVoices[locale];
  if (trend === null) return noTrend === "few-quarters" ? [voice.fewForTrend] : [];
  const slope = renderFraction(pointsOf(trend.slope), locale);
  const threshold = renderFraction(pointsOf(trend.threshold), locale);
  return [voice.trend(trend.direction, renderSlope(trend, total), slope, threshold)];
}

function renderProposal({ rule, total, proposal }: CountedYear, locale: FigureLocale): string[] {
  const voice = yearVoices[locale];
  const score = pointsOf(proposal.score);
  const bound = renderBound(proposal, total.max, locale);
  return [
    voice.proposal[rule.proposal](renderFraction(score, locale)),
    voice.band(proposal.band.name[locale], formatFraction(score), bound),
  ];
}

type Alike = Omit<LeftOut, "quarter"> & { readonly quarters: readonly number[] };

/** Quarters left out for the same reason share one sentence, in the order of the first of them. */
function alike(leftOut: readonly LeftOut[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const { quarter, state, reason } of leftOut) {
    const key = JSON.stringify([state, reason]);
    const quarters = [...(groups.get(key)?.quarters ?? []), quarter];
    groups.set(key, { quarters, state, reason });
  }
  return [...groups.values()];
}

/**
 * The year as sentences, one string each: the average with its sum, the quarters that do not count, the trend, the
 * proposed score and its band. `reasonText` turns a quarter's reason into the reader's words (as it stands, without).
 */
export function renderYear(
  year: YearResult,
  locale: FigureLocale,
  reasonText: (reason: string) => string = (reason) => reason,
): string[] {
  const voice = yearVoices[locale];
  const absent = alike(year.leftOut).map(({ quarters, state, reason }) =>
    voice.absent[state](quarters, reason === null ? null : reasonText(reason)),
  );
  if (year.total === null) return [voice.nothing(year.year), ...absent];
  return [
    ...renderTotal(year.year, year.total, locale),
    ...(year.whole ? [] : [voice.fewer(year.total.terms.length)]),
    ...absent,
    ...renderTrend(year, locale),
    ...renderProposal(year, locale),
    ...(year.provisional ? [voice.provisional] : []),
  ];
}

/** The average of one value with its sum: '客户第一：(3.5 + 4) ÷ 2 = 3.75。' `name` is the value's name as shown. */
export function renderValueAverage(
  average: YearAverage,
  name: string,
  locale: FigureLocale,
): string {
  const figure = renderFraction(pointsOf(average.average), locale);
  return yearVoices[locale].value(name, renderSum(average), figure);
}

/** A settlement as sentences: the score beside the proposal, the reason when one was given. */
export function renderSettlement(settlement: Settlement, locale: FigureLocale): string[] {
  const voice = yearVoices[locale];
  const score = renderFraction(pointsOf(settlement.score), locale);
  const proposed = renderFraction(pointsOf(settlement.proposed), locale);
  const same = settlement.difference.numerator === 0;
  const first = same ? voice.settledAsProposed(score) : voice.settled(score, proposed);
  return [first, ...(settlement.reason === null ? [] : [voice.reason(settlement.reason)])];
}
