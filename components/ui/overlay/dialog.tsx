"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import * as RadixDialog from "radix-ui/dialog";
import type { ReactNode } from "react";
import { IconButton } from "../actions/icon-button";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons; the primary one last. */
  footer?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}

/** A card in the middle, a sheet from below on a phone. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  wide = false,
  children,
}: DialogProps) {
  const text = useTranslations("common.actions");
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <RadixDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={clsx(
            "fixed z-50 flex max-h-[90dvh] flex-col border border-line bg-card shadow-dialog outline-none",
            "inset-x-0 bottom-0 rounded-t-lg pb-[env(safe-area-inset-bottom)]",
            "md:inset-x-auto md:start-1/2 md:top-1/2 md:bottom-auto md:w-full md:-translate-1/2 md:rounded-lg",
            wide ? "md:max-w-3xl" : "md:max-w-md",
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <RadixDialog.Title className="text-lg font-semibold">{title}</RadixDialog.Title>
            <RadixDialog.Close asChild>
              <IconButton label={text("close")} icon={<X aria-hidden className="size-4.5" />} />
            </RadixDialog.Close>
          </div>
          <div className="grid gap-4 overflow-y-auto px-5 pt-1 pb-5">
            {description ? (
              <RadixDialog.Description className="text-sm text-ink-2">
                {description}
              </RadixDialog.Description>
            ) : null}
            {children}
          </div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3.5">
              {footer}
            </div>
          ) : null}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
