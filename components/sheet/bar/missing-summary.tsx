"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FrameworkDocument } from "@/lib/scoring";
import type { Missing } from "@/lib/sheet/rules";
import { useReader } from "@/components/reader/use-reader";

interface MissingSummaryProps {
  framework: FrameworkDocument;
  missing: readonly Missing[];
  /** Raise it with every refused attempt: focus moves here once for each. */
  attempt: number;
  onLead: (item: Missing) => void;
}

/** What is missing, as links; like ui's ErrorSummary, but the place may be on a value that is not shown yet. */
export function MissingSummary({ framework, missing, attempt, onLead }: MissingSummaryProps) {
  const text = useTranslations("sheet.missing");
  const words = useTranslations("scoring");
  const { text: pick } = useReader();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (attempt === 0 || missing.length === 0) return null;
  const entry = (item: Missing) => {
    const definition = framework.values.find(({ key }) => key === item.value);
    const value = definition === undefined ? item.value : pick(definition.name);
    const problem = words(`problem.${item.code}`, { gate: 0 });
    if (item.rung === undefined) return text("entryValue", { value, problem });
    const rung = words(definition?.gated === false ? "rule" : "rung", { point: item.rung });
    return text("entry", { value, rung, problem });
  };
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-lg border border-rust bg-card px-5 py-4"
    >
      <h2 className="font-semibold text-rust">{text("title", { count: missing.length })}</h2>
      <ul className="mt-1 list-disc ps-5">
        {missing.map((item) => (
          <li key={`${item.value}:${item.rung ?? 0}:${item.code}:${item.caseId ?? ""}`}>
            <button
              type="button"
              className="min-h-7 text-start link underline max-md:min-h-11"
              onClick={() => onLead(item)}
            >
              {entry(item)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
