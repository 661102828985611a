"use client";
import { X } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { IconButton } from "../actions/icon-button";

export interface ToastMessage {
  title: string;
  tone?: "success" | "danger";
  action?: ToastAction;
}

interface ToastAction {
  label: string;
  onAction: () => void;
  /** For a key of the page that presses it. */
  id?: string;
  /** Milliseconds after which it can no longer be done: a bar runs down, and the message goes with it. */
  within?: number;
}

interface ShownToast extends ToastMessage {
  id: number;
}

const staysFor = 6000;
/** Something to press takes reading and reaching. */
const staysWithAction = 20_000;

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** For results that leave nothing to read on the page itself. Refusals belong beside their cause. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/**
 * Written by hand: the library's version is rendered and sent with every page and is ten times
 * the size, for swipes and hotkeys nobody here needs.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setShown((before) => [...before.slice(-2), { ...message, id: (before.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const hide = useCallback((id: number) => {
    setShown((before) => before.filter((toast) => toast.id !== id));
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="no-print fixed inset-x-4 bottom-28 z-50 grid gap-2 md:start-1/2 md:end-auto md:bottom-20 md:w-96 md:-translate-x-1/2"
      >
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onHide={hide} />
        ))}
      </div>
    </ToastContext>
  );
}

interface ToastCardProps {
  toast: ShownToast;
  onHide: (id: number) => void;
}

/** Waits for as long as the pointer or the focus is on it, save where time runs out for what it offers. */
function ToastCard({ toast: { id, title, tone = "success", action }, onHide }: ToastCardProps) {
  const text = useTranslations("common.toast");
  const within = action?.within;
  const stays = within ?? (action === undefined ? staysFor : staysWithAction);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const held = within === undefined && card.current?.matches(":hover, :focus-within") === true;
      if (!held) onHide(id);
    }, stays);
    return () => clearInterval(timer);
  }, [id, onHide, stays, within]);
  return (
    <div
      ref={card}
      className="relative flex items-center gap-3 overflow-hidden rounded-lg border border-line bg-card py-2 ps-4 pe-2 shadow-dialog"
    >
      <span
        aria-hidden
        className={`size-2 shrink-0 rounded-full ${tone === "success" ? "bg-jade" : "bg-rust"}`}
      />
      <p className="written flex-1">{title}</p>
      {action ? (
        <button
          type="button"
          id={action.id}
          className="touch px-2 font-semibold whitespace-nowrap link"
          onClick={() => {
            action.onAction();
            onHide(id);
          }}
        >
          {action.label}
        </button>
      ) : null}
      <IconButton
        label={text("dismiss")}
        icon={<Icon of={X} className="size-4" />}
        onClick={() => onHide(id)}
      />
      {within === undefined ? null : (
        <span
          aria-hidden
          className="running-down absolute inset-x-0 bottom-0 h-1 bg-jade"
          style={{ animationDuration: `${within}ms` }}
        />
      )}
    </div>
  );
}
