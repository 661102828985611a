import { formatFraction, renderFraction, type FigureLocale } from "../ratio";
import type { Composite, CompositeGap, CompositePart } from "./composite";
import type { Quadrant, QuadrantResult, QuadrantSide } from "./quadrants";

/** Where the figure is used; the arithmetic is the same. */
export type CompositeUse = "composite" | "promotion";

type Side = CompositePart["side"];

type Voice = {
  readonly figure: (use: CompositeUse, sum: string, figure: string, scale: string) => string;
  readonly sides: Readonly<Record<Side, string>>;
  readonly part: (side: string, term: string) => string;
  readonly none: Readonly<Record<CompositeUse, string>>;
  readonly gaps: Readonly<Record<CompositeGap, string>>;
  readonly strength: (side: string, share: string, from: number, strong: boolean) => string;
  readonly quadrant: Readonly<Record<Quadrant, string>>;
  readonly noQuadrant: string;
};

const zhUses = { composite: "综合考评", promotion: "晋升综合分" } as const;

const zh: Voice = {
  figure: (use, sum, figure, scale) => `${zhUses[use]}：${sum} = ${figure}，满分 ${scale}。`,
  sides: { values: "价值观", performance: "业绩" },
  part: (side, term) => `${term}（${side}）`,
  none: { composite: "无法计算综合考评。", promotion: "无法计算晋升综合分。" },
  gaps: {
    "values-open": "价值观未评完。",
    "rating-missing": "这一等第没有写明对应的评级分。",
    "performance-missing": "没有业绩结果。",
    "scales-differ": "价值观的评级分超出了业绩评级的满分，两者不在同一刻度上。",
  },
  strength: (side, share, from, strong) =>
    `${side} ${share}，${strong ? "达到" : "不到"}满分的 ${from}%。`,
  quadrant: {
    star: "属于“明星”：价值观和业绩都强。",
    rabbit: "属于“小白兔”：价值观强，业绩弱。",
    "wild-dog": "属于“野狗”：业绩强，价值观弱。",
    neither: "价值观和业绩都不强。",
  },
  noQuadrant: "无法归入象限。",
};

const enUses = { composite: "Composite", promotion: "Promotion composite" } as const;

const en: Voice = {
  figure: (use, sum, figure, scale) => `${enUses[use]}: ${sum} = ${figure}, out of ${scale}.`,
  sides: { values: "values", performance: "results" },
  part: (side, term) => `${term} (${side})`,
  none: { composite: "There is no composite.", promotion: "There is no promotion composite." },
  gaps: {
    "values-open": "The values are not fully scored yet.",
    "rating-missing": "The policy gives this band no rating.",
    "performance-missing": "There is no performance result.",
    "scales-differ":
      "The values rating lies above the most a performance rating can be: the two are not on one scale.",
  },
  strength: (side, share, from, strong) =>
    `${side === "values" ? "Values" : "Results"} ${share}: ${strong ? "at least" : "less than"} ${from}% of the maximum.`,
  quadrant: {
    star: "Star: strong in values and in results.",
    rabbit: "Rabbit: strong in values, weak in results.",
    "wild-dog": "Wild dog: strong in results, weak in values.",
    neither: "Strong in neither values nor results.",
  },
  noQuadrant: "There is no quadrant.",
};

const voices: Readonly<Record<FigureLocale, Voice>> = { zh, en };

/** '50 × 21.5 ÷ 30', or '50% × 3.75' for ratings. Figures are imported to the hundredth, so none is rounded here. */
function renderPart({ percent, got, of }: CompositePart): string {
  const figure = formatFraction(got);
  return of === null ? `${percent}% × ${figure}` : `${percent} × ${figure} ÷ ${formatFraction(of)}`;
}

/** The figure with the sum that makes it, or that there is none and why, one sentence each. */
export function renderComposite(
  composite: Composite,
  locale: FigureLocale,
  use: CompositeUse = "composite",
): string[] {
  const voice = voices[locale];
  if (composite.exact === null)
    return [voice.none[use], ...composite.missing.map((gap) => voice.gaps[gap])];
  const sum = composite.parts
    .map((part) => voice.part(voice.sides[part.side], renderPart(part)))
    .join(" + ");
  const figure = renderFraction(composite.exact, locale);
  return [voice.figure(use, sum, figure, formatFraction(composite.scale))];
}

/** Both sides beside their thresholds, then the quadrant, or that there is none and why. */
export function renderQuadrant(result: QuadrantResult, locale: FigureLocale): string[] {
  const voice = voices[locale];
  const side = (name: Side, side: QuadrantSide | null) =>
    side === null
      ? []
      : [
          voice.strength(
            voice.sides[name],
            `${formatFraction(side.got)} ÷ ${formatFraction(side.of)}`,
            side.fromPercent,
            side.strong,
          ),
        ];
  return [
    ...side("values", result.values),
    ...side("performance", result.performance),
    ...(result.quadrant === null
      ? [voice.noQuadrant, ...result.missing.map((gap) => voice.gaps[gap])]
      : [voice.quadrant[result.quadrant]]),
  ];
}
