"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { CommandName } from "@/lib/commands/names";

interface ConfirmedCommandProps {
  command: CommandName;
  input: unknown;
  label: string;
  title: string;
  description: ReactNode;
  confirmLabel: string;
  quiet?: boolean;
}

/** A button for what cannot be taken back lightly: asks first, says why not when refused. */
export function ConfirmedCommand(props: ConfirmedCommandProps) {
  const { command, input, label, title, description, confirmLabel, quiet = false } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { pending, answer, send } = useCommand<unknown>(command);
  const { ofAnswer } = useRefusalText();
  const problem = ofAnswer(answer);
  const confirm = async () => {
    const result = await send(input);
    if (!result.ok) {
      // The page behind the dialog then shows what stands there now, and another try is based on it.
      if (result.code === "stale" || result.code === "already_done") router.refresh();
      return;
    }
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <Button
        variant={quiet ? "quiet" : "danger"}
        size={quiet ? "sm" : "md"}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={title}
        description={description}
        confirmLabel={confirmLabel}
        onConfirm={() => void confirm()}
        pending={pending}
        danger
      >
        {problem === null ? null : (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
