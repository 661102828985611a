"use client";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import type { HeldBetween } from "@/lib/interview/rules/talk";
import type { InterviewForm } from "@/lib/interview/types";

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  hint: string;
  error: string | undefined;
}

export type TextPart = Exclude<keyof InterviewForm, "heldOn" | "told">;

interface TextFieldProps extends FieldProps {
  part: TextPart;
  limit: number;
  optional: boolean;
  rows: number;
}

export function TextField({
  part,
  value,
  onChange,
  limit,
  optional,
  rows,
  ...field
}: TextFieldProps) {
  const count = <TextCount used={value.length} limit={limit} />;
  return (
    <Field {...field} id={part} optional={optional} required={!optional} aside={count}>
      <TextArea
        name={part}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        rows={rows}
      />
    </Field>
  );
}

export function DayField({
  value,
  onChange,
  between,
  ...field
}: FieldProps & { between: HeldBetween }) {
  return (
    <Field {...field} id="heldOn" required>
      <DateInput
        name="heldOn"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        min={between.from ?? undefined}
        max={between.to}
      />
    </Field>
  );
}
