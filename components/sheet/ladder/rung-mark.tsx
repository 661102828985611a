import clsx from "clsx";
import type { RungOutcome } from "@/lib/scoring";

interface RungMarkProps {
  point: number;
  reach: RungOutcome["reach"];
  /** What the next rung is, so that the line changes its colour between the two numbers. */
  next: RungOutcome["reach"] | null;
  gated: boolean;
}

const rings = {
  passed: "border-jade text-jade",
  gate: "border-amber text-amber",
  closed: "border-dashed border-edge/60 text-ink-2 font-normal",
} as const;

const lines = {
  passed: "border-jade",
  gate: "border-amber",
  closed: "border-dashed border-edge/50",
} as const;

/** The number on the line: jade while passed, amber at the gate, dashed and dim beyond. Words beside it say the same. */
export function RungMark({ point, reach, next, gated }: RungMarkProps) {
  const line = "absolute start-1/2 w-0 -translate-x-1/2 border-s-2";
  return (
    <span aria-hidden className="relative block w-7.5 self-stretch">
      {gated && point > 1 ? <span className={clsx(line, "-top-4 h-4.5", lines[reach])} /> : null}
      {gated && next !== null ? (
        <span className={clsx(line, "top-7.5 -bottom-4", lines[reach])} />
      ) : null}
      <span
        className={clsx(
          "relative grid size-7.5 place-items-center rounded-full border-2 bg-card text-sm font-semibold tabular",
          rings[reach],
        )}
      >
        {point}
      </span>
    </span>
  );
}
