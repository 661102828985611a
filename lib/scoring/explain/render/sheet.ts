import type { FrameworkDocument } from "../../documents/framework";
import type { PolicyDocument } from "../../documents/policy";
import { formatScore } from "../../format";
import type { BandLimit } from "../../sheet/bands";
import type { ProposedConsequence } from "../../sheet/types";
import { compareFractions, formatFraction, fraction, isWholeHundredths } from "../../ratio";
import type { BandBound, SheetExplanation, ValueSanction } from "../sheet";
import { listed } from "./en";
import type { ExplanationLocale } from "./voice";

/** The documents whose names the sentences use. */
export type RuleNames = { readonly framework: FrameworkDocument; readonly policy: PolicyDocument };

function valueName({ framework }: RuleNames, key: string, locale: ExplanationLocale): string {
  return framework.values.find((value) => value.key === key)?.name[locale] ?? key;
}

function bandName({ policy }: RuleNames, key: string, locale: ExplanationLocale): string {
  return policy.bands.find((band) => band.key === key)?.name[locale] ?? key;
}

/** The sum of the values' scores, printed so that it can be added again by hand. */
export function renderTotal(
  { total }: SheetExplanation,
  rules: RuleNames,
  locale: ExplanationLocale,
): string {
  const { summands, open, soFar, maxTotal } = total;
  const named = summands.map(
    ({ key, score }) => `${valueName(rules, key, locale)} ${formatScore(score)}`,
  );
  const sum = `${named.length === 0 ? "0" : named.join(" + ")} = ${formatScore(soFar)}`;
  const waiting = open.map((key) => valueName(rules, key, locale));
  const most = formatScore(maxTotal);
  if (locale === "zh") {
    const left = open.length === 0 ? "" : `；${waiting.join("、")}还没有定分，所以没有总分`;
    return `${sum}（满分 ${most}）${left}。`;
  }
  const left = open.length === 0 ? "" : `; no total yet: ${listed(waiting)} not decided`;
  return `${sum} (of ${most})${left}.`;
}

/** How a bound written for another total comes to this sheet's, so that it can be worked out again. */
function scaling(
  { written, reachedFrom }: BandBound,
  { maxTotal, writtenFor }: { readonly maxTotal: number; readonly writtenFor: number },
  locale: ExplanationLocale,
): string {
  if (maxTotal === writtenFor || written === 0) return "";
  const exact = fraction(written * maxTotal, writtenFor * 2);
  const equals = isWholeHundredths(exact) ? "=" : "≈";
  const [from, most, base] = [written, maxTotal, writtenFor].map(formatScore);
  const sum = `${from} × ${most} ÷ ${base} ${equals} ${formatFraction(exact)}`;
  const raised = compareFractions(exact, fraction(reachedFrom, 2)) !== 0;
  if (locale === "zh") return `（${sum}${raised ? "，向上取到半分" : ""}）`;
  return ` (${sum}${raised ? ", raised to the next half" : ""})`;
}

/** Which bound the total reaches and which it does not; null while there is no total. */
export function renderBand(
  { band }: SheetExplanation,
  rules: RuleNames,
  locale: ExplanationLocale,
): string | null {
  if (band === null) return null;
  const { reached, next, lowered } = band;
  const bottom = reached.reachedFrom === 0 ? next : null;
  const total = formatScore(band.total);
  const bound = (of: BandBound) => `${formatScore(of.reachedFrom)}${scaling(of, band, locale)}`;
  const name = bandName(rules, reached.key, locale);
  if (locale === "zh") {
    const above =
      next === null ? "" : `，未到“${bandName(rules, next.key, locale)}”的下限 ${bound(next)}`;
    const down = lowered === null ? "" : loweredZh(lowered, rules);
    if (bottom !== null)
      return `总分 ${total}，未到“${bandName(rules, bottom.key, locale)}”的下限 ${bound(bottom)}，落在“${name}”。`;
    return `总分 ${total}，达到“${name}”的下限 ${bound(reached)}${above}${down}。`;
  }
  if (bottom !== null)
    return `The total ${total} is below ${bound(bottom)}, where “${bandName(rules, bottom.key, locale)}” begins, so the band is “${name}”.`;
  const above =
    next === null
      ? ""
      : `, but not ${bound(next)}, where “${bandName(rules, next.key, locale)}” begins`;
  const down = lowered === null ? "" : loweredEn(lowered, rules);
  return `The total ${total} reaches ${bound(reached)}, where “${name}” begins${above}${down}.`;
}

