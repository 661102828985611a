"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { readings, type Reading } from "@/lib/result/types";

interface AcknowledgeDialogProps {
  open: boolean;
  onClose: () => void;
  pending: boolean;
  onConfirm: (answer: Reading) => void;
}

/** Acknowledging says that it was read; whether with agreement is chosen, never presumed. */
export function AcknowledgeDialog({ open, onClose, pending, onConfirm }: AcknowledgeDialogProps) {
  const text = useTranslations("result.acknowledgeDialog");
  const [chosen, setChosen] = useState<Reading | undefined>(undefined);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={text("title")}
      description={text("body")}
      confirmLabel={text("action")}
      pending={pending}
      disabledReason={chosen === undefined ? text("chooseFirst") : null}
      onConfirm={() => {
        if (chosen !== undefined) onConfirm(chosen);
      }}
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
    </ConfirmDialog>
  );
}
