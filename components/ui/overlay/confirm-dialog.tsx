"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../actions/button";
import { Dialog } from "./dialog";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Names the result: “退回给林晓”, not “确定”. */
  confirmLabel: string;
  onConfirm: () => void;
  danger?: boolean;
  pending?: boolean;
  disabledReason?: string | null | undefined;
  /** As in Dialog. */
  keep: string | null;
  /** Reasons or other fields the decision needs. */
  children?: ReactNode;
}

export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  onConfirm,
  danger = false,
  pending = false,
  disabledReason,
  keep,
  children,
}: ConfirmDialogProps) {
  const text = useTranslations("common.actions");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      keep={keep}
      footer={
        <>
          <Button data-start onClick={() => onOpenChange(false)}>
            {text("cancel")}
          </Button>
          <Button
            variant={danger ? "danger" : "primary"}
            pending={pending}
            disabledReason={disabledReason}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
