"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { noPin, PinFields, type PinValue } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { undoVote } from "@/components/dossier/decision/undo";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { Button } from "@/components/ui/actions/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";

interface AskButtonProps {
  appraisalId: string;
  version: number;
  value: string;
  valueName: string;
  values: readonly PinValue[];
  disabledReason: string | null;
}

/** Neither yes nor no: a question about one 5, which HR answers. */
export function AskButton(props: AskButtonProps) {
  const { appraisalId, version, value, valueName, values, disabledReason } = props;
  const text = useTranslations("approval.ask");
  const { onward } = useDecided();
  const keep = `approval.ask:${appraisalId}:${value}`;
  const asking = useCommand("approval.ask", { keeps: keep, refresh: "never" });
  const [open, setOpen] = useState(false);
  const [question, setQuestion] = useState("");
  const [pin, setPin] = useState({ ...noPin, value });
  const ask = async () => {
    const reason = { ...pin, value, reason: question };
    const answer = await asking.send({ appraisalId, version, reasons: [reason] });
    if (!answer.ok) return;
    setOpen(false);
    const undo = undoVote({ appraisalId, value }, answer.value.version);
    onward(text("done", { value: valueName }), undo);
  };
  return (
    <>
      <Button variant="quiet" disabledReason={disabledReason} onClick={() => setOpen(true)}>
        {text("button")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        keep={keep}
        title={text("title", { value: valueName })}
        description={text("body")}
        confirmLabel={text("confirm")}
        pending={asking.pending}
        onConfirm={() => void ask()}
      >
        <RefusalNotice decision={asking} />
        <WordsField
          name="reasons.0.reason"
          label={text("question")}
          hint={text("hint")}
          value={question}
          onChange={setQuestion}
          error={asking.errorOf("reasons.0.reason")}
          required
        />
        <PinFields
          values={values.filter(({ key }) => key === value)}
          pin={pin}
          onChange={(to) => setPin({ ...to, value })}
          faultOf={(field) => asking.errorOf(`reasons.0.${field}`)}
          fixed
        />
      </ConfirmDialog>
    </>
  );
}
