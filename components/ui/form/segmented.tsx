"use client";
import clsx from "clsx";
import { useId } from "react";

type SegmentTone = "jade" | "amber" | "rust" | "neutral";

export interface Segment<Value extends string> {
  value: Value;
  label: string;
  /** The full words when the label is short, e.g. “未” for “未达到”. */
  title?: string;
  tone?: SegmentTone;
}

interface SegmentedProps<Value extends string> {
  /** Names the group for those who do not see what it stands beside. */
  label: string;
  options: readonly Segment<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  disabledReason?: string | null | undefined;
  describedBy?: string | undefined;
  id?: string | undefined;
  invalid?: boolean;
}

const pressed: Readonly<Record<SegmentTone, string>> = {
  jade: "bg-jade text-on-tone",
  amber: "bg-amber-soft text-amber",
  rust: "bg-rust-soft text-rust",
  neutral: "bg-sand text-ink",
};

/** A judgement as words to press. It never jumps: pressing the pressed one again changes nothing. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  disabledReason,
  describedBy,
  id,
  invalid = false,
}: SegmentedProps<Value>) {
  const reasonId = useId();
  const blocked = Boolean(disabledReason);
  return (
    <div className="grid gap-1 max-md:w-full md:w-fit">
      <div
        id={id}
        role="group"
        aria-label={label}
        aria-describedby={blocked ? reasonId : describedBy}
        className={clsx(
          "inline-flex overflow-hidden rounded-md border bg-card max-md:flex max-md:flex-wrap",
          invalid ? "border-rust" : "border-line",
        )}
      >
        {options.map((option) => {
          const chosen = option.value === value;
          return (
            <button
              key={option.value}
              type="button"
              aria-pressed={chosen}
              aria-disabled={blocked || undefined}
              aria-label={option.title}
              title={option.title}
              onClick={() => {
                if (!blocked && !chosen) onChange(option.value);
              }}
              className={clsx(
                "min-h-8.5 border-s border-line px-3.5 text-sm whitespace-nowrap -outline-offset-2 transition-colors first:border-s-0 max-md:min-h-11 max-md:flex-1 max-md:px-2",
                chosen ? `font-semibold ${pressed[option.tone ?? "jade"]}` : "text-ink-2",
                blocked ? "cursor-not-allowed" : !chosen && "hover:bg-sand hover:text-ink",
                blocked && !chosen && "bg-sunk",
              )}
            >
              {option.label}
            </button>
          );
        })}
      </div>
      {blocked ? (
        <p id={reasonId} className="text-xs text-ink-2">
          {disabledReason}
        </p>
      ) : null}
    </div>
  );
}
