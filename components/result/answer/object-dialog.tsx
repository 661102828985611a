"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { FieldFault } from "@/lib/errors/outcome";
import { answerLimit } from "@/lib/result/types";
import { hasWords } from "@/lib/text/characters";
import { Refused } from "./refused";

interface ObjectDialogProps {
  open: boolean;
  onClose: () => void;
  appraisalId: string;
  version: number;
}

/** Stays mounted while closed, so that an objection half written is still there when it is opened again. */
export function ObjectDialog({ open, onClose, appraisalId, version }: ObjectDialogProps) {
  const text = useTranslations("result.objectDialog");
  const [words, setWords] = useState("");
  const toast = useToast();
  const keep = `result.object:${appraisalId}`;
  const { pending, answer, errorOf, send } = useCommand("result.object", {
    keeps: keep,
    check: ({ text: words }) => faultsOf(words),
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
          rows={6}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <div className="grid gap-1 text-sm text-ink-2">
        <p>{text("who")}</p>
        <p>{text("next")}</p>
      </div>
      {refusedText === undefined ? <Refused answer={answer} /> : null}
    </ConfirmDialog>
  );
}

function faultsOf(words: string): Readonly<Record<string, FieldFault>> {
  if (!hasWords(words)) return { text: { code: "reason_required" } };
  return words.trim().length > answerLimit
    ? { text: { code: "too_long", data: { max: answerLimit } } }
    : {};
}
