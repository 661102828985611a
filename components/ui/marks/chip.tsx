import type { ReactNode } from "react";

export type ChipTone = "neutral" | "jade" | "amber" | "rust" | "indigo" | "alarm";

interface ChipProps {
  tone?: ChipTone;
  icon?: ReactNode;
  children: ReactNode;
}

const tones: Readonly<Record<ChipTone, string>> = {
  neutral: "bg-sand text-ink-2",
  jade: "bg-jade-soft text-jade",
  amber: "bg-amber-soft text-amber",
  rust: "bg-rust-soft text-rust",
  indigo: "bg-indigo-soft text-indigo",
  alarm: "bg-rust text-on-tone font-semibold",
};

/** A colour never stands alone: the chip always holds words. */
export function Chip({ tone = "neutral", icon, children }: ChipProps) {
  return (
    <span className={`chip ${tones[tone]}`}>
      {icon}
      {children}
    </span>
  );
}
