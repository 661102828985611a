"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Answer } from "@/lib/commands/client";
import type { FieldFault } from "@/lib/errors/outcome";

/** Texts for refusals from the `errors` namespace, in the user's language. */
export function useRefusalText() {
  const t = useTranslations("errors");
  const ofAnswer = useCallback(
    (answer: Answer<unknown> | null): string | null => {
      if (answer === null || answer.ok) return null;
      const data =
        "data" in answer && typeof answer.data === "object" && answer.data !== null
          ? answer.data
          : {};
      const reference = "reference" in data ? String(data.reference) : "";
      const minutes = "minutes" in data ? Number(data.minutes) : 0;
      return t.has(answer.code)
        ? t(answer.code, { reference, minutes })
        : t("unexpected", { reference });
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
