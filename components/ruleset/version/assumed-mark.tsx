import { CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Said in words and by a dashed edge: this part is ours, not handed down. */
export function AssumedMark({ children }: { children?: ReactNode }) {
  const text = useTranslations("ruleset.assumed");
  return (
    <span className="inline-flex items-center gap-1 rounded-sm border border-dashed border-edge px-1.5 text-xs whitespace-nowrap text-ink-2 tabular">
      <CircleDashed aria-hidden className="size-3" />
      {children ?? text("mark")}
    </span>
  );
}
