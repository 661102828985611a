"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { startOidc } from "../requests";

export function OidcButton({ name, returnPath }: { name: string | undefined; returnPath: string }) {
  const text = useTranslations("auth.signIn");
  const { ofAnswer } = useRefusalText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async () => {
    setPending(true);
    const answer = await startOidc(returnPath);
    if (answer.ok) {
      window.location.assign(answer.value);
      return;
    }
    setPending(false);
    setProblem(ofAnswer(answer));
  };
  return (
    <div className="mt-5 grid gap-4">
      <p className="grid grid-cols-[1fr_auto_1fr] items-center gap-3 text-xs text-ink-2 before:border-t before:border-line after:border-t after:border-line">
        {text("or")}
      </p>
      <Problem text={problem} />
      <Button block pending={pending} onClick={() => void start()}>
        {text("oidc", { name: name ?? text("oidcDefault") })}
      </Button>
    </div>
  );
}
