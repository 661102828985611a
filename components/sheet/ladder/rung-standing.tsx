"use client";

import { useTranslations } from "next-intl";
import type { RungOutcome } from "@/lib/scoring";

interface RungStandingProps {
  outcome: RungOutcome;
  gate: number | null;
  assumed: boolean;
}

/** One quiet line: how the rung is granted and why it stands as it does, or what opens it. */
export function RungStanding({ outcome, gate, assumed }: RungStandingProps) {
  const text = useTranslations("sheet.ladder");
  const words = useTranslations("scoring");
  const { because, grant, standing } = outcome;
  const count = "cases" in because ? because.cases.length : 0;
  const line =
    standing === "closed" && gate !== null
      ? text("opensAfter", { gate })
      : because.kind === "not-judged"
        ? words(`grantLine.${grant}`)
        : `${words(`grant.${grant}`)} · ${words(`reason.${because.kind}`, { count })}`;
  return (
    <span>
      <span className="sr-only">{words(`standing.${standing}`)} · </span>
      {line}
      {assumed ? (
        <abbr title={text("assumedTitle")} className="ms-2 text-ink-2 no-underline">
          {text("assumed")}
        </abbr>
      ) : null}
    </span>
  );
}
