"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { answerLimit } from "@/lib/result/types";
import { hasWords } from "@/lib/text/characters";
import { Refused } from "./refused";

interface ContestDialogProps {
  open: boolean;
  onClose: () => void;
  appraisalId: string;
  version: number;
}

/** What was otherwise than the record says: about the interview, not about the scores. */
export function ContestDialog({ open, onClose, appraisalId, version }: ContestDialogProps) {
  const text = useTranslations("result.contestDialog");
  const [words, setWords] = useState("");
  const toast = useToast();
  const keep = `result.contest-minutes:${appraisalId}`;
  const { pending, answer, errorOf, send } = useCommand("result.contest-minutes", {
    keeps: keep,
    check: ({ text: given }) => (hasWords(given) ? {} : { text: { code: "difference_required" } }),
    onDone: () => {
      toast({ title: text("done") });
      onClose();
    },
  });
  const refusedText = errorOf("text");
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={text("title")}
      description={text("body")}
      keep={keep}
      confirmLabel={text("action")}
      pending={pending}
      onConfirm={() => void send({ appraisalId, version, text: words })}
    >
      <Field
        label={text("field")}
        hint={text("hint")}
        required
        error={refusedText}
        aside={<TextCount used={words.length} limit={answerLimit} />}
      >
        <TextArea
          name="text"
          rows={5}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      {refusedText === undefined ? <Refused answer={answer} /> : null}
    </ConfirmDialog>
  );
}
