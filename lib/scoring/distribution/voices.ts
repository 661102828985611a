import type { FigureLocale } from "../ratio";

/** A list longer than this is cut, with the count of all. */
const UNITS_SHOWN = 5;

/** One language of the distribution. Figures arrive as text or whole numbers. */
type Voice = {
  readonly rule: (shares: string, minGroup: number) => readonly string[];
  readonly units: (names: readonly string[]) => string;
  readonly pool: (units: string, count: number, n: number) => string;
  readonly step: (name: string, n: number, percent: number, exact: string, whole: number) => string;
  readonly steps: (steps: readonly string[]) => string;
  readonly left: (count: number, names: readonly string[]) => string;
  readonly seats: (shares: readonly string[]) => string;
  readonly seat: (name: string, seats: number) => string;
  readonly now: (shares: readonly string[], open: number) => string;
  readonly here: (name: string, count: number, difference: number) => string;
  readonly verdict: { readonly fits: string; readonly warn: string; readonly block: string };
  readonly tooFew: (n: number, minGroup: number) => string;
};

const zh: Voice = {
  rule: (shares, minGroup) => [
    `分布指导 ${shares}：各档先按“人数 × 比例”的整数部分得名额，余下的名额逐个给小数部分最大的一档；小数部分一样大时先给比例大的，比例也一样时先给排在前面的。`,
    `不足 ${minGroup} 人的单位与同一上级之下同样不足的合并；合并后仍不足的，并入同一上级之下人数最少的一组；没有这样的一组，就并到再上一级。`,
  ],
  units: (names) =>
    names.length > UNITS_SHOWN
      ? `${names.slice(0, UNITS_SHOWN).join("、")} 等 ${names.length} 个单位`
      : names.join("、"),
  pool: (units, count, n) => `${units}${count > 1 ? "合并，共 " : "，"}${n} 人。`,
  step: (name, n, percent, exact, whole) =>
    `${name} ${n} × ${percent}% = ${exact}，先得 ${whole} 个`,
  steps: (steps) => `${steps.join("；")}。`,
  left: (count, names) =>
    `余下 ${count} 个名额，给${names.join("、")}${count > 1 ? "各" : ""}一个。`,
  seats: (shares) => `名额：${shares.join("、")}。`,
  seat: (name, seats) => `${name} ${seats}`,
  now: (shares, open) => `目前：${shares.join("、")}${open > 0 ? `；还有 ${open} 人未归档` : ""}。`,
  here: (name, count, difference) => {
    if (difference > 0) return `${name} ${count}（多 ${difference}）`;
    return `${name} ${count}（${difference === 0 ? "正好" : `少 ${-difference}`}）`;
  },
  verdict: {
    fits: "没有超出名额的档。",
    warn: "有超出名额的档，请再斟酌；不妨碍提交。",
    block: "有超出名额的档，调整之后才能提交。",
  },
  tooFew: (n, minGroup) => `一共 ${n} 人，不足 ${minGroup} 人，不做分布指导。`,
};

const en: Voice = {
  rule: (shares, minGroup) => [
    `Distribution guidance ${shares}: each share first gets the whole seats of people × percent; the seats left over go one by one to the largest remainders, of equal ones to the larger share, then to the one listed earlier.`,
    `Units of fewer than ${minGroup} people are pooled with those under the same parent that are also too small; still too few, they join the smallest group under that parent; where there is none, they go up one level.`,
  ],
  units: (names) =>
    names.length > UNITS_SHOWN
      ? `${names.slice(0, UNITS_SHOWN).join(", ")} and others, ${names.length} units in all`
      : names.join(", "),
  pool: (units, count, n) =>
    `${units}${count > 1 ? ", pooled" : ""}: ${n} ${n === 1 ? "person" : "people"}.`,
  step: (name, n, percent, exact, whole) =>
    `${name} ${n} × ${percent}% = ${exact}, first gets ${whole}`,
  steps: (steps) => `${steps.join("; ")}.`,
  left: (count, names) => {
    const all = names.join(", ");
    return count === 1
      ? `One seat is left over and goes to ${all}.`
      : `${count} seats are left over, one each to: ${all}.`;
  },
  seats: (shares) => `Seats: ${shares.join(", ")}.`,
  seat: (name, seats) => `${name} ${seats}`,
  now: (shares, open) => `Now: ${shares.join(", ")}${open > 0 ? `; ${open} not placed yet` : ""}.`,
  here: (name, count, difference) => {
    if (difference > 0) return `${name} ${count} (${difference} over)`;
    return `${name} ${count} (${difference === 0 ? "exact" : `${-difference} under`})`;
  },
  verdict: {
    fits: "No share is over its seats.",
    warn: "A share is over its seats: please reconsider; it can still be submitted.",
    block: "A share is over its seats: it can be submitted once that is changed.",
  },
  tooFew: (n, minGroup) =>
    `${n} ${n === 1 ? "person" : "people"} in all, fewer than ${minGroup}: no distribution guidance.`,
};

export const distributionVoices: Readonly<Record<FigureLocale, Voice>> = { zh, en };
