"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { BasketList } from "@/components/dossier/basket/basket-list";
import { CollectButton } from "@/components/dossier/basket/collect-button";
import { useReasons, useSendFirst } from "@/components/dossier/basket/use-basket";
import { noPin, type PinValue } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { undoVote } from "@/components/dossier/decision/undo";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { DecisionBar } from "@/components/dossier/reading/decision-bar";
import { readingIds } from "@/components/dossier/reading/ids";
import { AskButton } from "./ask-button";
import { Button } from "@/components/ui/actions/button";
import { Kept } from "@/components/ui/kept/kept";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";

interface DecisionFormProps {
  appraisalId: string;
  version: number;
  value: string;
  valueName: string;
  round: number;
  /** All values this reader sees, to name what was collected at another one. */
  values: readonly PinValue[];
}

/** Yes or no to one 5; both say why. It leads on to what waits next. */
export function DecisionForm(props: DecisionFormProps) {
  const { appraisalId, version, value, valueName, round, values } = props;
  const text = useTranslations("approval.decision");
  const { onward, more } = useDecided();
  const keep = `approval:${appraisalId}:${value}`;
  const approval = useCommand("approval.approve", { keeps: keep, refresh: "never" });
  const refusal = useCommand("approval.decline", { keeps: keep, refresh: "never" });
  const [reason, setReason] = useState("");
  const [declining, setDeclining] = useState(false);
  const input = { appraisalId, version, value, reason };
  const together = useTranslations("dossier.basket");
  const draft = { ...noPin, value, reason, caseReason: null };
  const form = `approval.collected:${appraisalId}:${round}`;
  const { basket, typed, reasons, field } = useReasons(form, draft);
  const collected = basket.items.length;
  const sendFirst = useSendFirst(basket);
  const approve = async () => {
    const answer = await approval.send(input);
    if (!answer.ok) return;
    const { left } = answer.value.value;
    const said = text(left === 0 ? "approvedLast" : "approved", { value: valueName });
    onward(said, undoVote({ appraisalId, value }, answer.value.version));
  };
  const decline = async () => {
    const sent = reasons.flatMap(({ caseReason: _none, value: key, ...rest }) =>
      key === null ? [] : [{ ...rest, value: key }],
    );
    const answer = await refusal.send({ appraisalId, version, reasons: sent });
    if (!answer.ok) return;
    basket.empty();
    const undo = undoVote({ appraisalId, value }, answer.value.version);
    onward(text("declined", { value: valueName }), undo);
  };
  const words = (error: string | undefined) => (
    <WordsField
      name="reason"
      label={text("reason")}
      hint={text("reasonHint")}
      value={reason}
      onChange={setReason}
      error={error}
      required
    />
  );
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (sendFirst === null) void approve();
      }}
    >
      <RefusalNotice decision={approval} />
      <Kept form={keep}>{words(approval.errorOf("reason"))}</Kept>
      <DecisionBar no="decline">
        <AskButton
          {...{ appraisalId, version, value, valueName, values }}
          disabledReason={sendFirst}
        />
        <Button id={readingIds.return} variant="quiet" onClick={() => setDeclining(true)}>
          {collected === 0 ? `${text("decline")}…` : together("pending", { count: collected })}
        </Button>
        <Button
          type="submit"
          variant="primary"
          pending={approval.pending}
          disabledReason={sendFirst}
        >
          {text(more ? "onward" : "approve")}
        </Button>
      </DecisionBar>
      <ConfirmDialog
        open={declining}
        onOpenChange={setDeclining}
        title={text("declineTitle", { value: valueName })}
        description={text("declineBody")}
        confirmLabel={
          collected === 0 ? text("declineConfirm") : together("sendAll", { count: reasons.length })
        }
        pending={refusal.pending}
        danger
        keep={keep}
        onConfirm={() => void decline()}
      >
        <RefusalNotice decision={refusal} />
        <BasketList basket={basket} values={values} errorOf={refusal.errorOf} />
        {words(refusal.errorOf(field("reason")))}
        <CollectButton
          {...{ basket, draft, typed, keep }}
          onCollected={() => {
            setReason("");
            setDeclining(false);
          }}
        />
      </ConfirmDialog>
    </form>
  );
}
