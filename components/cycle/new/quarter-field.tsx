"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import type { QuarterChoice } from "@/lib/cycle/types";
import { quarterText } from "../quarter-text";

interface QuarterFieldProps {
  quarters: readonly QuarterChoice[];
  chosen: string;
  onChoose: (quarter: string) => void;
  error: string | undefined;
}

export function quarterValue({ year, quarter }: { year: number; quarter: number }): string {
  return `${year}-${quarter}`;
}

export function QuarterField({ quarters, chosen, onChoose, error }: QuarterFieldProps) {
  const text = useTranslations("cycle");
  const options = quarters.map((one) => ({
    value: quarterValue(one),
    label: one.taken
      ? text("new.taken", { quarter: quarterText(text, one) })
      : quarterText(text, one),
    disabled: one.taken,
  }));
  return (
    <div className="max-w-md">
      <Field label={text("new.quarter")} error={error} required>
        <Select
          name="quarter"
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
          options={options}
        />
      </Field>
    </div>
  );
}
