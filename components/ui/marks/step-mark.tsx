import clsx from "clsx";
import { useTranslations } from "next-intl";
import { formatScore } from "@/lib/scoring/format";
import { type StepGeometry, stepBars, stepFills } from "./step-fill";

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
  const width = max * geometry.bar + (max - 1) * geometry.gap;
  const words =
    halfPoints === null ? text("missing") : text("of", { score: formatScore(halfPoints), max });
  return (
    <svg
      width={width}
      height={geometry.high}
      viewBox={`0 0 ${width} ${geometry.high}`}
      className="inline-block shrink-0"
      {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": words })}
    >
      {bars.map(({ x, y, width: bar, height, filled }) => (
        <g key={x}>
          {filled < height ? (
            <rect x={x} y={y} width={bar} height={height} rx={radius} className="fill-track" />
          ) : null}
          {filled > 0 ? (
            <rect
              x={x}
              y={y + height - filled}
              width={bar}
              height={filled}
              rx={radius}
              className={clsx(tone === "jade" ? "fill-jade" : "fill-ink-3")}
            />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
