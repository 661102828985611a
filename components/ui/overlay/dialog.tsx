"use client";
import clsx from "clsx";
import { X } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { IconButton } from "../actions/icon-button";
import { firstFieldIn } from "../focus/focusable";
import { Kept } from "../kept/kept";
import { useHydrated } from "./use-hydrated";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons; the primary one last. */
  footer?: ReactNode;
  wide?: boolean;
  /** Names what is typed here, so that it outlives the dialog: ui/kept. Null where nothing is typed. */
  keep: string | null;
  children?: ReactNode;
}

/**
 * A card in the middle, a sheet from below on a phone. Begins in its first field; without one at the button marked
 * `data-start`, else at its title. Closed, the browser gives the focus back to where it was; see ui/focus for the rest.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  // One that is open from the beginning has no place in the server's HTML.
  const hydrated = useHydrated();
  return open && hydrated ? createPortal(<OpenDialog {...rest} />, document.body) : null;
}

function OpenDialog({
  onOpenChange,
  title,
  description,
  footer,
  wide = false,
  keep,
  children,
}: Omit<DialogProps, "open">) {
  const text = useTranslations("common.actions");
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    if (dialog !== null) startIn(dialog);
    return () => dialog?.close();
  }, []);
  const close = () => onOpenChange(false);
  return (
    <dialog
      ref={box}
      closedby="any"
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}description` : undefined}
      className={clsx(
        "m-0 flex max-h-[90dvh] w-full max-w-none flex-col border border-line bg-card p-0 text-ink shadow-dialog outline-none backdrop:bg-scrim",
        "inset-x-0 top-auto bottom-0 rounded-t-lg pb-[env(safe-area-inset-bottom)]",
        "md:start-1/2 md:end-auto md:top-1/2 md:bottom-auto md:-translate-1/2 md:rounded-lg",
        wide ? "md:max-w-3xl" : "md:max-w-md",
      )}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClose={({ currentTarget }) => {
        // A browser may close it without asking; opened anew it says so, too.
        if (!currentTarget.open) close();
      }}
    >
      <div className="flex items-start justify-between gap-4 px-5 pt-4">
        <h2 id={`${id}title`} tabIndex={-1} className="text-lg font-semibold">
          {title}
        </h2>
        <IconButton
          label={text("close")}
          icon={<Icon of={X} className="size-4.5" />}
          onClick={close}
        />
      </div>
      <div className="grid gap-4 overflow-y-auto px-5 pt-1 pb-5 [&>.contents>[role=alert]]:sticky [&>.contents>[role=alert]]:inset-y-1 [&>.contents>[role=alert]]:z-1 [&>.contents>[role=alert]]:bg-card">
        {description ? (
          <p id={`${id}description`} className="text-sm text-ink-2">
            {description}
          </p>
        ) : null}
        <Kept form={keep}>{children}</Kept>
      </div>
      {footer ? (
        <div className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3.5">
          {footer}
        </div>
      ) : null}
    </dialog>
  );
}

function startIn(dialog: HTMLElement): void {
  const start =
    firstFieldIn(dialog) ??
    dialog.querySelector<HTMLElement>("[data-start]") ??
    dialog.querySelector<HTMLElement>("h2");
  start?.focus();
}
