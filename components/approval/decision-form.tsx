"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { WordsField } from "@/components/dossier/decision/words-field";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
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
  const toast = useToast();
  const router = useRouter();
  const approval = useCommand("approval.approve");
  const refusal = useCommand("approval.decline");
  const [reason, setReason] = useState("");
  const [declining, setDeclining] = useState(false);
  const input = { appraisalId, version, value, reason };
  const approve = async () => {
    const answer = await approval.send(input);
    if (!answer.ok) return;
    const last = answer.value.value.left === 0;
    toast({ title: text(last ? "approvedLast" : "approved", { value: valueName }) });
    if (last) router.replace("/approvals");
  };
  const decline = async () => {
    if (!(await refusal.send(input)).ok) return;
    toast({ title: text("declined", { value: valueName }) });
    router.replace("/approvals");
  };
  const words = (error: string | undefined) => (
    <WordsField
      label={text("reason")}
      hint={text("reasonHint")}
      value={reason}
      onChange={setReason}
      error={error}
      required
    />
  );
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      <RefusalNotice decision={approval} />
      {words(approval.errorOf("reason"))}
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={() => setDeclining(true)}>
          {text("decline")}…
        </Button>
        <Button variant="primary" pending={approval.pending} onClick={() => void approve()}>
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
        onConfirm={() => void decline()}
      >
        <RefusalNotice decision={refusal} />
        {words(refusal.errorOf("reason"))}
      </ConfirmDialog>
    </div>
  );
}
