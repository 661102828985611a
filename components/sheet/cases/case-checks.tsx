"use client";

import { useTranslations } from "next-intl";
import { caseChecks } from "@/lib/scoring";

/** The usual confusions, asked of the writer. Nothing here reads the text, so nothing here is ticked. */
export function CaseChecks() {
  const text = useTranslations("sheet.case");
  const words = useTranslations("scoring.check");
  return (
    <div className="text-xs text-ink-2">
      <p>{text("checks")}</p>
      <ul className="mt-0.5 flex list-inside list-disc flex-wrap gap-x-4">
        {caseChecks.map((check) => (
          <li key={check}>{words(check)}</li>
        ))}
      </ul>
    </div>
  );
}
