"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import type { Reply } from "@/lib/commands/client";

/** A refused answer in words. Reloading keeps what was typed, since that lives in this page and not on the server. */
export function Refused({ answer }: { answer: Reply<unknown> | null }) {
  const text = useTranslations("result.stale");
  const router = useRouter();
  const { ofAnswer, ofFault } = useRefusalText();
  if (answer === null || answer.ok) return null;
  const minutes = answer.fields?.["minutes"];
  const reload = answer.code === "stale" || answer.code === "already_done";
  return (
    <Notice
      tone={reload ? "warn" : "danger"}
      live
      actions={
        reload ? (
          <Button size="sm" onClick={() => router.refresh()}>
            {text("reload")}
          </Button>
        ) : null
      }
    >
      {minutes === undefined ? ofAnswer(answer) : ofFault(minutes)}
    </Notice>
  );
}
