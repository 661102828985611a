"use client";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/actions/button-style";
import { EmptyState } from "@/components/ui/feedback/empty-state";

interface CrashProps {
  error: Error & { digest?: string };
  reset: () => void;
}

const home = "/";

/** Loaded with every page, so of the plainest parts; the way home is a full load, which leaves nothing broken behind. */
export default function Crash({ error, reset }: CrashProps) {
  const text = useTranslations("shell.crash");
  return (
    <main className="page" role="alert">
      <EmptyState
        title={text("title")}
        headingLevel={1}
        action={
          <>
            <button type="button" className={buttonClass({ variant: "primary" })} onClick={reset}>
              {text("retry")}
            </button>
            <a href={home} className={buttonClass({})}>
              {text("home")}
            </a>
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
