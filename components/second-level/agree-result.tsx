"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import type { AgreeAnswer, ReviewRow } from "@/lib/second-level/types";

export interface PartlyAgreed {
  answer: AgreeAnswer;
  /** Whose sheets were sent, by name. */
  people: readonly Pick<ReviewRow, "appraisalId" | "name">[];
}

interface AgreeResultProps extends PartlyAgreed {
  onClose: () => void;
}

/** What went through and what did not, by name and reason. */
export function AgreeResult({ answer, people, onClose }: AgreeResultProps) {
  const text = useTranslations("second-level.partly");
  const errors = useTranslations("errors");
  const nameOf = (id: string) => people.find(({ appraisalId }) => appraisalId === id)?.name ?? "";
  const counts = { done: answer.agreed.length, failed: answer.refused.length };
  return (
    <Notice
      tone="warn"
      live
      title={text("title", counts)}
      actions={
        <Button size="sm" onClick={onClose}>
          {text("close")}
        </Button>
      }
    >
      <ul className="list-disc ps-5">
        {answer.refused.map(({ appraisalId, code }) => (
          <li key={appraisalId}>
            {text("line", {
              name: nameOf(appraisalId),
              reason: errors(code, { minutes: 0, reference: "" }),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
