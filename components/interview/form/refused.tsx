"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import type { Reply } from "@/lib/commands/client";

interface RefusedProps {
  answer: Reply<unknown> | null;
  appraisalId: string;
  onReload: () => void;
}

/** Brings the words of a refusal into sight: the form is longer than the screen. */
export function Refused(props: RefusedProps) {
  const box = useRef<HTMLDivElement>(null);
  const { answer } = props;
  useEffect(() => {
    if (answer?.ok === false) box.current?.scrollIntoView({ block: "center" });
  }, [answer]);
  return (
    <div ref={box} className="empty:hidden">
      <Words {...props} />
    </div>
  );
}

/** A refusal that has no field of its own. After a stale one the typed texts stay: reloading waits for a decision. */
function Words({ answer, appraisalId, onReload }: RefusedProps) {
  const text = useTranslations("interview.stale");
  const { ofAnswer } = useRefusalText();
  if (answer === null || answer.ok) return null;
  if (answer.code !== "stale") {
    return "fields" in answer ? null : (
      <Notice tone="danger" live>
        {ofAnswer(answer)}
      </Notice>
    );
  }
  const stillOpen = stateOf(answer) === "interview";
  return (
    <Notice
      tone="warn"
      live
      title={text("title")}
      actions={
        stillOpen ? (
          <Button size="sm" onClick={onReload}>
            {text("reload")}
          </Button>
        ) : (
          <a href={`/interview/${appraisalId}`} target="_blank" rel="noreferrer" className="link">
            {text("open")}
          </a>
        )
      }
    >
      {text(stillOpen ? "changed" : "published")}
    </Notice>
  );
}

function stateOf(answer: { readonly data?: unknown }): string | null {
  const { data } = answer;
  if (typeof data !== "object" || data === null || !("state" in data)) return null;
  return typeof data.state === "string" ? data.state : null;
}
