import { formatDelta } from "@/lib/scoring/format";
import { Chip, type ChipTone } from "./chip";

interface DeltaProps {
  /** Null where one side is missing. */
  halfPoints: number | null;
  /** The difference in words, for those who hear the page. */
  label: (delta: string) => string;
  unknown: string;
}

function toneOf(delta: number): ChipTone {
  if (delta === 0) return "neutral";
  return delta > 0 ? "jade" : "rust";
}

/** “+1.5”, “−0.5”, “=”. */
export function Delta({ halfPoints, label, unknown }: DeltaProps) {
  if (halfPoints === null) {
    return (
      <span className="text-sm text-ink-2">
        <span aria-hidden>–</span>
        <span className="sr-only">{unknown}</span>
      </span>
    );
  }
  const delta = formatDelta(halfPoints);
  return (
    <Chip tone={toneOf(halfPoints)}>
      <span className="sr-only">{label(delta)}</span>
      <span aria-hidden className="inline-block min-w-7 text-center">
        {delta}
      </span>
    </Chip>
  );
}
