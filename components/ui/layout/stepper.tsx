import clsx from "clsx";
import { Check } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface Step {
  id: string;
  label: string;
  state: "done" | "current" | "todo";
  /** e.g. who or until when; shown with the current step. */
  note?: ReactNode;
}

interface StepperProps {
  label: string;
  steps: readonly Step[];
  /** In a narrow column: no room between the steps but their line. */
  dense?: boolean;
}

const rings = {
  done: "border-jade bg-jade text-on-tone",
  current: "border-2 border-jade font-semibold text-jade",
  todo: "border-line text-ink-2",
} as const;

/** All stages in a row; on a phone the current one in words over a line of progress. */
export function Stepper({ label, steps, dense = false }: StepperProps) {
  const text = useTranslations("common.stepper");
  const at = steps.findIndex(({ state }) => state === "current");
  const current = steps[at];
  return (
    <nav aria-label={label}>
      <ol
        className={clsx(
          "flex flex-wrap items-center gap-y-2 max-md:hidden",
          dense ? "gap-x-2" : "gap-x-4",
        )}
      >
        {steps.map(({ id, label: words, state, note }, index) => (
          <li
            key={id}
            aria-current={state === "current" ? "step" : undefined}
            className="flex items-center gap-2 text-sm"
          >
            {index > 0 ? (
              <span
                aria-hidden
                className={clsx(
                  "border-t border-line",
                  dense ? "w-3" : "me-2 w-[clamp(0.5rem,2.4vw,2.25rem)]",
                )}
              />
            ) : null}
            <span
              aria-hidden
              className={clsx(
                "grid size-5.5 place-items-center rounded-full border text-xs tabular",
                rings[state],
              )}
            >
              {state === "done" ? (
                <Icon of={Check} className="size-3.5" strokeWidth={3} />
              ) : (
                index + 1
              )}
            </span>
            <span className={state === "current" ? "font-semibold" : "text-ink-2"}>
              {words}
              {state === "current" && note ? <> · {note}</> : null}
            </span>
            <span className="sr-only">{text(state)}</span>
          </li>
        ))}
      </ol>
      <div className="md:hidden">
        <p className="text-sm">
          <span className="text-ink-2">
            {current
              ? text("compact", { current: at + 1, total: steps.length })
              : text("allDone", { total: steps.length })}
          </span>
          {current ? (
            <span className="ms-2 font-semibold">
              {current.label}
              {current.note ? <> · {current.note}</> : null}
            </span>
          ) : null}
        </p>
        <div aria-hidden className="mt-2 flex gap-1.5">
          {steps.map(({ id, state }) => (
            <span
              key={id}
              className={clsx(
                "h-1 flex-1 rounded-full",
                state === "todo" ? "bg-track" : state === "done" ? "bg-jade/55" : "bg-jade",
              )}
            />
          ))}
        </div>
      </div>
    </nav>
  );
}
