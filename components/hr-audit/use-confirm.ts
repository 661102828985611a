"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { useCommand, type UseCommand } from "@/components/command/use-command";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { ScoreTarget } from "./target";

export interface Confirming {
  /** Names what is typed here. */
  readonly keep: string;
  readonly decision: UseCommand<"hr-audit.confirm">;
  readonly view: string;
  readonly setView: (words: string) => void;
  readonly comment: string;
  readonly setComment: (words: string) => void;
  /** True when it went through. */
  readonly confirm: () => Promise<boolean>;
}

export type OnVersion = (appraisalId: string, version: number) => void;

interface Options {
  readonly onVersion?: OnVersion;
  /** Where to go once HR is done with the sheet, from its page. */
  readonly list?: string;
}

/** The confirmation of one score; hands on the version so that the next score of the same sheet is not stale. */
export function useConfirm(target: ScoreTarget, { onVersion, list }: Options): Confirming {
  const text = useTranslations("hr-audit.confirm");
  const stay = useDecided();
  const leave = useDecided(list);
  const keep = `hr-audit.confirm:${target.appraisalId}:${target.value}`;
  const decision = useCommand("hr-audit.confirm", { keeps: keep, refresh: "never" });
  const [view, setView] = useState("");
  const [comment, setComment] = useState("");
  const { appraisalId, version, value } = target;
  const titleOf = (state: AppraisalState) => {
    if (state === "approval") return text("doneApproval", { name: target.name });
    if (state === "interview") return text("doneFinal", { name: target.name });
    return text("done", { name: target.name, value: target.valueName, score: target.score });
  };
  const confirm = async () => {
    const input = { appraisalId, version, value, beneficiaryView: view, comment };
    const answer = await decision.send(input);
    if (!answer.ok) return false;
    onVersion?.(appraisalId, answer.value.version);
    const { state } = answer.value.value;
    if (state === "hr_audit") stay(titleOf(state));
    else leave(titleOf(state));
    return true;
  };
  return { keep, decision, view, setView, comment, setComment, confirm };
}
