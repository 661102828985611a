"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { ContestDialog } from "./against-dialog";
import { Refused } from "./refused";

interface ConfirmMinutesProps {
  appraisalId: string;
  version: number;
}

/** Both sides confirm: the manager by recording, the employee that it took place and was as said, or what differs. */
export function ConfirmMinutes({ appraisalId, version }: ConfirmMinutesProps) {
  const text = useTranslations("result.minutes");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [contesting, setContesting] = useState(false);
  const { pending, answer, send } = useCommand("result.confirm-minutes", {
    onDone: () => toast({ title: text("done") }),
  });
  const confirm = async () => {
    if ((await send({ appraisalId, version })).ok) setOpen(false);
  };
  return (
    <div className="no-print mt-4 grid gap-3 border-t border-line pt-4">
      <p className="text-sm text-ink-2">{text("ask")}</p>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={() => setOpen(true)}>
          {text("confirm")}
        </Button>
        <Button onClick={() => setContesting(true)}>{text("contest")}</Button>
      </div>
      <ContestDialog
        open={contesting}
        onClose={() => setContesting(false)}
        appraisalId={appraisalId}
        version={version}
      />
      <ConfirmDialog
        keep={null}
        open={open}
        onOpenChange={setOpen}
        title={text("confirmTitle")}
        description={text("confirmBody")}
        confirmLabel={text("confirm")}
        pending={pending}
        onConfirm={() => void confirm()}
      >
        <Refused answer={answer} />
      </ConfirmDialog>
    </div>
  );
}
