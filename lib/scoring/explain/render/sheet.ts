import type { FrameworkDocument } from "../../documents/framework";
import type { PolicyDocument } from "../../documents/policy";
import { formatScore } from "../../format";
import type { ProposedConsequence } from "../../sheet/types";
import { compareFractions, formatFraction, fraction, isWholeHundredths } from "../../ratio";
import type { BandBound, SheetExplanation } from "../sheet";
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
  const { reached, next } = band;
  const total = formatScore(band.total);
  const bound = (of: BandBound) => `${formatScore(of.reachedFrom)}${scaling(of, band, locale)}`;
  const name = bandName(rules, reached.key, locale);
  if (locale === "zh") {
    const above =
      next === null ? "" : `，未到“${bandName(rules, next.key, locale)}”的下限 ${bound(next)}`;
    return `总分 ${total}，达到“${name}”的下限 ${bound(reached)}${above}。`;
  }
  const above =
    next === null
      ? ""
      : `, but not ${bound(next)}, where “${bandName(rules, next.key, locale)}” begins`;
  return `The total ${total} reaches ${bound(reached)}, where “${name}” begins${above}.`;
}

function zhBecause(because: ProposedConsequence["because"], rules: RuleNames): string {
  if (because.kind === "band")
    return `总分 ${formatScore(because.total)}，属于最低一等“${bandName(rules, because.band, "zh")}”。`;
  const scored = `${valueName(rules, because.value, "zh")}得 ${formatScore(because.score)}`;
  return "below" in because.rule
    ? `${scored}，低于 ${formatScore(because.rule.below)}。`
    : `${scored}，规则针对恰好 ${formatScore(because.rule.equals)} 分。`;
}

function enBecause(because: ProposedConsequence["because"], rules: RuleNames): string {
  if (because.kind === "band")
    return `The total ${formatScore(because.total)} is in the lowest band, “${bandName(rules, because.band, "en")}”.`;
  const scored = `${valueName(rules, because.value, "en")} scores ${formatScore(because.score)}`;
  return "below" in because.rule
    ? `${scored}, below ${formatScore(because.rule.below)}.`
    : `${scored}; the rule is for exactly ${formatScore(because.rule.equals)}.`;
}

/** Why a consequence is proposed: the figure and the rule it meets. */
export function renderConsequence(
  { because }: ProposedConsequence,
  rules: RuleNames,
  locale: ExplanationLocale,
): string {
  return locale === "zh" ? zhBecause(because, rules) : enBecause(because, rules);
}
