"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { noPin, PinFields, type PinValue } from "@/components/dossier/decision/pin-fields";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { Button } from "@/components/ui/actions/button";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { isPublished } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { reopenStates } from "@/lib/reopening/types";

interface ReopenSheetProps {
  appraisalId: string;
  state: AppraisalState;
  version: number;
  name: string;
  values: readonly PinValue[];
}

/** Gives a sheet under way back to the self-review or to the manager, with a pinned reason. */
export function ReopenSheet({ appraisalId, state, version, name, values }: ReopenSheetProps) {
  const text = useTranslations("hr-audit.reopen");
  const { onward } = useDecided();
  const keep = `hr-audit.reopen:${appraisalId}`;
  const reopening = useCommand("hr-audit.reopen", { keeps: keep, refresh: "never" });
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<(typeof reopenStates)[number]>("manager_scoring");
  const [reason, setReason] = useState("");
  const [pin, setPin] = useState(noPin);
  const send = async () => {
    const answer = await reopening.send({
      ...{ appraisalId, version, to, reasons: [{ ...pin, reason }] },
    });
    if (!answer.ok) return;
    setOpen(false);
    onward(text("done", { name }));
  };
  return (
    <div>
      <div>
        <Button onClick={() => setOpen(true)}>{text("button")}</Button>
      </div>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        keep={keep}
        title={text("title", { name })}
        description={text(isPublished(state) ? "published" : "body")}
        confirmLabel={text("confirm")}
        pending={reopening.pending}
        danger
        onConfirm={() => void send()}
      >
        <RefusalNotice decision={reopening} />
        <RadioCards
          legend={text("to")}
          name="to"
          value={to}
          onChange={({ currentTarget: { value } }) =>
            setTo(reopenStates.find((state) => state === value) ?? to)
          }
          error={reopening.errorOf("to")}
          options={reopenStates.map((value) => ({
            ...{ value, label: text(`states.${value}`), description: text(`hints.${value}`) },
          }))}
        />
        <WordsField
          name="reasons.0.reason"
          label={text("reason")}
          value={reason}
          onChange={setReason}
          error={reopening.errorOf("reasons.0.reason")}
          required
          rows={4}
        />
        <PinFields
          values={values}
          pin={pin}
          onChange={setPin}
          faultOf={(field) => reopening.errorOf(`reasons.0.${field}`)}
        />
      </ConfirmDialog>
    </div>
  );
}
