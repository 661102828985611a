"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { caseChecks, type CaseCheck } from "@/lib/scoring";
import type { SheetCase } from "@/lib/sheet/types";

/**
 * The usual confusions, asked of the writer. The ticks are the writer's own and stay on the page: kept, they would be
 * read as a proof. Only what the text itself shows is ticked by the text.
 */
export function CaseChecks({ item }: { item: SheetCase }) {
  const text = useTranslations("sheet.case");
  const words = useTranslations("scoring.check");
  const [ticked, setTicked] = useState<ReadonlySet<CaseCheck>>(new Set());
  const toggle = (check: CaseCheck) => {
    const next = new Set(ticked);
    if (!next.delete(check)) next.add(check);
    setTicked(next);
  };
  const asked = caseChecks.filter((check) => check !== "beneficiary-named");
  const named = item.beneficiary.trim() !== "";
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs text-ink-2">{text("checks")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {asked.map((check) => (
          <button
            key={check}
            type="button"
            aria-pressed={ticked.has(check)}
            onClick={() => toggle(check)}
            className={look(ticked.has(check))}
          >
            {ticked.has(check) ? <Check aria-hidden className="size-3.5" /> : null}
            {words(check)}
          </button>
        ))}
        <span className={look(named, true)}>
          {named ? <Check aria-hidden className="size-3.5" /> : null}
          {named ? words("beneficiary-named") : text("askBeneficiary")}
        </span>
      </div>
    </fieldset>
  );
}

function look(on: boolean, wanting = false): string {
  return clsx(
    "inline-flex min-h-7 items-center gap-1 rounded-sm border px-2 text-xs max-md:min-h-11 max-md:px-3",
    on
      ? "border-transparent bg-jade-soft text-jade"
      : wanting
        ? "border-transparent bg-amber-soft text-amber"
        : "border-line bg-card text-ink-2 hover:border-edge",
  );
}
