"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { undoAudit } from "@/components/dossier/decision/undo";
import { useCommand, type UseCommand } from "@/components/command/use-command";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { ScoreTarget } from "./target";

export interface Confirming {
  /** Names what is typed here. */
  readonly keep: string;
  readonly decision: UseCommand<"hr-audit.confirm">;
  readonly comment: string;
  readonly setComment: (words: string) => void;
  readonly confirm: () => Promise<void>;
}

/** The confirmation of one score, and on to what waits next. Words typed for another score are not brought back. */
export function useConfirm(target: ScoreTarget): Confirming {
  const text = useTranslations("hr-audit.confirm");
  const { onward } = useDecided();
  const keep = `hr-audit.confirm:${target.appraisalId}:${target.value}:${target.score}`;
  const decision = useCommand("hr-audit.confirm", { keeps: keep, refresh: "never" });
  const [comment, setComment] = useState("");
  const { appraisalId, version, value } = target;
  const titleOf = (state: AppraisalState, left: number) => {
    if (state === "approval") return text("doneApproval", { name: target.name });
    if (state === "interview") return text("doneFinal", { name: target.name });
    if (left === 0) return text("doneDraw", { name: target.name });
    return text("done", { name: target.name, value: target.valueName, score: target.score });
  };
  const confirm = async () => {
    const input = { appraisalId, version, value, comment };
    const answer = await decision.send(input);
    if (!answer.ok) return;
    const { state, left } = answer.value.value;
    onward(titleOf(state, left), undoAudit(target, answer.value.version));
  };
  return { keep, decision, comment, setComment, confirm };
}
