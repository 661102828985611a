"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { byHandLimit, windowReasonLimit } from "@/lib/cycle/types";
import { byHandField } from "./read-input";

interface ByHandFieldsProps {
  errorOf: (field: string) => string | undefined;
  onChange: () => void;
}

const kinds = ["exempt", "include"] as const;

/** People who are exempt, or in, against what the rules say of them. A row left empty is nothing. */
export function ByHandFields({ errorOf, onChange }: ByHandFieldsProps) {
  const text = useTranslations("cycle.new.byHand");
  const [rows, setRows] = useState(0);
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm text-ink-2">{text("title")}</legend>
      <ol className="grid gap-3">
        {Array.from({ length: rows }, (_, row) => {
          const person = String(row + 1);
          return (
            <li key={row} className="grid items-start gap-3 md:grid-cols-[10rem_12rem_1fr]">
              <Field label={text("kind", { person })} error={errorOf(byHandField(row, "kind"))}>
                <Select
                  name={byHandField(row, "kind")}
                  options={kinds.map((value) => ({ value, label: text(value) }))}
                />
              </Field>
              <Field label={text("number", { person })} error={errorOf(byHandField(row, "number"))}>
                <TextInput
                  name={byHandField(row, "number")}
                  list="person-suggestions"
                  autoComplete="off"
                />
              </Field>
              <Field label={text("reason", { person })} error={errorOf(byHandField(row, "reason"))}>
                <TextInput name={byHandField(row, "reason")} maxLength={windowReasonLimit} />
              </Field>
            </li>
          );
        })}
      </ol>
      {rows < byHandLimit ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            size="sm"
            onClick={() => {
              setRows(rows + 1);
              onChange();
            }}
          >
            {text("add")}
          </Button>
          <p className="text-sm text-ink-2">{text("hint")}</p>
        </div>
      ) : null}
    </fieldset>
  );
}
