"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { LinkButton } from "@/components/ui/actions/link-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";

interface CrashProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function Crash({ error, reset }: CrashProps) {
  const text = useTranslations("shell.crash");
  return (
    <main className="page" role="alert">
      <EmptyState
        title={text("title")}
        headingLevel={1}
        action={
          <>
            <Button variant="primary" onClick={reset}>
              {text("retry")}
            </Button>
            <LinkButton href="/">{text("home")}</LinkButton>
          </>
        }
      >
        <p>{text("body")}</p>
        {error.digest ? (
          <p className="tabular">{text("reference", { digest: error.digest })}</p>
        ) : null}
      </EmptyState>
    </main>
  );
}
