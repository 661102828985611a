"use client";
import { type ComponentProps, type ReactNode, useId } from "react";
import { useFirstFault } from "../focus/use-first-fault";

interface CheckboxProps extends Omit<ComponentProps<"input">, "className" | "type"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
}

export function Checkbox({ label, hint, error, id, ...rest }: CheckboxProps) {
  const madeId = useId();
  const controlId = id ?? madeId;
  useFirstFault(controlId, Boolean(error));
  const note = error ?? hint;
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
      <input
        {...rest}
        id={controlId}
        type="checkbox"
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${controlId}-note` : undefined}
        className="mt-1 size-4.5 accent-jade"
      />
      <label
        htmlFor={controlId}
        className={note ? "max-md:-my-2.5 max-md:py-2.5" : "max-md:min-h-11"}
      >
        {label}
      </label>
      {note ? (
        <p
          id={`${controlId}-note`}
          className={error ? "col-start-2 text-sm text-rust" : "col-start-2 text-xs text-ink-2"}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
