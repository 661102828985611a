import clsx from "clsx";
import type { ReactNode } from "react";

export interface TimelineEntry {
  id: string;
  /** When, in words; pass the instant as well. */
  when: string;
  at: Date;
  title: ReactNode;
  tone?: "neutral" | "jade" | "amber" | "rust" | "indigo";
  children?: ReactNode;
}

const dots = {
  neutral: "bg-ink-3",
  jade: "bg-jade",
  amber: "bg-amber",
  rust: "bg-rust",
  indigo: "bg-indigo",
} as const;

export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol aria-label={label} className="grid">
      {entries.map(({ id, when, at, title, tone = "neutral", children }) => (
        <li key={id} className="group relative ps-6 pb-5 last:pb-0">
          <span
            aria-hidden
            className="absolute start-1 top-3 bottom-[-0.75rem] w-px bg-line group-last:hidden"
          />
          <span
            aria-hidden
            className={clsx(
              "absolute start-0 top-2 size-2.25 rounded-full ring-3 ring-card",
              dots[tone],
            )}
          />
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>{title}</span>
            <time dateTime={at.toISOString()} className="text-xs text-ink-2">
              {when}
            </time>
          </div>
          {children ? <div className="mt-1 text-sm text-ink-2">{children}</div> : null}
        </li>
      ))}
    </ol>
  );
}
