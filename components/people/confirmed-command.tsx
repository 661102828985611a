"use client";
import { type ReactNode, useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { CommandInput, CommandName } from "@/lib/commands/contract";

interface ConfirmedCommandProps<Name extends CommandName> {
  command: Name;
  input: CommandInput<Name>;
  label: string;
  title: string;
  description: ReactNode;
  confirmLabel: string;
  quiet?: boolean;
}

/** A button for what cannot be taken back lightly: asks first, says why not when refused. */
export function ConfirmedCommand<Name extends CommandName>(props: ConfirmedCommandProps<Name>) {
  const { command, input, label, title, description, confirmLabel, quiet = false } = props;
  const [open, setOpen] = useState(false);
  const { pending, problem, send } = useCommand(command, {
    // The page behind the dialog then shows what stands there now, and another try is based on it.
    refresh: "always",
    onDone: () => setOpen(false),
  });
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
        onConfirm={() => void send(input)}
        pending={pending}
        danger
      >
        <Problem text={problem} />
      </ConfirmDialog>
    </>
  );
}
