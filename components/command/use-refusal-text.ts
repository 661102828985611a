"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Reply } from "@/lib/commands/client";
import type { FieldFault } from "@/lib/errors/outcome";

/** Texts for refusals from the `errors` namespace, in the user's language. */
export function useRefusalText() {
  const t = useTranslations("errors");
  const ofAnswer = useCallback(
    (answer: Reply<unknown> | null): string | null => {
      if (answer === null || answer.ok) return null;
      const figures = { reference: referenceOf(answer), minutes: minutesOf(answer) };
      return t.has(answer.code) ? t(answer.code, figures) : t("unexpected", figures);
    },
    [t],
  );
  const ofFault = useCallback(
    (fault: FieldFault | undefined): string | undefined => {
      if (fault === undefined) return undefined;
      return t.has(fault.code) ? t(fault.code, { ...fault.data }) : t("invalid_input");
    },
    [t],
  );
  return { ofAnswer, ofFault };
}

type Refused = Exclude<Reply<unknown>, { readonly ok: true }>;

function referenceOf(refused: Refused): string {
  const given = refused.code === "unexpected" || refused.code === "unavailable";
  return given ? (refused.data?.reference ?? "") : "";
}

function minutesOf(refused: Refused): number {
  return refused.code === "too_many_attempts" ? (refused.data?.minutes ?? 0) : 0;
}
