import clsx from "clsx";
import { formatScore, type HalfPoints } from "@/lib/scoring";

interface ScoreStripProps {
  /** The highest score of one value. */
  top: HalfPoints;
  step: 1 | 2;
  holds: (score: HalfPoints) => boolean;
}

/** The scores of one value as steps; those the rule speaks of stand out. The sentence beside it says the same. */
export function ScoreStrip({ top, step, holds }: ScoreStripProps) {
  const scores = Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
  return (
    <div
      aria-hidden
      className="grid max-w-lg gap-0.5 text-center text-xs tabular"
      style={{ gridTemplateColumns: `repeat(${scores.length}, minmax(0, 1fr))` }}
    >
      {scores.map((score) => (
        <span
          key={score}
          className={clsx(
            "rounded-sm border py-0.5",
            holds(score)
              ? "border-jade bg-jade-soft font-semibold text-jade"
              : "border-dashed border-line text-ink-2",
          )}
        >
          {formatScore(score)}
        </span>
      ))}
    </div>
  );
}
