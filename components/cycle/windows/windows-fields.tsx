"use client";
import { useTranslations } from "next-intl";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import type { WindowDraft } from "@/lib/cycle/types";
import { windowField } from "./window-field";

interface WindowsFieldsProps {
  windows: readonly WindowDraft[];
  errorOf: (field: string) => string | undefined;
}

export function WindowsFields({ windows, errorOf }: WindowsFieldsProps) {
  const text = useTranslations("cycle");
  return (
    <ol className="grid gap-4 md:gap-2">
      {windows.map(({ stage, opensAt, closesAt }, index) => {
        const name = text(`stages.${stage}`);
        const fault = errorOf(`windows.${index}`) ?? errorOf(`windows.${index}.stage`);
        return (
          <li key={stage} className="grid items-start gap-x-4 gap-y-1 md:grid-cols-[10rem_1fr_1fr]">
            <span className="font-semibold md:pt-7">
              <span className="me-2 text-ink-2 tabular">{index + 1}</span>
              {name}
            </span>
            <Field
              label={text("new.opensAt", { stage: name })}
              error={errorOf(`windows.${index}.opensAt`) ?? fault}
              required
            >
              <DateInput
                type="datetime-local"
                name={windowField(stage, "opensAt")}
                defaultValue={opensAt}
              />
            </Field>
            <Field
              label={text("new.closesAt", { stage: name })}
              error={errorOf(`windows.${index}.closesAt`)}
              required
            >
              <DateInput
                type="datetime-local"
                name={windowField(stage, "closesAt")}
                defaultValue={closesAt}
              />
            </Field>
          </li>
        );
      })}
    </ol>
  );
}
