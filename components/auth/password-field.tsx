"use client";
import { Eye, EyeOff } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { passwordLimits } from "@/lib/fields/limits";

interface PasswordFieldProps {
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  error?: string | undefined;
  hint?: ReactNode;
}

export function PasswordField({ name, label, autoComplete, error, hint }: PasswordFieldProps) {
  const text = useTranslations("auth.password");
  const [shown, setShown] = useState(false);
  const drawing = shown ? EyeOff : Eye;
  return (
    <Field label={label} error={error} hint={hint} required>
      <div className="relative grid [&_input]:pe-12">
        <TextInput
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          maxLength={passwordLimits.most}
        />
        <span className="absolute inset-y-0 end-1 grid place-items-center">
          <IconButton
            label={text(shown ? "hide" : "show")}
            aria-pressed={shown}
            icon={<Icon of={drawing} className="size-4.5" />}
            onClick={() => setShown(!shown)}
          />
        </span>
      </div>
    </Field>
  );
}
