"use client";
import type { ComponentProps } from "react";
import { useFieldControl } from "./field";

interface TextInputProps extends Omit<ComponentProps<"input">, "className"> {
  /** Under which it is read, kept and found at fault: the field of the command's input. */
  name: string;
}

export function TextInput({ type = "text", ...rest }: TextInputProps) {
  return <input {...useFieldControl()} {...rest} type={type} className="control" />;
}
