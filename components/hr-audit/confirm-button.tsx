"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { ConfirmFields } from "./confirm-fields";
import type { ScoreTarget } from "./target";
import { useConfirm, type OnVersion } from "./use-confirm";

interface ConfirmButtonProps {
  target: ScoreTarget;
  onVersion: OnVersion;
}

/** In the queue: one press for most scores, a dialog for a 5, and for whatever was refused. */
export function ConfirmButton({ target, onVersion }: ConfirmButtonProps) {
  const text = useTranslations("hr-audit.confirm");
  const form = useConfirm(target, { onVersion });
  const [open, setOpen] = useState(false);
  const { name, valueName: value, score, needsView } = target;
  const words = { name, value, score };
  const press = async () => {
    if (needsView) setOpen(true);
    else if (!(await form.confirm())) setOpen(true);
  };
  const confirm = async () => {
    if (await form.confirm()) setOpen(false);
  };
  return (
    <>
      <Button
        size="sm"
        pending={form.decision.pending && !open}
        aria-label={text("buttonLabel", words)}
        onClick={() => void press()}
      >
        {text("button")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={text("title", words)}
        description={needsView ? text("body") : text("bodyPlain")}
        keep={form.keep}
        confirmLabel={text("confirmScore", { score })}
        pending={form.decision.pending}
        onConfirm={() => void confirm()}
      >
        <ConfirmFields form={form} needsView={needsView} />
      </ConfirmDialog>
    </>
  );
}
