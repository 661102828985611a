"use client";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm, type ReadField } from "@/components/command/use-form";
import { Button } from "@/components/ui/actions/button";
import { PasswordField } from "./password-field";

const read = (field: ReadField) => ({ current: field("current"), next: field("next") });

export function PasswordForm() {
  const text = useTranslations("auth");
  const change = useCommand("access.change-password", {
    refresh: "never",
    // This session has ended too.
    onDone: () => window.location.assign("/sign-in?notice=password_changed"),
  });
  const { pending, errorOf, problem } = change;
  const formProps = useForm(change, read);
  return (
    <form {...formProps} className="grid max-w-md gap-4">
      <Problem text={problem} />
      <PasswordField
        name="current"
        label={text("security.current")}
        autoComplete="current-password"
        error={errorOf("current")}
      />
      <PasswordField
        name="next"
        label={text("security.next")}
        autoComplete="new-password"
        error={errorOf("next")}
        hint={text("password.hint")}
      />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {text("security.submit")}
        </Button>
      </div>
    </form>
  );
}
