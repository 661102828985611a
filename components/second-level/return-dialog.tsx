"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { PinFields, type Pin, type PinValue } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
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
  /** Where to go once it is returned, from the page of the sheet. */
  list?: string;
}

export function ReturnDialog({ target, open, onOpenChange, list }: ReturnDialogProps) {
  const text = useTranslations("second-level");
  const decided = useDecided(list);
  const keep = `second-level.return:${target.appraisalId}`;
  const decision = useCommand("second-level.return", { keeps: keep, refresh: "never" });
  const [comment, setComment] = useState("");
  const [pin, setPin] = useState<Pin>({ value: null, rung: null });
  const { appraisalId, version, name, managerName, values } = target;
  const giveBack = async () => {
    if (!(await decision.send({ appraisalId, version, comment, ...pin })).ok) return;
    onOpenChange(false);
    decided(text("returned", { name }));
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
      keep={keep}
      confirmLabel={text("returnDialog.confirm")}
      pending={decision.pending}
      danger
      onConfirm={() => void giveBack()}
    >
      <RefusalNotice decision={decision} />
      <WordsField
        name="comment"
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
