"use client";
import type { ComponentProps } from "react";
import { useFieldControl } from "./field";

interface DateInputProps extends Omit<ComponentProps<"input">, "className" | "type"> {
  /** As in TextInput. */
  name: string;
  /** With `datetime-local` the value is wall-clock time; the caller knows the zone. */
  type?: "date" | "datetime-local" | "month";
}

export function DateInput({ type = "date", ...rest }: DateInputProps) {
  return <input {...useFieldControl()} {...rest} type={type} className="control tabular" />;
}
