"use client";
import type { ComponentProps, ReactNode } from "react";
import { useFieldControl } from "./field";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "className"> {
  /** As in TextInput. */
  name: string;
  /** Live count under the text, usually a TextCount. */
  count?: ReactNode;
}

export function TextArea({ count, rows = 3, ...rest }: TextAreaProps) {
  const area = (
    <textarea
      {...useFieldControl()}
      {...rest}
      rows={rows}
      // field-sizing makes browsers forget `rows`.
      style={{ minBlockSize: `calc(${rows} * 1lh + 0.875rem)` }}
      className="field-sizing-content max-h-[60vh] control resize-y"
    />
  );
  if (!count) return area;
  return (
    <div className="grid gap-1">
      {area}
      <div className="justify-self-end">{count}</div>
    </div>
  );
}
