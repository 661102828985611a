"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { WordsField } from "@/components/dossier/decision/words-field";
import type { Confirming } from "./use-confirm";

/** The beneficiary's view where it is asked for, and a comment for those who come after. */
export function ConfirmFields({ form, needsView }: { form: Confirming; needsView: boolean }) {
  const text = useTranslations("hr-audit.confirm");
  return (
    <>
      <RefusalNotice decision={form.decision} />
      {needsView ? (
        <WordsField
          name="beneficiaryView"
          label={text("view")}
          hint={text("viewHint")}
          value={form.view}
          onChange={form.setView}
          error={form.decision.errorOf("beneficiaryView")}
          required
        />
      ) : null}
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
