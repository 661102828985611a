"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useId, useMemo } from "react";
import { useFirstFault } from "../focus/use-first-fault";
import { VisuallyHidden } from "../layout/visually-hidden";

interface FieldControl {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  required?: boolean | undefined;
}

const FieldContext = createContext<FieldControl>({});

/** What a control inside a Field takes over from it. */
export function useFieldControl(): FieldControl {
  return useContext(FieldContext);
}

interface FieldProps {
  label: ReactNode;
  /** Give it when an ErrorSummary should lead here; otherwise one is made. */
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** Stands at the right of the label, e.g. a TextCount. */
  aside?: ReactNode;
  optional?: boolean;
  required?: boolean;
  hideLabel?: boolean;
  children: ReactNode;
}

export function Field({
  label,
  id,
  hint,
  error,
  aside,
  optional = false,
  required,
  hideLabel = false,
  children,
}: FieldProps) {
  const text = useTranslations("common");
  const madeId = useId();
  const controlId = id ?? madeId;
  useFirstFault(controlId, Boolean(error));
  const described = [hint ? `${controlId}-hint` : "", error ? `${controlId}-error` : ""];
  const describedBy = described.filter(Boolean).join(" ") || undefined;
  const control = useMemo<FieldControl>(
    () => ({
      id: controlId,
      "aria-describedby": describedBy,
      "aria-invalid": error ? true : undefined,
      required,
    }),
    [controlId, describedBy, error, required],
  );
  const labelNode = (
    <label htmlFor={controlId} className="text-sm text-ink-2">
      {label}
      {optional ? <span className="ms-1.5 text-xs">{text("words.optional")}</span> : null}
    </label>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1">
      {hideLabel ? (
        <VisuallyHidden>{labelNode}</VisuallyHidden>
      ) : (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          {labelNode}
          {aside}
        </div>
      )}
      <FieldContext value={control}>{children}</FieldContext>
      {hint ? (
        <p id={`${controlId}-hint`} className="text-xs text-ink-2">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${controlId}-error`} className="text-sm text-rust">
          {error}
        </p>
      ) : null}
    </div>
  );
}
