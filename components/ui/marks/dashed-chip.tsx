import { CircleDashed } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import type { ReactNode } from "react";

/** For what stands provisionally: words with a dashed edge, so that it does not rest on a colour. */
export function DashedChip({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-sm border border-dashed border-edge px-1.5 text-xs font-normal whitespace-nowrap text-ink-2 tabular">
      <Icon of={CircleDashed} className="size-3" />
      {children}
    </span>
  );
}
