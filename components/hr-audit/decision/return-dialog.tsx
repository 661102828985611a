"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { BasketList } from "@/components/dossier/basket/basket-list";
import { CollectButton } from "@/components/dossier/basket/collect-button";
import { useReasons } from "@/components/dossier/basket/use-basket";
import { noPin, PinFields, type Pin } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { undoAudit } from "@/components/dossier/decision/undo";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { CaseReturnReason } from "@/lib/appraisal/types";
import { asHr, basketOf, type ScoreTarget } from "./target";

interface ReturnDialogProps {
  target: ScoreTarget;
  reason: CaseReturnReason;
  onClose: () => void;
}

export function ReturnDialog({ target, reason: first, onClose }: ReturnDialogProps) {
  const text = useTranslations("hr-audit.return");
  const words = useTranslations("dossier");
  const together = useTranslations("dossier.basket");
  const { onward } = useDecided();
  const keep = `hr-audit.return:${target.appraisalId}:${target.value}:${target.score}`;
  const decision = useCommand("hr-audit.return", { keeps: keep, refresh: "never" });
  const [reason, setReason] = useState<CaseReturnReason>(first);
  const [comment, setComment] = useState("");
  const [pin, setPin] = useState<Pin>({ ...noPin, value: target.value });
  const { appraisalId, version, value, valueName, name, rungs, gated, returnReasons } = target;
  const draft = { ...pin, caseReason: reason, reason: comment };
  const { basket, typed, reasons, field } = useReasons(basketOf(target), draft);
  const values = [{ key: value, name: valueName, rungs, gated, cases: target.cases }];
  const giveBack = async () => {
    const answer = await decision.send({ appraisalId, version, reasons: asHr(reasons) });
    if (!answer.ok) return;
    basket.empty();
    onClose();
    onward(text("done", { name, value: valueName }), undoAudit(target, answer.value.version));
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
      confirmLabel={
        basket.items.length === 0 ? text("confirm") : together("sendAll", { count: reasons.length })
      }
      pending={decision.pending}
      danger
      onConfirm={() => void giveBack()}
    >
      <RefusalNotice decision={decision} />
      <BasketList basket={basket} values={target.values} errorOf={decision.errorOf} />
      <RadioCards
        legend={text("reason")}
        name="reason"
        value={reason}
        error={decision.errorOf(field("caseReason"))}
        onChange={({ target: { value: chosen } }) =>
          setReason(returnReasons.find((key) => key === chosen) ?? reason)
        }
        options={returnReasons.map((key) => ({
          value: key,
          label: words(`reasons.${key}`),
          description: words(`reasonHints.${key}`),
        }))}
      />
      <WordsField
        name={field("reason")}
        kept="reason"
        label={text("comment")}
        hint={text("commentHint")}
        value={comment}
        onChange={setComment}
        error={decision.errorOf(field("reason"))}
        required={basket.items.length === 0}
      />
      <PinFields
        values={values}
        pin={pin}
        onChange={setPin}
        faultOf={(name) => decision.errorOf(`reasons.${basket.items.length}.${name}`)}
        fixed
      />
      <CollectButton {...{ basket, draft, typed, keep }} onCollected={onClose} />
    </ConfirmDialog>
  );
}
