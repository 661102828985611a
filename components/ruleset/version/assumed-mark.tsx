import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DashedChip } from "@/components/ui/marks/dashed-chip";

/** This part is ours, not handed down by the sources. */
export function AssumedMark({ children }: { children?: ReactNode }) {
  const text = useTranslations("ruleset.assumed");
  return <DashedChip>{children ?? text("mark")}</DashedChip>;
}
