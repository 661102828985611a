"use client";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { Button } from "@/components/ui/actions/button";
import { useForm, type ReadField } from "@/components/command/use-form";
import { useSend } from "@/components/command/use-send";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { emailLimit } from "@/lib/fields/limits";
import type { Reply } from "@/lib/commands/client";
import { PasswordField } from "../password-field";
import { signInWithPassword } from "../requests";

interface Credentials {
  login: string;
  password: string;
}

const read = (field: ReadField): Credentials => ({
  login: field("login").trim(),
  password: field("password"),
});

async function send(input: Credentials): Promise<Reply<null>> {
  const missing = [
    ...(input.login === "" ? ["login"] : []),
    ...(input.password === "" ? ["password"] : []),
  ];
  if (missing.length === 0) return signInWithPassword(input);
  const fields = Object.fromEntries(missing.map((name) => [name, { code: "required" as const }]));
  return { ok: false, code: "invalid_input", fields };
}

export function SignInForm({ returnPath }: { returnPath: string }) {
  const text = useTranslations("auth.signIn");
  const signIn = useSend(send, {
    refresh: "never",
    // A full load, so that nothing of a former session stays in memory.
    onDone: () => window.location.assign(returnPath),
  });
  const { pending, errorOf, problem } = signIn;
  const formProps = useForm(signIn, read);
  return (
    <form {...formProps} className="grid gap-4">
      <Problem text={problem} />
      <Field label={text("login")} error={errorOf("login")} required>
        <TextInput
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={emailLimit}
        />
      </Field>
      <PasswordField
        name="password"
        label={text("password")}
        autoComplete="current-password"
        error={errorOf("password")}
      />
      <Button type="submit" variant="primary" block pending={pending}>
        {text("submit")}
      </Button>
    </form>
  );
}
