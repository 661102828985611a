"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { Bilingual, RungDefinition } from "@/lib/scoring";
import { usePick } from "../use-texts";

interface HintListProps {
  title: string;
  tone: "jade" | "rust";
  hints: readonly Bilingual[];
}

function HintList({ title, tone, hints }: HintListProps) {
  const pick = usePick();
  if (hints.length === 0) return null;
  return (
    <div>
      <p className={`text-xs font-semibold ${tone === "jade" ? "text-jade" : "text-rust"}`}>
        {title}
      </p>
      <ul className="list-disc ps-4.5 text-sm text-ink-2">
        {hints.map((hint) => (
          <li key={hint.zh}>{pick(hint)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What usually supports a rung and what usually breaks it, for those who hesitate. */
export function RungHints({ rung, gated }: { rung: RungDefinition; gated: boolean }) {
  const text = useTranslations("sheet.ladder");
  const pick = usePick();
  return (
    <Disclosure summary={gated ? text("hints") : text("hintsRule")}>
      <div className="grid gap-x-6 gap-y-3 border-s-2 border-line ps-4 pb-1 md:grid-cols-2">
        <p className="text-sm md:col-span-2">{pick(rung.meaning)}</p>
        <HintList title={text("supports")} tone="jade" hints={rung.supports} />
        <HintList title={text("breaks")} tone="rust" hints={rung.breaks} />
        {rung.halfPointAdvice ? (
          <p className="text-sm text-ink-2 md:col-span-2">
            <span className="me-2 text-xs font-semibold text-amber">{text("half")}</span>
            {pick(rung.halfPointAdvice)}
          </p>
        ) : null}
      </div>
    </Disclosure>
  );
}
