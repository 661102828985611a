"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { answerLimit, readings, type Reading } from "@/lib/result/types";
import { Refused } from "./refused";

interface AcknowledgeDialogProps {
  open: boolean;
  onClose: () => void;
  appraisalId: string;
  version: number;
}

/** Acknowledging says that it was read; whether with agreement is chosen, never presumed. */
export function AcknowledgeDialog({ open, onClose, appraisalId, version }: AcknowledgeDialogProps) {
  const text = useTranslations("result.acknowledgeDialog");
  const [chosen, setChosen] = useState<Reading | undefined>(undefined);
  const [words, setWords] = useState("");
  const toast = useToast();
  const keep = `result.acknowledge:${appraisalId}`;
  const { pending, answer, errorOf, send } = useCommand("result.acknowledge", {
    keeps: keep,
    onDone: () => {
      toast({ title: text("done") });
      onClose();
    },
  });
  const confirm = () => {
    if (chosen !== undefined) void send({ appraisalId, version, answer: chosen, text: words });
  };
  const refusedText = errorOf("text");
  return (
    <ConfirmDialog
      keep={keep}
      open={open}
      onOpenChange={onClose}
      title={text("title")}
      description={text("body")}
      confirmLabel={text("action")}
      pending={pending}
      disabledReason={chosen === undefined ? text("chooseFirst") : null}
      onConfirm={confirm}
    >
      <RadioCards
        legend={text("legend")}
        name="answer"
        value={chosen ?? ""}
        onChange={(event) => setChosen(readings.find((one) => one === event.target.value))}
        options={readings.map((one) => ({
          value: one,
          label: text(`choices.${one}.label`),
          description: text(`choices.${one}.description`),
        }))}
      />
      {chosen === "reserved" ? (
        <Field
          label={text("reservation")}
          hint={text("reservationHint")}
          error={refusedText}
          aside={<TextCount used={words.length} limit={answerLimit} />}
        >
          <TextArea
            name="text"
            rows={4}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      ) : null}
      {refusedText === undefined ? <Refused answer={answer} /> : null}
    </ConfirmDialog>
  );
}