type Lowered = Exclude<Exclude<SheetExplanation["band"], null>["lowered"], null>;

function loweredZh({ to, by }: Lowered, rules: RuleNames): string {
  const reasons = by.map((limit) => ruleMet(limit, rules, "zh")).join("；");
  return `；但${reasons}，按单项规则等第为“${bandName(rules, to, "zh")}”`;
}

function loweredEn({ to, by }: Lowered, rules: RuleNames): string {
  const reasons = listed(by.map((limit) => ruleMet(limit, rules, "en")));
  return `; but ${reasons}, so by the rule on single values the band is “${bandName(rules, to, "en")}”`;
}

/** One value's score and the rule it meets. */
function ruleMet(
  { value, score, rule }: Omit<BandLimit, "band">,
  rules: RuleNames,
  locale: ExplanationLocale,
): string {
  const name = valueName(rules, value, locale);
  const [own, bound] = [score, "below" in rule ? rule.below : rule.equals].map(formatScore);
  if (locale === "zh")
    return `${name}得 ${own}，${"below" in rule ? `低于 ${bound}` : `规则针对恰好 ${bound} 分`}`;
  return `${name} scores ${own}${"below" in rule ? `, below ${bound}` : `; the rule is for exactly ${bound}`}`;
}

function zhBecause(because: ProposedConsequence["because"], rules: RuleNames): string {
  if (because.kind === "band")
    return `总分 ${formatScore(because.total)}，属于最低一等“${bandName(rules, because.band, "zh")}”。`;
  return `${ruleMet(because, rules, "zh")}。`;
}

function enBecause(because: ProposedConsequence["because"], rules: RuleNames): string {
  if (because.kind === "band")
    return `The total ${formatScore(because.total)} is in the lowest band, “${bandName(rules, because.band, "en")}”.`;
  return `${ruleMet(because, rules, "en")}.`;
}

/** Why a consequence is proposed: the figure and the rule it meets. */
export function renderConsequence(
  { because }: ProposedConsequence,
  rules: RuleNames,
  locale: ExplanationLocale,
): string {
  return locale === "zh" ? zhBecause(because, rules) : enBecause(because, rules);
}

type OfTotal = Extract<ValueSanction["because"], { readonly kind: "band" }>;

/** A value's own share of the bound its total misses: `bound ÷ of × max`, in points, so that it can be worked out again. */
function shareOf({ bound, of, max }: OfTotal): string {
  const exact = fraction(bound * max, of * 2);
  const sum = `${formatScore(bound)} ÷ ${formatScore(of)} × ${formatScore(max)}`;
  return `${sum} ${isWholeHundredths(exact) ? "=" : "≈"} ${formatFraction(exact)}`;
}

/** Why a consequence rests on one value: what it falls short of, the rule on it, or the case it was judged against. */
export function renderSanction(
  { value, score, because }: ValueSanction,
  rules: RuleNames,
  locale: ExplanationLocale,
): string {
  if (because.kind === "value") {
    const met = ruleMet({ value, score, rule: because.rule }, rules, locale);
    return locale === "zh" ? `${met}。` : `${met}.`;
  }
  const name = valueName(rules, value, locale);
  const own = formatScore(score);
  if (because.kind === "claim")
    return locale === "zh"
      ? `${name}第 ${because.rung} 级判为未达到，员工为它写了支持的案例。`
      : `Level ${because.rung} of ${name} is judged not met, and the employee gave a supporting case for it.`;
  const [band, next] = [because.band, because.next].map((key) => bandName(rules, key, locale));
  return locale === "zh"
    ? `总分属于最低一等“${band}”；${name}得 ${own}，不到“${next}”下限折合的每项分数（${shareOf(because)}）。`
    : `The total is in the lowest band, “${band}”; ${name} scores ${own}, less than its share of the bound of “${next}” (${shareOf(because)}).`;
}
