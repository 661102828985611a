"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { BasketList } from "@/components/dossier/basket/basket-list";
import { CollectButton } from "@/components/dossier/basket/collect-button";
import { useReasons } from "@/components/dossier/basket/use-basket";
import { noPin, PinFields, type PinValue } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { undoReview } from "@/components/dossier/decision/undo";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { basketOf } from "./basket-of";

export interface ReturnTarget {
  readonly appraisalId: string;
  readonly version: number;
  readonly round: number;
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
  const together = useTranslations("dossier.basket");
  const { onward } = useDecided();
  const { appraisalId, version, name, managerName, values } = target;
  const keep = `second-level.return:${appraisalId}`;
  const decision = useCommand("second-level.return", { keeps: keep, refresh: "never" });
  const [reason, setReason] = useState("");
  const [pin, setPin] = useState(noPin);
  const draft = { ...pin, reason, caseReason: null };
  const { basket, typed, reasons, field } = useReasons(basketOf(target), draft);
  const giveBack = async () => {
    const sent = reasons.map(({ caseReason: _none, ...rest }) => rest);
    const answer = await decision.send({ appraisalId, version, reasons: sent });
    if (!answer.ok) return;
    basket.empty();
    onOpenChange(false);
    onward(text("returned", { name }), undoReview(appraisalId, answer.value.version));
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
      confirmLabel={
        basket.items.length === 0
          ? text("returnDialog.confirm")
          : together("sendAll", { count: reasons.length })
      }
      pending={decision.pending}
      danger
      onConfirm={() => void giveBack()}
    >
      <RefusalNotice decision={decision} />
      <BasketList basket={basket} values={values} errorOf={decision.errorOf} />
      <WordsField
        name={field("reason")}
        kept="reason"
        label={text("returnDialog.comment")}
        hint={text("returnDialog.commentHint")}
        value={reason}
        onChange={setReason}
        error={decision.errorOf(field("reason"))}
        required={basket.items.length === 0}
        rows={4}
      />
      <PinFields
        values={values}
        pin={pin}
        onChange={setPin}
        faultOf={(name) => decision.errorOf(`reasons.${basket.items.length}.${name}`)}
      />
      <CollectButton
        {...{ basket, draft, typed, keep }}
        onCollected={() => {
          setReason("");
          setPin(noPin);
          onOpenChange(false);
        }}
      />
    </ConfirmDialog>
  );
}
