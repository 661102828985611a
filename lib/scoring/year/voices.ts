import type { FigureLocale } from "../ratio";
import type { Absence, Direction } from "./types";

/** Quarters that do not count for the same reason. */
type AbsentVoice = (quarters: readonly number[], reason: string | null) => string;

/** One language of the year. Figures arrive as text; quarters as numbers from 1 to 4. */
type Voice = {
  readonly total: (year: number, sum: string, average: string, max: string) => string;
  readonly nothing: (year: number) => string;
  readonly fewer: (count: number) => string;
  readonly converted: (quarter: number, own: string, max: string) => string;
  readonly absent: Readonly<Record<Absence, AbsentVoice>>;
  readonly provisional: string;
  readonly trend: (direction: Direction, sum: string, slope: string, threshold: string) => string;
  readonly fewForTrend: string;
  readonly proposal: Readonly<Record<"exact" | "half-point", (score: string) => string>>;
  readonly band: (name: string, score: string, bound: string) => string;
  readonly value: (name: string, sum: string, average: string) => string;
  readonly settled: (score: string, proposed: string) => string;
  readonly settledAsProposed: (score: string) => string;
  readonly reason: (words: string) => string;
};

const zhQuarters = (quarters: readonly number[]) =>
  `第${quarters.map((quarter) => "一二三四".charAt(quarter - 1)).join("、")}季度`;
const zhReason = (reason: string | null) => (reason === null ? "" : `（${reason}）`);
const zhDirections: Readonly<Record<Direction, string>> = {
  improving: "上升",
  steady: "平稳",
  falling: "下降",
};

const zh: Voice = {
  total: (year, sum, average, max) => `${year} 年平均分：${sum} = ${average}，满分 ${max}。`,
  nothing: (year) => `${year} 年尚无可计入的季度，无法计算平均分。`,
  fewer: (count) => `只有 ${count} 个季度的结果，平均分就按这 ${count} 个季度计算。`,
  converted: (quarter, own, max) =>
    `${zhQuarters([quarter])}的满分是 ${own}，折算成满分 ${max} 后计入。`,
  absent: {
    exempt: (quarters, reason) => `${zhQuarters(quarters)}免考核${zhReason(reason)}，不计入。`,
    missing: (quarters, reason) => `${zhQuarters(quarters)}没有结果${zhReason(reason)}，不计入。`,
    open: (quarters, reason) => `${zhQuarters(quarters)}还没有结束${zhReason(reason)}，暂不计入。`,
  },
  provisional: "以上是目前的数字，还会随未结束的季度变化。",
  trend: (direction, sum, slope, threshold) =>
    `趋势：${zhDirections[direction]}。按季度画一条最接近各分数的直线，每季度变化 ${sum} = ${slope} 分；达到 ${threshold} 分（满分的六十分之一）才算上升或下降。`,
  fewForTrend: "不足三个季度，不计算趋势。",
  proposal: {
    exact: (score) => `建议年度分：${score}，即平均分本身。`,
    "half-point": (score) => `建议年度分：${score}，取最接近平均分的半分，恰在正中时取高的一个。`,
  },
  band: (name, score, bound) => `年度等第：${name}，${score} 达到下限 ${bound}。`,
  value: (name, sum, average) => `${name}：${sum} = ${average}。`,
  settled: (score, proposed) => `年度分定为 ${score}，建议分是 ${proposed}。`,
  settledAsProposed: (score) => `年度分按建议定为 ${score}。`,
  reason: (words) => `理由：${words}`,
};

/** 'Q1', 'Q1 and Q2', 'Q1, Q2 and Q3'. */
function enQuarters(quarters: readonly number[]): string {
  const names = quarters.map((quarter) => `Q${quarter}`).join(", ");
  return names.replace(/, (Q\d)$/, " and $1");
}

const enReason = (reason: string | null) => (reason === null ? "" : ` (${reason})`);

const en: Voice = {
  total: (year, sum, average, max) => `Average of ${year}: ${sum} = ${average}, out of ${max}.`,
  nothing: (year) => `No quarter of ${year} counts yet, so there is no average.`,
  fewer: (count) =>
    count === 1
      ? "There is only one quarter; it is taken as the average."
      : `There are only ${count} quarters; the average is of these ${count}.`,
  converted: (quarter, own, max) =>
    `The total of Q${quarter} is out of ${own}; it counts converted to ${max}.`,
  absent: {
    exempt: (quarters, reason) =>
      quarters.length === 1
        ? `${enQuarters(quarters)} is exempt${enReason(reason)} and does not count.`
        : `${enQuarters(quarters)} are exempt${enReason(reason)} and do not count.`,
    missing: (quarters, reason) =>
      quarters.length === 1
        ? `${enQuarters(quarters)} has no result${enReason(reason)}; it does not count.`
        : `${enQuarters(quarters)} have no result${enReason(reason)}; they do not count.`,
    open: (quarters, reason) =>
      quarters.length === 1
        ? `${enQuarters(quarters)} is not over${enReason(reason)}; it does not count yet.`
        : `${enQuarters(quarters)} are not over${enReason(reason)}; they do not count yet.`,
  },
  provisional: "These figures are provisional and change with the quarters that are not over.",
  trend: (direction, sum, slope, threshold) =>
    `Trend: ${direction}. The straight line closest to the scores moves by ${sum} = ${slope} per quarter; from ${threshold} (a sixtieth of the maximum) it counts as improving or falling.`,
  fewForTrend: "With fewer than three quarters there is no trend.",
  proposal: {
    exact: (score) => `Proposed annual score: ${score}, the average itself.`,
    "half-point": (score) =>
      `Proposed annual score: ${score}, the half point nearest to the average; exactly between two, the higher one.`,
  },
  band: (name, score, bound) =>
    `Band of the year: ${name}; ${score} reaches the minimum of ${bound}.`,
  value: (name, sum, average) => `${name}: ${sum} = ${average}.`,
  settled: (score, proposed) =>
    `The annual score is settled at ${score}; ${proposed} was proposed.`,
  settledAsProposed: (score) => `The annual score is settled at ${score}, as proposed.`,
  reason: (words) => `Reason: ${words}`,
};

export const yearVoices: Readonly<Record<FigureLocale, Voice>> = { zh, en };
