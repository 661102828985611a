import {
  bandOf,
  formatScore,
  justificationRule,
  routeScore,
  scoreSheet,
  type PolicyDocument,
  type Routing,
} from "@/lib/scoring";
import { framework, notationFor, said, sheetOf, sixVeinsLadder } from "../support";

const six = framework("six-veins");
const scores = Array.from({ length: 11 }, (_, score) => score);

/** The scores of one value, in points, for which the manager writes the facts down. */
export function justified(policy: PolicyDocument): string[] {
  return scores.filter((score) => justificationRule(policy, score).required).map(formatScore);
}

/** The scores of one value, in points, that take this way after the second level. */
export function routed(policy: PolicyDocument, route: keyof Routing): string[] {
  return scores
    .filter((score) => routeScore(policy, sixVeinsLadder, score)[route])
    .map(formatScore);
}

/** Band by band, best first: its key with the lowest and highest six-value total, in points. */
export function bandRanges(policy: PolicyDocument): string[] {
  const totals = Array.from({ length: 61 }, (_, total) => total);
  return policy.bands.map(({ key }) => {
    const own = totals.filter((total) => bandOf(policy, total, 60).key === key);
    return `${key} ${formatScore(Math.min(...own))}–${formatScore(Math.max(...own))}`;
  });
}

/** Consequences of a sheet whose six values share this total, in half-points, as evenly as can be: code and cause. */
export function brought(policy: PolicyDocument, total: number): string[] {
  const even = Math.floor(total / six.values.length);
  const sheet = Object.fromEntries(
    six.values.map(({ key }, index) => [
      key,
      said(notationFor(even + Number(index < total % six.values.length))),
    ]),
  );
  return scoreSheet(six, policy, sheet).consequences.map(
    ({ code, because }) => `${code} by ${because.kind}`,
  );
}

/** Consequences of a sheet of fives on which one value earned `score` half-points. */
export function broughtByValue(policy: PolicyDocument, score: number): string[] {
  const sheet = sheetOf(six, notationFor(10), { integrity: notationFor(score) });
  return scoreSheet(six, policy, sheet).consequences.map(({ code, because }) =>
    because.kind === "value" ? `${code} by ${because.value}` : `${code} by the total`,
  );
}

/** Where the six values of a sheet of threes go when the judge was in doubt about integrity. */
export function referred(policy: PolicyDocument): readonly string[] {
  const sheet = { ...sheetOf(six, notationFor(6)) };
  const inDoubt = { ...said(notationFor(6)), inDoubt: true };
  return scoreSheet(six, policy, { ...sheet, integrity: inDoubt }).audit.refer;
}

/** Whether half points are scored: 2.5 stays 2.5. */
export function scoreOfPartly(policy: PolicyDocument): string | null {
  const sheet = sheetOf(six, notationFor(6), { passion: notationFor(5) });
  const passion = scoreSheet(six, policy, sheet).values.find(({ key }) => key === "passion");
  return passion?.score == null ? null : formatScore(passion.score);
}

/** A closed year of four totals, in half-points of 60. */
export function quarters(...totals: readonly number[]) {
  return totals.map((total, index) => ({
    ...{ year: 2026, quarter: index + 1 },
    ...{ state: "closed" as const, total, maxTotal: 60 },
  }));
}
