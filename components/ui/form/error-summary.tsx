"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

interface SummaryError {
  /** The id of the control to lead to. */
  fieldId: string;
  message: string;
}

interface ErrorSummaryProps {
  errors: readonly SummaryError[];
  title?: string;
  /** Raise it with every failed attempt: focus moves here once for each. */
  attempt: number;
}

export function ErrorSummary({ errors, title, attempt }: ErrorSummaryProps) {
  const text = useTranslations("common.form");
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (attempt > 0 && shown) box.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-lg border border-rust bg-card px-5 py-4"
    >
      <h2 className="font-semibold text-rust">
        {title ?? text("errorsTitle", { count: errors.length })}
      </h2>
      <ul className="mt-1 list-disc ps-5">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId}:${message}`}>
            <a
              href={`#${fieldId}`}
              className="link underline"
              onClick={(event) => {
                event.preventDefault();
                leadTo(fieldId);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The first thing to press inside, for groups that cannot take the focus themselves. */
function leadTo(fieldId: string) {
  const target = document.getElementById(fieldId);
  const inside = target?.matches("[role=group], fieldset")
    ? target.querySelector<HTMLElement>("input, button")
    : null;
  (inside ?? target)?.focus();
  target?.scrollIntoView({ block: "center" });
}
