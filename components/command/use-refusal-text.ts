"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { NotDone, Reply } from "@/lib/commands/client";
import type { FieldFault } from "@/lib/errors/outcome";

/** Texts for refusals from the `errors` namespace, in the user's language. */
export function useRefusalText() {
  const t = useTranslations("errors");
  const ofAnswer = useCallback(
    (answer: Reply<unknown> | null): string | null => {
      if (answer === null || answer.ok) return null;
      return said(t, answer.code, { reference: referenceOf(answer), minutes: minutesOf(answer) });
    },
    [t],
  );
  /** Where there is no answer at hand, only its code. */
  const ofCode = useCallback((code: NotDone["code"]): string => said(t, code, none), [t]);
  const ofFault = useCallback(
    (fault: FieldFault | undefined): string | undefined => {
      if (fault === undefined) return undefined;
      return t.has(fault.code) ? t(fault.code, { ...fault.data }) : t("invalid_input");
    },
    [t],
  );
  return { ofAnswer, ofCode, ofFault };
}

const none = { reference: "", minutes: 0 };

function said(
  t: ReturnType<typeof useTranslations<"errors">>,
  code: NotDone["code"],
  figures: typeof none,
): string {
  return t.has(code) ? t(code, figures) : t("unexpected", figures);
}

function referenceOf(refused: NotDone): string {
  const given = refused.code === "unexpected" || refused.code === "unavailable";
  return given ? (refused.data?.reference ?? "") : "";
}

function minutesOf(refused: NotDone): number {
  return refused.code === "too_many_attempts" ? (refused.data?.minutes ?? 0) : 0;
}
