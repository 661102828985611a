"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { PinFields, type Pin, type PinValue } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { WordsField } from "@/components/dossier/decision/words-field";
import { useToast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";

export interface ReturnTarget {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
  readonly managerName: string | null;
  readonly values: readonly PinValue[];
}

interface ReturnDialogProps {
  target: ReturnTarget;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ReturnDialog({ target, open, onOpenChange }: ReturnDialogProps) {
  const text = useTranslations("second-level");
  const toast = useToast();
  const decision = useCommand("second-level.return");
  const [comment, setComment] = useState("");
  const [pin, setPin] = useState<Pin>({ value: null, rung: null });
  const { appraisalId, version, name, managerName, values } = target;
  const giveBack = async () => {
    if (!(await decision.send({ appraisalId, version, comment, ...pin })).ok) return;
    onOpenChange(false);
    toast({ title: text("returned") });
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={text("returnDialog.title", { name })}
      description={
        managerName === null
          ? text("returnDialog.bodyPlain")
          : text("returnDialog.body", { manager: managerName })
      }
      confirmLabel={text("returnDialog.confirm")}
      pending={decision.pending}
      danger
      onConfirm={() => void giveBack()}
    >
      <RefusalNotice decision={decision} />
      <WordsField
        label={text("returnDialog.comment")}
        hint={text("returnDialog.commentHint")}
        value={comment}
        onChange={setComment}
        error={decision.errorOf("comment")}
        required
        rows={4}
      />
      <PinFields values={values} pin={pin} onChange={setPin} faultOf={decision.errorOf} />
    </ConfirmDialog>
  );
}
