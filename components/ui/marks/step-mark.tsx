import { useTranslations } from "next-intl";
import { formatScore } from "@/lib/scoring/format";
import { barPath, type StepGeometry, stepBars, stepFills } from "./step-fill";

type StepMarkSize = "sm" | "md" | "lg";
type StepMarkTone = "jade" | "neutral";

export interface StepMarkProps {
  /** null where nothing has been judged yet. */
  halfPoints: number | null;
  /** Number of bars: 5 for a ladder, 7 for a checklist of seven. */
  max?: number;
  size?: StepMarkSize;
  tone?: StepMarkTone;
  /** True where the same words stand right beside it. */
  decorative?: boolean;
}

const geometries: Readonly<Record<StepMarkSize, StepGeometry & { radius: number }>> = {
  sm: { bar: 4, gap: 3, low: 7, high: 19, radius: 1 },
  md: { bar: 5, gap: 3, low: 9, high: 24, radius: 1.5 },
  lg: { bar: 11, gap: 5, low: 19, high: 45, radius: 2 },
};

/** The signature: rising bars filled to the score, half-filled for a half point. */
export function StepMark({
  halfPoints,
  max = 5,
  size = "sm",
  tone = "jade",
  decorative = false,
}: StepMarkProps) {
  const text = useTranslations("common.score");
  const { radius, ...geometry } = geometries[size];
  const bars = stepBars(stepFills(halfPoints, max), geometry);
  // One path for all bars of a colour: lists and results show this mark by the dozen.
  const unfilled = bars.filter(({ filled, height }) => filled < height);
  const empty = unfilled.map((bar) => barPath(bar, bar.height, radius)).join("");
  const filled = bars.map((bar) => barPath(bar, bar.filled, radius)).join("");
  const width = max * geometry.bar + (max - 1) * geometry.gap;
  const words =
    halfPoints === null ? text("missing") : text("of", { score: formatScore(halfPoints), max });
  return (
    <svg
      width={width}
      height={geometry.high}
      viewBox={`0 0 ${width} ${geometry.high}`}
      strokeWidth={2 * radius}
      strokeLinejoin="round"
      className="inline-block shrink-0"
      {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": words })}
    >
      {empty === "" ? null : <path d={empty} className="fill-track stroke-track" />}
      {filled === "" ? null : (
        <path
          d={filled}
          className={tone === "jade" ? "fill-jade stroke-jade" : "fill-ink-3 stroke-ink-3"}
        />
      )}
    </svg>
  );
}
