"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Score } from "@/components/ui/marks/score";
import { figureOf, rungsFor, splitScore } from "@/lib/scoring";
import type { LadderView } from "../state/ladder-view";
import { useReader } from "@/components/reader/use-reader";
import { PassMark } from "./pass-mark";

/** The value's name and motto beside its large mark; the figures so far while it is not finished. */
export function ValueHeading({ view, children }: { view: LadderView; children?: ReactNode }) {
  const text = useTranslations("sheet.heading");
  const { text: pick } = useReader();
  const { definition, result } = view;
  const how = text(definition.gated ? "gated" : "checklist");
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 id="value-heading" tabIndex={-1} className="text-xl">
          {pick(definition.name)}
        </h2>
        <p className="text-sm text-ink-2">
          {definition.motto ? `${pick(definition.motto)} · ${how}` : how}
        </p>
        {children}
      </div>
      <div className="flex items-end gap-4 max-md:w-full max-md:flex-row-reverse max-md:justify-between">
        <Score halfPoints={figureOf(result)} max={rungsFor(result.maxHalfPoints)} size="lg" />
        <span className="grid justify-items-start gap-1 pb-0.5">
          {view.pass === null ? null : <PassMark {...view.pass} />}
          <RungsMet view={view} />
        </span>
      </div>
    </div>
  );
}

/** “第 1–3 级达到，第 4 级部分达到” in few words. */
function RungsMet({ view }: { view: LadderView }) {
  const text = useTranslations("sheet.heading");
  const { definition, result } = view;
  const gate = result.gate;
  const { whole, half } = splitScore(result.soFar);
  const parts: string[] = [];
  if (result.complete && result.soFar === result.maxHalfPoints) parts.push(text("all"));
  else if (definition.gated) {
    if (whole === 1) parts.push(text("passedOne"));
    if (whole > 1) parts.push(text("passed", { gate: whole }));
    if (gate !== null && half) parts.push(text("half", { gate }));
    else if (gate !== null && result.complete) parts.push(text("stops", { gate }));
  } else if (result.judged || result.complete)
    parts.push(
      text("kept", {
        kept: result.rungs.filter(({ verdict }) => verdict === "met").length,
        of: result.rungs.length,
      }),
    );
  if (!result.complete) parts.push(text("unfinished"));
  return <p className="text-xs text-ink-2">{parts.join(text("comma"))}</p>;
}
