"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { windowReasonLimit } from "@/lib/cycle/types";

type ErrorOf = (field: string) => string | undefined;

/** Whom it is about, by 工号. */
export function PersonField({ errorOf, optional }: { errorOf: ErrorOf; optional?: boolean }) {
  const text = useTranslations("participation");
  return (
    <Field
      label={text("number")}
      hint={text("numberHint")}
      error={errorOf("number")}
      {...(optional ? {} : { required: true })}
    >
      <TextInput name="number" list="person-suggestions" autoComplete="off" />
    </Field>
  );
}

export function ReasonField({ errorOf, hint }: { errorOf: ErrorOf; hint: string }) {
  const text = useTranslations("participation");
  return (
    <Field label={text("reason")} hint={hint} error={errorOf("reason")} required>
      <TextArea name="reason" rows={3} maxLength={windowReasonLimit} />
    </Field>
  );
}

interface FormButtonsProps {
  label: string;
  pending: boolean;
  onClose: () => void;
}

/** The last thing in a form of a dialog: in sight however long the form is. */
export function FormButtons({ label, pending, onClose }: FormButtonsProps) {
  const common = useTranslations("common.actions");
  return (
    <div className="dialog-actions">
      <Button onClick={onClose}>{common("cancel")}</Button>
      <Button type="submit" variant="primary" pending={pending}>
        {label}
      </Button>
    </div>
  );
}
