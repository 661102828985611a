"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Checkbox } from "@/components/ui/form/checkbox";
import { formatDay } from "@/lib/i18n/dates";
import type { Answer, Confirm } from "./known-person";

/** The hire date a save was refused for because it lies ahead, as an ISO day. */
export function dayAhead(answer: Answer): string | null {
  if (answer === null || answer.ok) return null;
  const fault = answer.fields?.["hireDate"];
  const day = fault?.code === "hire_date_ahead" ? fault.data?.["day"] : undefined;
  return typeof day === "string" ? day : null;
}

/** Below the hire date: a day that lies ahead may be meant, or be a slip. */
export function HireAhead({ day, checked, onChange }: Confirm & { day: string }) {
  const text = useTranslations("people.form");
  const { locale } = useReader();
  return (
    <Checkbox
      name="hireAhead"
      label={text("hireAhead", { day: formatDay(new Date(`${day}T00:00:00Z`), locale, "UTC") })}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
