"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { WordsField } from "@/components/dossier/decision/words-field";
import type { Confirming } from "./use-confirm";

/** A comment for those who come after, or the answer to what the approver asked. */
export function ConfirmFields({ form, asked }: { form: Confirming; asked: boolean }) {
  const text = useTranslations("hr-audit.confirm");
  return (
    <>
      <RefusalNotice decision={form.decision} />
      <WordsField
        name="comment"
        label={text(asked ? "answerWords" : "comment")}
        required={asked}
        value={form.comment}
        onChange={form.setComment}
        error={form.decision.errorOf("comment")}
        rows={2}
      />
    </>
  );
}
