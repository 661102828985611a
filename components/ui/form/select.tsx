"use client";
import { ChevronDown } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import type { ComponentProps } from "react";
import { useFieldControl } from "./field";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"select">, "className" | "children"> {
  /** As in TextInput. */
  name: string;
  options: readonly SelectOption[];
  placeholder?: string;
}

export function Select({ options, placeholder, ...rest }: SelectProps) {
  return (
    <span className="relative grid min-w-0">
      <select
        {...useFieldControl()}
        {...rest}
        className="control w-full min-w-0 appearance-none truncate pe-9"
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled = false }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-2"
      />
    </span>
  );
}
