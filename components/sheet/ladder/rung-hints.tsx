"use client";

import { ChevronDown } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Bilingual, RungDefinition } from "@/lib/scoring";
import { useReader } from "@/components/reader/use-reader";

interface HintListProps {
  title: string;
  tone: "jade" | "rust";
  hints: readonly Bilingual[];
}

function HintList({ title, tone, hints }: HintListProps) {
  const { text: pick } = useReader();
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

interface RungHintsProps {
  rung: RungDefinition;
  gated: boolean;
  /** False where the policy counts whole points only. */
  halves?: boolean;
  /** The line that opens them. */
  children: ReactNode;
}

/** Meaning, what usually supports a rung and what usually breaks it, behind the line that says how it stands. */
export function RungHints({ rung, gated, halves = true, children }: RungHintsProps) {
  const text = useTranslations("sheet.ladder");
  const words = useTranslations("scoring");
  const { text: pick } = useReader();
  return (
    <details className="group">
      <summary className="inline-flex min-h-6 list-none flex-wrap items-center gap-x-2.5 text-xs text-ink-2 max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <span className="sr-only">{words(gated ? "rung" : "rule", { point: rung.point })}</span>
        {children}
        <span className="inline-flex items-center gap-0.5 whitespace-nowrap link">
          {gated ? text("hints") : text("hintsRule")}
          <Icon of={ChevronDown} className="size-3.5 transition-transform group-open:rotate-180" />
        </span>
      </summary>
      <div className="mt-1 grid gap-x-6 gap-y-3 border-s-2 border-line py-1 ps-4 md:grid-cols-2">
        <p className="text-sm md:col-span-2">{pick(rung.meaning)}</p>
        <HintList title={text("supports")} tone="jade" hints={rung.supports} />
        <HintList title={text("breaks")} tone="rust" hints={rung.breaks} />
        {halves && rung.halfPointAdvice ? (
          <p className="text-sm text-ink-2 md:col-span-2">
            <span className="me-2 text-xs font-semibold text-amber">{text("half")}</span>
            {pick(rung.halfPointAdvice)}
          </p>
        ) : null}
      </div>
    </details>
  );
}
