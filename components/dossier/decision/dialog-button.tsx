"use client";

import { useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/actions/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { RefusalNotice, type Decision } from "./refusal-notice";

interface DialogButtonProps extends Pick<ButtonProps, "variant" | "disabledReason"> {
  /** Of the button that opens it. */
  label: string;
  title: string;
  description: string;
  confirmLabel: string;
  danger?: boolean;
  /** As in Dialog. */
  keep: string;
  command: Decision & { readonly pending: boolean };
  /** Closes once it is done; refused it stays open, with what was typed. */
  onConfirm: (close: () => void) => Promise<void>;
  children: ReactNode;
}

/** A button, and the dialog with the fields its command asks for. */
export function DialogButton({
  label,
  variant,
  disabledReason,
  command,
  onConfirm,
  children,
  ...dialog
}: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} disabledReason={disabledReason} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog
        {...dialog}
        open={open}
        onOpenChange={setOpen}
        pending={command.pending}
        onConfirm={() => void onConfirm(() => setOpen(false))}
      >
        <RefusalNotice decision={command} />
        {children}
      </ConfirmDialog>
    </>
  );
}
