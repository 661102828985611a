import type { PolicyDocument, YearQuarter, YearRule } from "@/lib/scoring";
import { policy } from "../support";

export const exactRule: YearRule = {
  proposal: "exact",
  trend: true,
  settledBySecondLevelAndHr: true,
};
export const halfRule: YearRule = { ...exactRule, proposal: "half-point" };

export const classic: PolicyDocument = policy("classic");
export const manual: PolicyDocument = policy("manual-2006");

/** A closed quarter of 2026 from points as people say them: 21.5 is 43 half-points. */
export function closed(quarter: number, points: number, maxPoints = 30): YearQuarter {
  return {
    year: 2026,
    quarter,
    state: "closed",
    total: points * 2,
    maxTotal: maxPoints * 2,
  };
}

export function absent(
  quarter: number,
  state: "exempt" | "missing" | "open",
  reason?: string,
): YearQuarter {
  return { year: 2026, quarter, state, ...(reason === undefined ? {} : { reason }) };
}

/** A second arithmetic that shares nothing with the library: fractions of BigInt, never reduced. */
export type Big = readonly [bigint, bigint];

export const big = {
  of: (value: number): Big => [BigInt(value), 1n],
  plus: ([a, b]: Big, [c, d]: Big): Big => [a * d + c * b, b * d],
  minus: ([a, b]: Big, [c, d]: Big): Big => [a * d - c * b, b * d],
  times: ([a, b]: Big, [c, d]: Big): Big => [a * c, b * d],
  by: ([a, b]: Big, [c, d]: Big): Big => (c < 0n ? [-a * d, -b * c] : [a * d, b * c]),
  same: ([a, b]: Big, [c, d]: Big): boolean => a * d === c * b,
  less: ([a, b]: Big, [c, d]: Big): boolean => a * d < c * b,
};

/** '21.17' as a person rounds: long division to three decimals and a look at the rest. */
export function schoolbook([numerator, denominator]: Big): string {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const thousandths = (size * 1000n) / denominator;
  const up = thousandths % 10n >= 5n ? 1n : 0n;
  const digits = String(thousandths / 10n + up).padStart(3, "0");
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
  return negative && text !== "0" ? `\u2212${text}` : text;
}

function numberOf(word: string): Big {
  const [whole = "", decimals = ""] = word.split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

/** Redoes printed arithmetic (numbers, + − × ÷ and brackets) as the reader without the software would. */
export function redo(printed: string): Big {
  const words = printed.match(/[\d.]+|[+\u2212×÷()]/g) ?? [];
  if (words.join("") !== printed.replaceAll(" ", "")) throw new Error(`no arithmetic: ${printed}`);
  let at = 0;
  const atom = (): Big => {
    const word = words[at++] ?? "";
    if (word === "\u2212") return big.minus([0n, 1n], atom());
    if (word !== "(") return numberOf(word);
    const inside = sum();
    at++;
    return inside;
  };
  const product = (): Big => {
    let left = atom();
    while (words[at] === "×" || words[at] === "÷")
      left = words[at++] === "×" ? big.times(left, atom()) : big.by(left, atom());
    return left;
  };
  const sum = (): Big => {
    let left = product();
    while (words[at] === "+" || words[at] === "\u2212")
      left = words[at++] === "+" ? big.plus(left, product()) : big.minus(left, product());
    return left;
  };
  const all = sum();
  if (at !== words.length) throw new Error(`left over: ${printed}`);
  return all;
}

/** Every 'arithmetic = figure' a sentence prints. */
export function equations(sentence: string): { left: string; right: string }[] {
  const found = sentence.matchAll(/([\d.+\u2212×÷() ]*[\d)]) = ([\u2212\d.]*\d)/g);
  return [...found].map(([, left = "", right = ""]) => ({ left: left.trim(), right }));
}
