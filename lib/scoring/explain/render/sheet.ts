import type { FrameworkDocument } from "../../documents/framework";
import type { PolicyDocument } from "../../documents/policy";
import { formatScore } from "../../format";
import type { ProposedConsequence } from "../../sheet/types";
import type { SheetExplanation } from "../sheet";
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

/** Which bound the total reaches and which it does not; null while there is no total. */
export function renderBand(
  { band }: SheetExplanation,
  rules: RuleNames,
  locale: ExplanationLocale,
): string | null {
  if (band === null) return null;
  const { reached, next } = band;
  const [total, most, base] = [band.total, band.maxTotal, band.writtenFor].map(formatScore);
  const scaled = band.maxTotal !== band.writtenFor;
  const bound = formatScore(reached.reachedFrom);
  const name = bandName(rules, reached.key, locale);
  if (locale === "zh") {
    const above =
      next === null
        ? ""
        : `，未到“${bandName(rules, next.key, locale)}”的下限 ${formatScore(next.reachedFrom)}`;
    const note = scaled ? `（下限按满分 ${base} 订立，折算到满分 ${most}）` : "";
    return `总分 ${total}，达到“${name}”的下限 ${bound}${above}${note}。`;
  }
  const above =
    next === null
      ? ""
      : `, but not ${formatScore(next.reachedFrom)}, where “${bandName(rules, next.key, locale)}” begins`;
  const note = scaled ? ` (bounds written for a total of ${base}, scaled to ${most})` : "";
  return `The total ${total} reaches ${bound}, where “${name}” begins${above}${note}.`;
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
