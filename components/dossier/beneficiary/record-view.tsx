"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { DialogButton } from "@/components/dossier/decision/dialog-button";
import { WordsField } from "@/components/dossier/decision/words-field";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { beneficiaryWays } from "@/lib/beneficiary/types";

interface RecordViewProps {
  appraisalId: string;
  value: string;
  valueName: string;
  /** What was written down before and may be corrected, by whom was asked. */
  views: readonly { readonly id: string; readonly asked: string }[];
}

const nobody = { asked: "", askedOn: "", way: "", said: "", corrects: "" };

/** HR writes down what one of those who benefited said, or corrects what was written. */
export function RecordView({ appraisalId, value, valueName, views }: RecordViewProps) {
  const text = useTranslations("dossier.beneficiary");
  const keep = `beneficiary:${appraisalId}:${value}`;
  const recording = useCommand("beneficiary.record", { keeps: keep });
  const [typed, setTyped] = useState(nobody);
  const { errorOf } = recording;
  const fill = (part: Partial<typeof nobody>) => setTyped((before) => ({ ...before, ...part }));
  const record = async (close: () => void) => {
    const corrects = typed.corrects === "" ? null : typed.corrects;
    const answer = await recording.send({ appraisalId, value, ...typed, corrects });
    if (!answer.ok) return;
    setTyped(nobody);
    close();
  };
  return (
    <DialogButton
      label={text("record")}
      keep={keep}
      title={text("recordTitle", { value: valueName })}
      description={text("recordBody")}
      confirmLabel={text("recordConfirm")}
      command={recording}
      onConfirm={record}
    >
      {views.length === 0 ? null : (
        <Field label={text("corrects")} error={errorOf("corrects")}>
          <Select
            name="corrects"
            value={typed.corrects}
            onChange={({ target }) => fill({ corrects: target.value })}
            options={[
              { value: "", label: text("another") },
              ...views.map(({ id, asked }, index) => ({
                value: id,
                label: text("correct", { place: index + 1, asked: asked || text("somebody") }),
              })),
            ]}
          />
        </Field>
      )}
      <Field label={text("asked")} hint={text("askedHint")} error={errorOf("asked")} required>
        <TextInput
          name="asked"
          value={typed.asked}
          onChange={({ target }) => fill({ asked: target.value })}
        />
      </Field>
      <Field label={text("askedOn")} error={errorOf("askedOn")} required>
        <DateInput
          name="askedOn"
          value={typed.askedOn}
          onChange={({ target }) => fill({ askedOn: target.value })}
        />
      </Field>
      <RadioCards
        legend={text("way")}
        name="way"
        value={typed.way}
        onChange={({ currentTarget }) => fill({ way: currentTarget.value })}
        error={errorOf("way")}
        options={beneficiaryWays.map((way) => ({ value: way, label: text(`ways.${way}`) }))}
      />
      <WordsField
        name="said"
        label={text("said")}
        value={typed.said}
        onChange={(said) => fill({ said })}
        error={errorOf("said")}
        required
      />
    </DialogButton>
  );
}
