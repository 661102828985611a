"use client";

import { useTranslations } from "next-intl";
import type { RungOutcome } from "@/lib/scoring";
import { isWritten } from "@/lib/sheet/rules";
import type { SheetCase } from "@/lib/sheet/types";

interface RungReachProps {
  outcome: RungOutcome;
  gate: number | null;
  /** The cases filed for this rung. */
  cases: readonly SheetCase[];
}

/** One quiet line: how the rung is granted and why it stands as it does, or what opens it. */
export function RungReach({ outcome, gate, cases }: RungReachProps) {
  const text = useTranslations("sheet.ladder");
  const words = useTranslations("scoring");
  const { because, grant, reach } = outcome;
  const speaking = because === "supported" ? "supports" : "contradicts";
  const count = cases.filter((item) => item.kind === speaking && isWritten(item)).length;
  const line =
    reach === "closed" && gate !== null
      ? text("opensAfter", { gate })
      : because === "not-judged"
        ? words(`grantLine.${grant}`)
        : `${words(`grant.${grant}`)} · ${words(`reason.${because}`, { count })}`;
  return (
    <span>
      <span className="sr-only">{words(`reach.${reach}`)} · </span>
      {line}
    </span>
  );
}
