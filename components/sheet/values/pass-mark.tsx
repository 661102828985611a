import clsx from "clsx";
import { Check } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { formatScore, type HalfPoints } from "@/lib/scoring";

interface PassMarkProps {
  /** The policy's pass line. */
  line: HalfPoints;
  reached: boolean;
}

/** Whether a score is up to the usual standard: calm either way, because it is information and no alarm. */
export function PassMark({ line, reached }: PassMarkProps) {
  const text = useTranslations("scoring.pass");
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 text-xs whitespace-nowrap",
        reached ? "text-jade" : "text-ink-2",
      )}
    >
      {reached ? <Icon of={Check} className="size-3.5" /> : null}
      {text(reached ? "reached" : "below", { line: formatScore(line) })}
    </span>
  );
}
