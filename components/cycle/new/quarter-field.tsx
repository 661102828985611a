"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { quarterText } from "../quarter-text";
import type { Choices } from "./choices";

export function QuarterField({ choices, error }: { choices: Choices; error: string | undefined }) {
  const text = useTranslations("cycle");
  const { quarters, defaults } = choices;
  const options = quarters.map(({ taken, ...one }) => ({
    value: `${one.year}-${one.quarter}`,
    label: taken ? text("new.taken", { quarter: quarterText(text, one) }) : quarterText(text, one),
    disabled: taken,
  }));
  return (
    <div className="max-w-md">
      <Field label={text("new.quarter")} error={error} required>
        <Select
          name="quarter"
          defaultValue={`${defaults.year}-${defaults.quarter}`}
          options={options}
        />
      </Field>
    </div>
  );
}
