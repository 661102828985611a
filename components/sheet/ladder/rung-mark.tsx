import type { RungOutcome } from "@/lib/scoring";

interface RungMarkProps {
  point: number;
  /** `open`: nobody has judged it yet. */
  reach: RungOutcome["reach"] | "open";
  /** What the next rung is, so that the line changes its colour between the two numbers. */
  next: RungOutcome["reach"] | null;
  gated: boolean;
}

const tones = { open: "open", passed: "jade", gate: "amber", closed: "dim" } as const;

/** The number on the line: jade while passed, amber at the gate, dashed and dim beyond. Words beside it say the same. */
export function RungMark({ point, reach, next, gated }: RungMarkProps) {
  return (
    <span
      aria-hidden
      className="stop"
      data-tone={tones[reach]}
      data-above={(gated && point > 1) || undefined}
      data-below={(gated && next !== null) || undefined}
    >
      <span>{point}</span>
    </span>
  );
}
