"use client";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { useForm } from "@/components/command/use-form";
import { useSend } from "@/components/command/use-send";
import { Button } from "@/components/ui/actions/button";
import { VisuallyHidden } from "@/components/ui/layout/visually-hidden";
import { PasswordField } from "../password-field";
import { acceptInvitation } from "../requests";

interface InvitationFormProps {
  token: string;
  /** For password managers, which file the password under it. */
  number: string;
}

export function InvitationForm({ token, number }: InvitationFormProps) {
  const text = useTranslations("auth");
  const accept = useSend(acceptInvitation, {
    refresh: "never",
    onDone: () => window.location.assign("/"),
  });
  const { pending, errorOf, problem } = accept;
  const formProps = useForm(accept, (field) => ({ token, password: field("password") }));
  return (
    <form {...formProps} className="grid gap-4">
      <Problem text={problem} />
      <VisuallyHidden>
        <input
          name="username"
          autoComplete="username"
          value={number}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
      </VisuallyHidden>
      <PasswordField
        name="password"
        label={text("invitation.password")}
        autoComplete="new-password"
        error={errorOf("password")}
        hint={text("password.hint")}
      />
      <Button type="submit" variant="primary" block pending={pending}>
        {text("invitation.submit")}
      </Button>
    </form>
  );
}
