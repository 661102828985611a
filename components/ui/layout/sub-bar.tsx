import type { ReactNode } from "react";

/** A white band under the header across the whole width; a direct child of the page. */
export function SubBar({ children }: { children: ReactNode }) {
  return (
    <div className="bleed no-print border-b border-line bg-card">
      <div className="mx-auto w-[min(100%_-_2*var(--gutter),75rem)] py-3">{children}</div>
    </div>
  );
}
