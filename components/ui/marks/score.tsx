import clsx from "clsx";
import { useTranslations } from "next-intl";
import { formatScore } from "@/lib/scoring/format";
import { StepMark, type StepMarkProps } from "./step-mark";

interface ScoreProps extends Omit<StepMarkProps, "decorative"> {
  /** Adds “/5” after the number. */
  showMax?: boolean;
}

const numbers = { sm: "text-base", md: "text-lg", lg: "text-2xl" } as const;

/** The mark never stands without its number; both read as one. */
export function Score({ showMax = false, ...mark }: ScoreProps) {
  const text = useTranslations("common.score");
  const { halfPoints, max = 5, size = "sm", tone = "jade" } = mark;
  const missing = halfPoints === null;
  return (
    <span
      role="img"
      aria-label={missing ? text("missing") : text("of", { score: formatScore(halfPoints), max })}
      className="inline-flex items-baseline gap-2 whitespace-nowrap"
    >
      <StepMark {...mark} decorative />
      <span
        className={clsx(
          "min-w-6 leading-none tabular",
          numbers[size],
          missing || tone === "neutral" ? "text-ink-2" : "font-semibold",
        )}
      >
        {missing ? text("none") : formatScore(halfPoints)}
        {showMax ? <span className="text-sm font-normal text-ink-2">/{max}</span> : null}
      </span>
    </span>
  );
}
