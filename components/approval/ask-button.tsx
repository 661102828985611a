"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { DialogButton } from "@/components/dossier/decision/dialog-button";
import { noPin, PinFields, type PinValue } from "@/components/dossier/decision/pin-fields";
import { undoVote } from "@/components/dossier/decision/undo";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";

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
  const [question, setQuestion] = useState("");
  const [pin, setPin] = useState({ ...noPin, value });
  const ask = async (close: () => void) => {
    const reason = { ...pin, value, reason: question };
    const answer = await asking.send({ appraisalId, version, reasons: [reason] });
    if (!answer.ok) return;
    close();
    const undo = undoVote({ appraisalId, value }, answer.value.version);
    onward(text("done", { value: valueName }), undo);
  };
  return (
    <DialogButton
      label={text("button")}
      variant="quiet"
      disabledReason={disabledReason}
      keep={keep}
      title={text("title", { value: valueName })}
      description={text("body")}
      confirmLabel={text("confirm")}
      command={asking}
      onConfirm={ask}
    >
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
    </DialogButton>
  );
}
