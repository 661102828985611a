"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Checkbox } from "@/components/ui/form/checkbox";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import type { Choices } from "./choices";
import { departmentField } from "./read-input";

interface ScopeFieldsProps {
  choices: Choices;
  joinedAfter: string;
  scope: string;
  onScope: (scope: string) => void;
  errorOf: (field: string) => string | undefined;
}

const indents = ["", "ps-6", "ps-12", "ps-18"] as const;

export function ScopeFields({ choices, joinedAfter, scope, onScope, errorOf }: ScopeFieldsProps) {
  const text = useTranslations("cycle.new");
  const { locale } = useReader();
  return (
    <>
      <RadioCards
        legend={text("scope")}
        name="scope"
        columns={2}
        value={scope}
        onChange={(event) => onScope(event.currentTarget.value)}
        error={errorOf("departmentIds")}
        options={[
          { value: "everybody", label: text("everybody"), description: text("everybodyHint") },
          { value: "some", label: text("some"), description: text("someHint") },
        ]}
      />
      {scope === "some" ? (
        <fieldset className="max-h-80 overflow-y-auto rounded-lg border border-line p-4">
          <legend className="px-1 text-sm text-ink-2">{text("departments")}</legend>
          {choices.departments.map(({ id, name, depth }) => (
            <div key={id} className={indents[Math.min(depth, indents.length - 1)]}>
              <Checkbox name={departmentField(id)} label={name[locale]} />
            </div>
          ))}
        </fieldset>
      ) : null}
      <div className="max-w-md">
        <Field
          label={text("joinedAfter")}
          hint={text("joinedAfterHint")}
          error={errorOf("joinedAfter")}
          optional
        >
          <DateInput name="joinedAfter" key={joinedAfter} defaultValue={joinedAfter} />
        </Field>
      </div>
    </>
  );
}
