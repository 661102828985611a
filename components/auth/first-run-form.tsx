"use client";
import { useTranslations } from "next-intl";
import { useForm } from "@/components/command/use-form";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { PasswordField } from "./password-field";
import { postPublic } from "./requests";

const names = ["companyName", "timeZone", "name", "number", "email", "password"] as const;
const read = (field: (name: string) => string) =>
  Object.fromEntries(names.map((name) => [name, field(name)]));
const send = (input: unknown) => postPublic("first-run", input);

export function FirstRunForm({ timeZones }: { timeZones: readonly string[] }) {
  const text = useTranslations("auth");
  const { formProps, pending, errorOf, problem } = useForm({
    read,
    send,
    onDone: () => window.location.assign("/people"),
  });
  return (
    <form {...formProps} className="grid gap-6">
      {problem ? (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      ) : null}
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{text("firstRun.company")}</legend>
        <Field label={text("firstRun.companyName")} error={errorOf("companyName")} required>
          <TextInput name="companyName" autoComplete="organization" maxLength={120} />
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
          <TextInput name="name" autoComplete="name" maxLength={120} />
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
            maxLength={40}
          />
        </Field>
        <Field label={text("firstRun.email")} error={errorOf("email")} optional>
          <TextInput name="email" type="email" autoComplete="email" maxLength={254} />
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
