"use client";
import { type ReactNode, useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { CommandNotDone } from "@/lib/commands/client";
import type { CommandAnswer, CommandInput, CommandName } from "@/lib/commands/contract";

interface ConfirmedCommandProps<Name extends CommandName> {
  command: Name;
  input: CommandInput<Name>;
  label: string;
  title: string;
  description: ReactNode;
  confirmLabel: string;
  quiet?: boolean;
  /** Something is given back rather than taken. */
  harmless?: boolean;
  /** What this page can say of a refusal better than its code alone. */
  explain?: (refusal: CommandNotDone<Name>) => string | null;
  onDone?: (answer: CommandAnswer<Name>) => void;
}

/** A button for what cannot be taken back lightly: asks first, says why not when refused. */
export function ConfirmedCommand<Name extends CommandName>(props: ConfirmedCommandProps<Name>) {
  const { command, input, label, title, description, confirmLabel } = props;
  const { quiet = false, harmless = false } = props;
  const [open, setOpen] = useState(false);
  const { pending, answer, problem, send } = useCommand(command, {
    // The page behind the dialog then shows what stands there now, and another try is based on it.
    refresh: "always",
    onDone: (done) => {
      setOpen(false);
      props.onDone?.(done);
    },
  });
  const explained = answer?.ok === false ? props.explain?.(answer) : null;
  return (
    <>
      <Button
        variant={quiet ? "quiet" : harmless ? "secondary" : "danger"}
        size={quiet ? "sm" : "md"}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        keep={null}
        open={open}
        onOpenChange={setOpen}
        title={title}
        description={description}
        confirmLabel={confirmLabel}
        onConfirm={() => void send(input)}
        pending={pending}
        danger={!harmless}
      >
        <Problem text={explained ?? problem} />
      </ConfirmDialog>
    </>
  );
}
