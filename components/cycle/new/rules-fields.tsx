"use client";
import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { isLocale } from "@/lib/i18n/locales";
import type { Choices, RulesChoice } from "./choices";

interface RulesFieldsProps {
  choices: Choices;
  errorOf: (field: string) => string | undefined;
}

export function RulesFields({ choices, errorOf }: RulesFieldsProps) {
  const text = useTranslations("cycle.new");
  const language = useLocale();
  const locale = isLocale(language) ? language : "zh";
  const optionsOf = (list: readonly RulesChoice[]) =>
    list.map(({ id, version, name }) => ({
      value: id,
      label: text("version", { name: name[locale], version }),
    }));
  const { frameworks, policies, defaults } = choices;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label={text("framework")} error={errorOf("frameworkVersionId")} required>
        <Select
          name="frameworkVersionId"
          defaultValue={defaults.frameworkVersionId}
          options={optionsOf(frameworks)}
        />
      </Field>
      <Field label={text("policy")} error={errorOf("policyVersionId")} required>
        <Select
          name="policyVersionId"
          defaultValue={defaults.policyVersionId}
          options={optionsOf(policies)}
        />
      </Field>
    </div>
  );
}
