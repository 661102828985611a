"use client";

import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { REVIEW_TEXT_MAX } from "@/lib/review/types";

interface WordsFieldProps {
  /** Of the command's input. */
  name: string;
  /** What it is kept under, where its name changes: `nameOf` in ui/kept. */
  kept?: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  required?: boolean;
  rows?: number;
}

/** A reviewer's words with their count. */
export function WordsField({
  name,
  kept = name,
  label,
  hint,
  value,
  onChange,
  error,
  required = false,
  rows = 3,
}: WordsFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} optional={!required}>
      <TextArea
        name={name}
        data-kept={kept}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        count={<TextCount used={Array.from(value).length} limit={REVIEW_TEXT_MAX} />}
      />
    </Field>
  );
}
