"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { Button } from "@/components/ui/actions/button";
import { Kept } from "@/components/ui/kept/kept";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";

interface DecisionFormProps {
  appraisalId: string;
  version: number;
  value: string;
  valueName: string;
}

/** Yes or no to one 5; both say why. Once the sheet is decided this reader may no longer open it, so it leads back. */
export function DecisionForm({ appraisalId, version, value, valueName }: DecisionFormProps) {
  const text = useTranslations("approval.decision");
  const stay = useDecided();
  const leave = useDecided("/approvals");
  const keep = `approval:${appraisalId}:${value}`;
  const approval = useCommand("approval.approve", { keeps: keep, refresh: "never" });
  const refusal = useCommand("approval.decline", { keeps: keep, refresh: "never" });
  const [reason, setReason] = useState("");
  const [declining, setDeclining] = useState(false);
  const input = { appraisalId, version, value, reason };
  const approve = async () => {
    const answer = await approval.send(input);
    if (!answer.ok) return;
    if (answer.value.value.left === 0) leave(text("approvedLast", { value: valueName }));
    else stay(text("approved", { value: valueName }));
  };
  const decline = async () => {
    if (!(await refusal.send(input)).ok) return;
    leave(text("declined", { value: valueName }));
  };
  const words = (error: string | undefined) => (
    <WordsField
      name="reason"
      label={text("reason")}
      hint={text("reasonHint")}
      value={reason}
      onChange={setReason}
      error={error}
      required
    />
  );
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void approve();
      }}
    >
      <RefusalNotice decision={approval} />
      <Kept form={keep}>{words(approval.errorOf("reason"))}</Kept>
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={() => setDeclining(true)}>
          {text("decline")}…
        </Button>
        <Button type="submit" variant="primary" pending={approval.pending}>
          {text("approve")}
        </Button>
      </div>
      <ConfirmDialog
        open={declining}
        onOpenChange={setDeclining}
        title={text("declineTitle", { value: valueName })}
        description={text("declineBody")}
        confirmLabel={text("declineConfirm")}
        pending={refusal.pending}
        danger
        keep={keep}
        onConfirm={() => void decline()}
      >
        <RefusalNotice decision={refusal} />
        {words(refusal.errorOf("reason"))}
      </ConfirmDialog>
    </form>
  );
}
