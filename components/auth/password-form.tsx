"use client";
import { useTranslations } from "next-intl";
import { useForm } from "@/components/command/use-form";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { postCommand } from "@/lib/commands/client";
import { PasswordField } from "./password-field";

const read = (field: (name: string) => string) => ({
  current: field("current"),
  next: field("next"),
});
const send = (input: unknown) => postCommand<null>("access.change-password", input);

export function PasswordForm() {
  const text = useTranslations("auth");
  const { formProps, pending, errorOf, problem } = useForm({
    read,
    send,
    // This session has ended too.
    onDone: () => window.location.assign("/sign-in?notice=password_changed"),
  });
  return (
    <form {...formProps} className="grid max-w-md gap-4">
      {problem ? (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      ) : null}
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
