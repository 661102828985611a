"use client";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { useForm, type ReadField } from "@/components/command/use-form";
import { useSend } from "@/components/command/use-send";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { PasswordField } from "./password-field";
import { createCompany } from "./requests";

const read = (field: ReadField) => ({
  companyName: field("companyName"),
  timeZone: field("timeZone"),
  name: field("name"),
  number: field("number"),
  email: field("email"),
  password: field("password"),
});

export function FirstRunForm({ timeZones }: { timeZones: readonly string[] }) {
  const text = useTranslations("auth");
  const create = useSend(createCompany, {
    refresh: "never",
    onDone: () => window.location.assign("/people"),
  });
  const { pending, errorOf, problem } = create;
  const formProps = useForm(create, read);
  return (
    <form {...formProps} className="grid gap-6">
      <Problem text={problem} />
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{text("firstRun.company")}</legend>
        <Field label={text("firstRun.companyName")} error={errorOf("companyName")} required>
          <TextInput name="companyName" autoComplete="organization" />
        </Field>
        <Field
          label={text("firstRun.timeZone")}
          error={errorOf("timeZone")}
          hint={text("firstRun.timeZoneHint")}
          required
        >
          <Select
            name="timeZone"
            options={timeZones.map((zone) => ({ value: zone, label: zone }))}
          />
        </Field>
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{text("firstRun.admin")}</legend>
        <Field label={text("firstRun.name")} error={errorOf("name")} required>
          <TextInput name="name" autoComplete="name" />
        </Field>
        <Field
          label={text("firstRun.number")}
          error={errorOf("number")}
          hint={text("firstRun.numberHint")}
          required
        >
          <TextInput
            name="number"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Field label={text("firstRun.email")} error={errorOf("email")} optional>
          <TextInput name="email" type="email" autoComplete="email" />
        </Field>
        <PasswordField
          name="password"
          label={text("firstRun.password")}
          autoComplete="new-password"
          error={errorOf("password")}
          hint={text("password.hint")}
        />
      </fieldset>
      <Button type="submit" variant="primary" block pending={pending}>
        {text("firstRun.submit")}
      </Button>
    </form>
  );
}
