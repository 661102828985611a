"use client";
import { type ComponentProps, type ReactNode, useId } from "react";

interface RadioCardOption {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
}

interface RadioCardsProps extends Omit<
  ComponentProps<"input">,
  "className" | "type" | "value" | "id"
> {
  legend: ReactNode;
  options: readonly RadioCardOption[];
  name: string;
  /** Controlled when given; otherwise the inputs keep the choice (defaultValue, register). */
  value?: string | undefined;
  id?: string | undefined;
  error?: string | null | undefined;
  columns?: 1 | 2 | 3;
}

const grids = { 1: "", 2: "md:grid-cols-2", 3: "md:grid-cols-3" } as const;

export function RadioCards({
  legend,
  options,
  value,
  defaultValue,
  id,
  error,
  columns = 1,
  ...input
}: RadioCardsProps) {
  const madeId = useId();
  const groupId = id ?? madeId;
  const choice = (option: string) =>
    value === undefined
      ? { defaultChecked: defaultValue === undefined ? undefined : defaultValue === option }
      : { checked: value === option };
  return (
    <fieldset
      id={groupId}
      tabIndex={-1}
      aria-describedby={error ? `${groupId}-error` : undefined}
      className="grid gap-1"
    >
      <legend className="mb-1 text-sm text-ink-2">{legend}</legend>
      <div className={`grid gap-2 ${grids[columns]}`}>
        {options.map((option) => (
          <label
            key={option.value}
            className="grid grid-cols-[auto_1fr] content-start gap-x-3 rounded-lg border border-line bg-card px-4 py-3 hover:border-edge has-checked:border-jade has-checked:bg-jade-wash has-focus-visible:outline-2 has-focus-visible:outline-jade has-disabled:text-ink-2"
          >
            <input
              {...input}
              {...choice(option.value)}
              type="radio"
              value={option.value}
              disabled={option.disabled ?? input.disabled}
              className="mt-1 size-4.5 accent-jade outline-none"
            />
            <span className="font-semibold">{option.label}</span>
            {option.description ? (
              <span className="col-start-2 text-sm text-ink-2">{option.description}</span>
            ) : null}
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${groupId}-error`} className="text-sm text-rust">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
