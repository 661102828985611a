"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { CASE_ADVICE_WORDS, countWords } from "@/lib/scoring";
import type { SheetCase } from "@/lib/sheet/types";

export function caseLength({ happened, action, outcome }: SheetCase): number {
  return countWords(`${happened}${action}${outcome}`);
}

/** A case takes 200 words: advice, so a longer one is only remarked on. */
export function CaseLength({ item }: { item: SheetCase }) {
  const text = useTranslations("sheet.case");
  const used = caseLength(item);
  const long = used > CASE_ADVICE_WORDS;
  return (
    <span className={clsx("text-xs tabular", long ? "text-amber" : "text-ink-2")}>
      {text(long ? "long" : "length", { used, advice: CASE_ADVICE_WORDS })}
    </span>
  );
}
