"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import type { Decision } from "./use-decision";

/** Why nothing changed. A stale page offers the latest; what was typed stays either way. */
export function RefusalNotice({
  decision,
}: {
  decision: Pick<Decision<unknown>, "refusal" | "stale" | "reload">;
}) {
  const text = useTranslations("dossier.decision");
  if (decision.refusal === null) return null;
  return (
    <Notice
      tone="danger"
      live
      actions={
        decision.stale ? (
          <Button size="sm" onClick={decision.reload}>
            {text("reload")}
          </Button>
        ) : undefined
      }
    >
      {decision.refusal}
    </Notice>
  );
}
