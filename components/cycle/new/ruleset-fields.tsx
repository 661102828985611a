"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReader } from "@/components/reader/use-reader";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { Choices, Look, RulesChoice } from "./choices";

interface RulesetFieldsProps {
  choices: Choices;
  looks: readonly Look[];
  errorOf: (field: string) => string | undefined;
}

export function RulesetFields({ choices, looks, errorOf }: RulesetFieldsProps) {
  const text = useTranslations("cycle.new");
  const { frameworks, policies, defaults } = choices;
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <RulesetField
        label={text("framework")}
        name="frameworkVersionId"
        list={frameworks}
        first={defaults.frameworkVersionId}
        looks={looks}
        error={errorOf("frameworkVersionId")}
      />
      <RulesetField
        label={text("policy")}
        name="policyVersionId"
        list={policies}
        first={defaults.policyVersionId}
        looks={looks}
        error={errorOf("policyVersionId")}
      />
    </div>
  );
}

interface RulesetFieldProps {
  label: string;
  name: string;
  list: readonly RulesChoice[];
  first: string;
  looks: readonly Look[];
  error: string | undefined;
}

function RulesetField({ label, name, list, first, looks, error }: RulesetFieldProps) {
  const text = useTranslations("cycle.new");
  const { locale } = useReader();
  const [chosen, setChosen] = useState(first);
  const options = list.map((one) => ({
    value: one.id,
    label: text("version", { name: one.name[locale], version: one.version }),
  }));
  const current = list.find(({ id }) => id === chosen);
  return (
    <div className="grid gap-1">
      <Field label={label} error={error} required>
        <Select
          name={name}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          options={options}
        />
      </Field>
      {current ? <p className="text-sm text-ink-2">{current.description[locale]}</p> : null}
      {current ? (
        <Disclosure summary={text("look", { name: current.name[locale] })}>
          {looks.find(({ id }) => id === chosen)?.inside}
        </Disclosure>
      ) : null}
    </div>
  );
}
