"use client";

import { useTranslations } from "next-intl";
import type { RungOutcome } from "@/lib/scoring";
import { isWritten } from "@/lib/sheet/rules";
import type { SheetCase } from "@/lib/sheet/types";
import type { LadderView } from "../state/ladder-view";

interface RungReachProps {
  view: LadderView;
  outcome: RungOutcome;
  /** As it is shown: open while the judge has said nothing. */
  verdict: RungOutcome["verdict"];
  /** The cases filed for this rung. */
  cases: readonly SheetCase[];
}

/** One quiet line: how the rung is granted and why it stands as it does, or what opens it. */
export function RungReach({ view, outcome, verdict, cases }: RungReachProps) {
  const text = useTranslations("sheet.ladder");
  const words = useTranslations("scoring");
  const { because, grant, reach } = outcome;
  const { gate } = view.result;
  const gated = view.definition.gated ? "yes" : "no";
  const speaking = because === "supported" ? "supports" : "contradicts";
  const count = cases.filter((item) => item.kind === speaking && isWritten(item)).length;
  const open = verdict === "open" && reach !== "closed";
  const opensAfter = (first: number, last: number) =>
    first === last
      ? text("opensAfter", { gate: first })
      : text("opensAfterAll", { gate: first, last });
  const line =
    reach === "closed" && gate !== null
      ? opensAfter(gate, outcome.point - 1)
      : open
        ? words(`grantLine.${grant}`)
        : `${words(`grant.${grant}`)} · ${words(`reason.${because}`, { count })}`;
  return (
    <span>
      <span className="sr-only">
        {open
          ? words("verdictFull.open")
          : words(`reach.${!view.definition.gated && verdict === "partly" ? "half" : reach}`, {
              gated,
            })}{" "}
        ·{" "}
      </span>
      {line}
    </span>
  );
}
