"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { DialogButton } from "@/components/dossier/decision/dialog-button";
import { noPin, PinFields, type PinValue } from "@/components/dossier/decision/pin-fields";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { isAfter, isPublished } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { reopenStates } from "@/lib/reopening/types";

interface ReopenSheetProps {
  appraisalId: string;
  state: AppraisalState;
  version: number;
  name: string;
  values: readonly PinValue[];
}

/** Gives a sheet back to where it was judged, or to HR's own audit, with a pinned reason. */
export function ReopenSheet({ appraisalId, state, version, name, values }: ReopenSheetProps) {
  const text = useTranslations("hr-audit.reopen");
  const { onward } = useDecided();
  const keep = `hr-audit.reopen:${appraisalId}`;
  const reopening = useCommand("hr-audit.reopen", { keeps: keep, refresh: "never" });
  const [to, setTo] = useState<(typeof reopenStates)[number]>("manager_scoring");
  const [reason, setReason] = useState("");
  const [pin, setPin] = useState(noPin);
  const send = async (close: () => void) => {
    const answer = await reopening.send({
      ...{ appraisalId, version, to, reasons: [{ ...pin, reason }] },
    });
    if (!answer.ok) return;
    close();
    onward(text("done", { name }));
  };
  return (
    <div>
      <DialogButton
        label={text("button")}
        keep={keep}
        title={text("title", { name })}
        description={text(isPublished(state) ? "published" : "body")}
        confirmLabel={text("confirm")}
        command={reopening}
        danger
        onConfirm={send}
      >
        <RadioCards
          legend={text("to")}
          name="to"
          value={to}
          onChange={({ currentTarget: { value } }) =>
            setTo(reopenStates.find((state) => state === value) ?? to)
          }
          error={reopening.errorOf("to")}
          options={reopenStates
            .filter((place) => isAfter(state, place))
            .map((value) => ({
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
      </DialogButton>
    </div>
  );
}
