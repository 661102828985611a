"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { WordsField } from "@/components/dossier/decision/words-field";
import type { Confirming } from "./use-confirm";

/** A comment for those who come after. */
export function ConfirmFields({ form }: { form: Confirming }) {
  const text = useTranslations("hr-audit.confirm");
  return (
    <>
      <RefusalNotice decision={form.decision} />
      <WordsField
        name="comment"
        label={text("comment")}
        value={form.comment}
        onChange={form.setComment}
        error={form.decision.errorOf("comment")}
        rows={2}
      />
    </>
  );
}
