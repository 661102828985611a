"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { PinFields, type Pin } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { caseReturnReasons, type CaseReturnReason } from "@/lib/appraisal/types";
import type { ScoreTarget } from "./target";

interface ReturnDialogProps {
  target: ScoreTarget;
  reason: CaseReturnReason;
  onClose: () => void;
  /** Where to go once it is returned, from the page of the sheet. */
  list?: string | undefined;
}

export function ReturnDialog({ target, reason: first, onClose, list }: ReturnDialogProps) {
  const text = useTranslations("hr-audit.return");
  const words = useTranslations("dossier");
  const decided = useDecided(list);
  const keep = `hr-audit.return:${target.appraisalId}:${target.value}`;
  const decision = useCommand("hr-audit.return", { keeps: keep, refresh: "never" });
  const [reason, setReason] = useState<CaseReturnReason>(first);
  const [comment, setComment] = useState("");
  const [pin, setPin] = useState<Pin>({ value: target.value, rung: null });
  const { appraisalId, version, value, valueName, name, rungs, gated } = target;
  const giveBack = async () => {
    const input = { appraisalId, version, value, reason, comment, rung: pin.rung };
    if (!(await decision.send(input)).ok) return;
    onClose();
    decided(text("done", { name, value: valueName }));
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={text("title", { name, value: valueName })}
      description={text("body")}
      keep={keep}
      confirmLabel={text("confirm")}
      pending={decision.pending}
      danger
      onConfirm={() => void giveBack()}
    >
      <RefusalNotice decision={decision} />
      <RadioCards
        legend={text("reason")}
        name="reason"
        value={reason}
        error={decision.errorOf("reason")}
        onChange={({ target: { value: chosen } }) =>
          setReason(caseReturnReasons.find((key) => key === chosen) ?? reason)
        }
        options={caseReturnReasons.map((key) => ({
          value: key,
          label: words(`reasons.${key}`),
          description: words(`reasonHints.${key}`),
        }))}
      />
      <WordsField
        name="comment"
        label={text("comment")}
        hint={text("commentHint")}
        value={comment}
        onChange={setComment}
        error={decision.errorOf("comment")}
        required
      />
      <PinFields
        values={[{ key: value, name: valueName, rungs, gated }]}
        pin={pin}
        onChange={setPin}
        faultOf={decision.errorOf}
        fixed
      />
    </ConfirmDialog>
  );
}
