import type { ReactNode } from "react";

interface EmptyStateProps {
  title: ReactNode;
  /** What the next step is and what will stand here then. */
  children?: ReactNode;
  action?: ReactNode;
  headingLevel?: 1 | 2 | 3;
}

export function EmptyState({ title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = ({ 1: "h1", 2: "h2", 3: "h3" } as const)[headingLevel];
  return (
    <div className="rounded-lg border border-dashed border-edge/50 px-6 py-10 md:px-10">
      <svg width="46" height="28" viewBox="0 0 46 28" aria-hidden className="mb-4">
        {[0, 1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={step * 10}
            y={20 - step * 5}
            width="6"
            height={8 + step * 5}
            rx="1.5"
            className="fill-track"
          />
        ))}
      </svg>
      <Heading className={headingLevel === 1 ? "text-xl" : "text-lg"}>{title}</Heading>
      {children ? <div className="mt-1 max-w-[38em] text-ink-2">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}
