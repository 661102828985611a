"use client";
import { type Control, useController } from "react-hook-form";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import type { HeldBetween } from "@/lib/interview/rules";
import type { InterviewForm } from "@/lib/interview/schema";

interface FieldProps {
  control: Control<InterviewForm>;
  label: string;
  hint: string;
  error: string | undefined;
}

interface TextFieldProps extends FieldProps {
  part: Exclude<keyof InterviewForm, "heldOn">;
  limit: number;
  optional: boolean;
  rows: number;
}

export function TextField({ part, control, limit, optional, rows, ...field }: TextFieldProps) {
  const { field: input } = useController({ control, name: part });
  const count = <TextCount used={input.value.length} limit={limit} />;
  return (
    <Field {...field} id={part} optional={optional} required={!optional} aside={count}>
      <TextArea {...input} rows={rows} />
    </Field>
  );
}

export function DayField({ control, between, ...field }: FieldProps & { between: HeldBetween }) {
  const { field: input } = useController({ control, name: "heldOn" });
  return (
    <Field {...field} id="heldOn" required>
      <DateInput {...input} min={between.from ?? undefined} max={between.to} />
    </Field>
  );
}
