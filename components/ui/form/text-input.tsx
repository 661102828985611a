"use client";
import type { ComponentProps } from "react";
import { useFieldControl } from "./field";

export function TextInput({ type = "text", ...rest }: Omit<ComponentProps<"input">, "className">) {
  return <input {...useFieldControl()} {...rest} type={type} className="control" />;
}
