"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Sending } from "@/components/command/use-send";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import type { StaleAppraisal } from "@/lib/appraisal/types";
import type { NoAnswer } from "@/lib/commands/client";
import type { Refusal } from "@/lib/errors/outcome";

export type Decision = Pick<
  Sending<never, unknown, Refusal<{ readonly stale: StaleAppraisal }> | NoAnswer>,
  "answer" | "problem" | "forget"
>;

/** Why nothing changed. A stale page offers the latest; what was typed stays either way. */
export function RefusalNotice({ decision }: { decision: Decision }) {
  const text = useTranslations("dossier");
  const router = useRouter();
  const { answer, problem, forget } = decision;
  if (problem === null) return null;
  const stale = answer?.ok === false && answer.code === "stale" ? answer : null;
  const state = stale?.data?.state;
  const reload = () => {
    forget();
    router.refresh();
  };
  return (
    <Notice
      tone="danger"
      live
      actions={
        stale === null ? undefined : (
          <Button size="sm" onClick={reload}>
            {text("decision.reload")}
          </Button>
        )
      }
    >
      {state === undefined ? problem : text("decision.stale", { state: text(`states.${state}`) })}
    </Notice>
  );
}
