"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import * as RadixToast from "radix-ui/toast";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { IconButton } from "../actions/icon-button";

export interface ToastMessage {
  title: string;
  tone?: "success" | "danger";
  action?: { label: string; onAction: () => void };
}

interface ShownToast extends ToastMessage {
  id: number;
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** For results that leave nothing to read on the page itself. Refusals belong beside their cause. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const text = useTranslations("common.toast");
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setShown((before) => [...before.slice(-2), { ...message, id: (before.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const hide = (id: number) => setShown((before) => before.filter((toast) => toast.id !== id));
  return (
    <ToastContext value={show}>
      <RadixToast.Provider duration={6000} swipeDirection="down">
        {children}
        {shown.map(({ id, title, tone = "success", action }) => (
          <RadixToast.Root
            key={id}
            onOpenChange={(open) => {
              if (!open) hide(id);
            }}
            className="flex items-center gap-3 rounded-lg border border-line bg-card py-2 ps-4 pe-2 shadow-dialog"
          >
            <span
              aria-hidden
              className={`size-2 shrink-0 rounded-full ${tone === "success" ? "bg-jade" : "bg-rust"}`}
            />
            <RadixToast.Title className="flex-1">{title}</RadixToast.Title>
            {action ? (
              <RadixToast.Action
                altText={action.label}
                onClick={action.onAction}
                className="px-2 font-semibold link"
              >
                {action.label}
              </RadixToast.Action>
            ) : null}
            <RadixToast.Close asChild>
              <IconButton label={text("dismiss")} icon={<X aria-hidden className="size-4" />} />
            </RadixToast.Close>
          </RadixToast.Root>
        ))}
        <RadixToast.Viewport
          label={text("region", { hotkey: "{hotkey}" })}
          className="fixed inset-x-4 bottom-24 z-50 grid gap-2 outline-none md:start-1/2 md:end-auto md:bottom-6 md:w-96 md:-translate-x-1/2"
        />
      </RadixToast.Provider>
    </ToastContext>
  );
}
