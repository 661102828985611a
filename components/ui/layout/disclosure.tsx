import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  /** Opening one closes the others of the same name. */
  group?: string;
  children: ReactNode;
}

export function Disclosure({ summary, open = false, group, children }: DisclosureProps) {
  return (
    <details open={open} name={group} className="group">
      <summary className="inline-flex min-h-8 list-none items-center gap-1.5 text-sm text-ink-2 hover:text-ink max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
