"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { LadderView } from "../state/ladder-view";
import { useReader } from "@/components/reader/use-reader";

/** What is easily confused at the rung where the value stands now. */
export function HintBox({ view }: { view: LadderView }) {
  const text = useTranslations("sheet.hint");
  const words = useTranslations("scoring");
  const { text: pick } = useReader();
  const { definition, result } = view;
  const rung = definition.rungs.find(({ point }) => point === result.gate);
  const hints = rung?.breaks.slice(0, 2) ?? [];
  if (rung === undefined || hints.length === 0) return null;
  return (
    <Card tone="jade" title={text("title")}>
      <div className="text-sm text-ink-2">
        <p>{text("body", { rung: words("rung", { point: rung.point }) })}</p>
        <ul className="mt-1 list-disc ps-4.5">
          {hints.map((hint) => (
            <li key={hint.zh}>{pick(hint)}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
