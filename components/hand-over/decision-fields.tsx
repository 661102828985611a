"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { TextInput } from "@/components/ui/form/text-input";
import { handOverLimits, ways, type Way } from "@/lib/hand-over/types";

/** What is typed of a hand-over. */
export interface Typed {
  readonly successorNumber: string;
  readonly way: Way;
  readonly reason: string;
  readonly note: string;
}

export const nothingTyped: Typed = { successorNumber: "", way: "continue", reason: "", note: "" };

interface DecisionFieldsProps {
  typed: Typed;
  onChange: (change: Partial<Typed>) => void;
  errorOf: (field: string) => string | undefined;
  /** Where the fields stand in the command's input: "" or "sheets.". */
  at?: string;
  /** Not asked for where the change itself names the successor. */
  asksSuccessor?: boolean;
  /** Nor how, where nobody takes over. */
  asksWay?: boolean;
}

export function DecisionFields(props: DecisionFieldsProps) {
  const { typed, onChange, errorOf, at = "", asksSuccessor = true, asksWay = true } = props;
  const text = useTranslations("hand-over.give");
  const name = (field: keyof Typed) => `${at}${field}`;
  const error = (field: keyof Typed) => errorOf(name(field));
  return (
    <div className="grid gap-4">
      {asksSuccessor ? (
        <Field
          label={text("successor")}
          hint={text("successorHint")}
          error={error("successorNumber")}
          optional
        >
          <TextInput
            name={name("successorNumber")}
            value={typed.successorNumber}
            onChange={(event) => onChange({ successorNumber: event.target.value })}
            list="person-suggestions"
            autoComplete="off"
          />
        </Field>
      ) : null}
      {asksWay ? (
        <RadioCards
          legend={text("way")}
          name={name("way")}
          value={typed.way}
          error={error("way")}
          onChange={({ target: { value } }) =>
            onChange({ way: ways.find((way) => way === value) ?? typed.way })
          }
          options={ways.map((way) => ({
            value: way,
            label: text(`ways.${way}`),
            description: text(`wayHints.${way}`),
          }))}
        />
      ) : null}
      {asksWay && typed.way === "sealed" ? (
        <Field label={text("note")} error={error("note")} required>
          <TextArea
            name={name("note")}
            value={typed.note}
            onChange={(event) => onChange({ note: event.target.value })}
            count={<TextCount used={Array.from(typed.note).length} limit={handOverLimits.note} />}
          />
        </Field>
      ) : null}
      <Field label={text("reason")} hint={text("reasonHint")} error={error("reason")} required>
        <TextArea
          name={name("reason")}
          rows={2}
          value={typed.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
          count={<TextCount used={Array.from(typed.reason).length} limit={handOverLimits.reason} />}
        />
      </Field>
    </div>
  );
}
