"use client";
import { X } from "lucide-react";
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
  action?: { label: string; onAction: () => void };
}

interface ShownToast extends ToastMessage {
  id: number;
}

const staysFor = 6000;

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

/** Waits for as long as the pointer or the focus is on it. */
function ToastCard({ toast: { id, title, tone = "success", action }, onHide }: ToastCardProps) {
  const text = useTranslations("common.toast");
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!card.current?.matches(":hover, :focus-within")) onHide(id);
    }, staysFor);
    return () => clearInterval(timer);
  }, [id, onHide]);
  return (
    <div
      ref={card}
      className="flex items-center gap-3 rounded-lg border border-line bg-card py-2 ps-4 pe-2 shadow-dialog"
    >
      <span
        aria-hidden
        className={`size-2 shrink-0 rounded-full ${tone === "success" ? "bg-jade" : "bg-rust"}`}
      />
      <p className="written flex-1">{title}</p>
      {action ? (
        <button
          type="button"
          className="touch px-2 font-semibold link"
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
        icon={<X aria-hidden className="size-4" />}
        onClick={() => onHide(id)}
      />
    </div>
  );
}
