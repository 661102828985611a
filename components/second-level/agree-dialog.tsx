"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { WordsField } from "@/components/dossier/decision/words-field";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { AgreeAnswer } from "@/lib/second-level/types";

interface AgreeTarget {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
}

interface AgreeDialogProps {
  targets: readonly AgreeTarget[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: (answer: AgreeAnswer) => void;
}

/** Agrees to one sheet or to several; each goes through or not on its own. */
export function AgreeDialog({ targets, open, onOpenChange, onDone }: AgreeDialogProps) {
  const text = useTranslations("second-level.agreeDialog");
  const [only] = targets;
  const count = targets.length;
  const keep = `second-level.agree:${count === 1 ? only?.appraisalId : "several"}`;
  const decision = useCommand("second-level.agree", { keeps: keep, refresh: "never" });
  const [comment, setComment] = useState("");
  const agree = async () => {
    const items = targets.map(({ appraisalId, version }) => ({ appraisalId, version }));
    const answer = await decision.send({ items, comment });
    if (!answer.ok) return;
    setComment("");
    onOpenChange(false);
    onDone(answer.value);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={
        count === 1 && only !== undefined
          ? text("titleOne", { name: only.name })
          : text("title", { count })
      }
      description={text("body")}
      keep={keep}
      confirmLabel={text("confirm", { count })}
      pending={decision.pending}
      onConfirm={() => void agree()}
    >
      <RefusalNotice decision={decision} />
      <WordsField
        name="comment"
        label={text("comment")}
        hint={text("commentHint", { count })}
        value={comment}
        onChange={setComment}
        error={decision.errorOf("comment")}
      />
    </ConfirmDialog>
  );
}
