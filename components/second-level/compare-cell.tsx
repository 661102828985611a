import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/marks/chip";
import { Score } from "@/components/ui/marks/score";
import { scoreDifference } from "@/lib/scoring";
import { formatDelta, formatScore } from "@/lib/scoring/format";
import type { ReviewCell } from "@/lib/second-level/types";

function toneOf(delta: number): string {
  if (delta === 0) return "text-ink-2";
  return delta > 0 ? "text-jade" : "text-rust";
}

/** The manager's score with its mark; under it the self-review's and the difference. */
export function CompareCell({ cell, max }: { cell: ReviewCell; max: number }) {
  const text = useTranslations("second-level");
  const delta = scoreDifference(cell.self, cell.manager);
  return (
    <span className="inline-flex flex-col items-start gap-1 max-md:flex-row max-md:items-baseline">
      <Score halfPoints={cell.manager} max={max} />
      {cell.self === null || delta === null ? null : (
        <span className="text-xs whitespace-nowrap text-ink-2 tabular">
          <span className="sr-only">
            {text("selfIsLabel", { score: formatScore(cell.self), delta: formatDelta(delta) })}
          </span>
          <span aria-hidden>
            {text("selfIs", { score: formatScore(cell.self) })}
            <span className={`ms-1.5 ${toneOf(delta)}`}>{formatDelta(delta)}</span>
          </span>
        </span>
      )}
      {cell.doubt ? <Chip tone="indigo">{text("flags.doubt")}</Chip> : null}
      {cell.flag === null ? null : (
        <Chip tone={cell.flag === "five" ? "amber" : "indigo"}>{text(`flags.${cell.flag}`)}</Chip>
      )}
    </span>
  );
}
