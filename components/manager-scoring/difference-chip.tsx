import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { formatDelta } from "@/lib/scoring/format";
import type { HalfPoints } from "@/lib/scoring";

function toneOf(delta: HalfPoints): ChipTone {
  if (delta === 0) return "neutral";
  return delta > 0 ? "jade" : "rust";
}

/** Mine against the self-review: “+0.5”, “=”, “−0.5”. */
export function DifferenceChip({ difference }: { difference: HalfPoints | null }) {
  const text = useTranslations("manager-scoring");
  if (difference === null) {
    return (
      <span className="text-sm text-ink-2">
        <span aria-hidden>{text("total.none")}</span>
        <span className="sr-only">{text("difference.unknown")}</span>
      </span>
    );
  }
  const delta = formatDelta(difference);
  return (
    <Chip tone={toneOf(difference)}>
      <span className="sr-only">{text("difference.words", { delta })}</span>
      <span aria-hidden className="inline-block min-w-7 text-center">
        {delta}
      </span>
    </Chip>
  );
}
