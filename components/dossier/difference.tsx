import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { formatDelta } from "@/lib/scoring/format";

function toneOf(delta: number): ChipTone {
  if (delta === 0) return "neutral";
  return delta > 0 ? "jade" : "rust";
}

/** Manager against self, in half-points: “+1.5”, “−0.5”, “=”. */
export function Difference({ halfPoints }: { halfPoints: number | null }) {
  const text = useTranslations("dossier");
  if (halfPoints === null) {
    return (
      <span className="text-sm text-ink-2">
        <span aria-hidden>–</span>
        <span className="sr-only">{text("differenceUnknown")}</span>
      </span>
    );
  }
  const delta = formatDelta(halfPoints);
  return (
    <Chip tone={toneOf(halfPoints)}>
      <span className="sr-only">{text("difference", { delta })}</span>
      <span aria-hidden className="inline-block min-w-7 text-center">
        {delta}
      </span>
    </Chip>
  );
}
