"use client";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/actions/button-style";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { saysDatabaseAway } from "@/lib/errors/away";

interface CrashProps {
  error: Error & { digest?: string };
  /** Asks the server again; only drawing it again would show the same. */
  retry: () => void;
}

const home = "/";

/** Loaded with every page, so of the plainest parts; the way home is a full load, which leaves nothing broken behind. */
export default function Crash({ error, retry }: CrashProps) {
  const text = useTranslations("shell.crash");
  const away = saysDatabaseAway(error.digest);
  return (
    <main className="page" role="alert">
      <EmptyState
        title={text(away ? "away" : "title")}
        headingLevel={1}
        action={
          <>
            <button type="button" className={buttonClass({ variant: "primary" })} onClick={retry}>
              {text("retry")}
            </button>
            <a href={home} className={buttonClass({})}>
              {text("home")}
            </a>
          </>
        }
      >
        <p>{text(away ? "awayBody" : "body")}</p>
        {error.digest ? (
          <p className="tabular">
            {text("reference", { digest: error.digest.replace(/^.*:/, "") })}
          </p>
        ) : null}
      </EmptyState>
    </main>
  );
}
